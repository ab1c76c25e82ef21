import type { GrantDetail } from '#contract/grants/grant-file.ts';
import type { Db } from '#db/connection.ts';
import { coverFrom } from '#server/domain/ledger/measures.ts';
import { followersOf } from './ledger/follow-penalty.ts';
import { loadGrant, type GrantRecord } from './ledger/grant-record.ts';
import { penaltiesAmong, penaltiesHeld, type HeldPenalty } from './ledger/measure-queries.ts';

type Tie = GrantDetail['tie'];

/** The measures that serve a penalty, or the penalties that a compulsory measure serves; nothing for any other power. */
export function presentTie(db: Db, record: GrantRecord, now: number): Tie {
  const { row } = record;
  return {
    measures: followersOf(db, record, now).flatMap((id) => {
      const measure = loadGrant(db, id);
      const isHeld = measure && measure.period.fromAt < measure.period.toAt;
      return isHeld ? [{ ...named(measure), endsAlong: endsWithout(db, measure, row.id, now) }] : [];
    }),
    penalties: penaltiesOf(db, record, now).map(({ grantId, powerName }) => ({ grantId, powerName })),
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

/** The penalties that a measure serves, as far as its township holds them; none for any other power. */
function penaltiesOf(db: Db, { row, terms, statutoryType }: GrantRecord, now: number): HeldPenalty[] {
  return statutoryType === 'compulsion' ? penaltiesHeld(db, row.townshipId, penaltiesAmong(db, terms.companions), now) : [];
}

const named = ({ row, powerName }: GrantRecord) => ({ grantId: row.id, powerName });
function nameOf(db: Db, grantId: string): Tie['penalties'] {
  const record = loadGrant(db, grantId);
  return record ? [named(record)] : [];
}
