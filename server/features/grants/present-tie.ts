import type { GrantDetail } from '#contract/grants/grant-file.ts';
import type { Db } from '#db/connection.ts';
import { coverFrom } from '#server/domain/ledger/measures.ts';
import { penaltiesOf } from './ledger/follow-penalty.ts';
import { measuresRidingOn } from './ledger/measure-queries.ts';
import { loadGrant, type GrantRecord } from './queries.ts';

type Tie = GrantDetail['tie'];

/** What rides with a penalty, or what a compulsory measure rides with; nothing for any other power. */
export function presentTie(db: Db, record: GrantRecord, now: number): Tie {
  const { row, code, statutoryType } = record;
  const riding = statutoryType === 'penalty' ? measuresRidingOn(db, row.townshipId, code, now) : [];
  return {
    measures: riding.flatMap((id) => {
      const measure = loadGrant(db, id);
      return measure ? [{ ...named(measure), endsAlong: endsWithout(db, measure, row.id, now) }] : [];
    }),
    penalties: penaltiesOf(db, record, now).flatMap(({ grantId }) => nameOf(db, grantId)),
    endsWith: row.endsWithGrantId === null ? null : (nameOf(db, row.endsWithGrantId)[0] ?? null),
  };
}

/** The measures that a grant takes with it when it is given up. */
export function measuresEndingWith(db: Db, grantId: string, now: number): Tie['penalties'] {
  const record = loadGrant(db, grantId);
  const { measures } = record ? presentTie(db, record, now) : { measures: [] };
  return measures.filter(({ endsAlong }) => endsAlong).map(({ endsAlong: _endsAlong, ...measure }) => measure);
}

/** Whether a measure would lose its last penalty with this one. */
function endsWithout(db: Db, measure: GrantRecord, grantId: string, now: number): boolean {
  const { grant } = measure.file;
  const others = penaltiesOf(db, measure, now).filter((one) => one.grantId !== grantId);
  const cover = coverFrom(others, Math.max(now, grant.fromAt));
  return cover === null || cover.until < grant.toAt;
}

const named = ({ row, powerName }: GrantRecord) => ({ grantId: row.id, powerName });
function nameOf(db: Db, grantId: string): Tie['penalties'] {
  const record = loadGrant(db, grantId);
  return record ? [named(record)] : [];
}
