import type { Db } from '#db/connection.ts';
import type { Finding, GateContext, GatedItem } from '#server/domain/law/item-findings.ts';
import { checkEdition, checkItem } from '#server/domain/law/legal-gates.ts';
import { plainStanding, type PowerStanding } from '#server/domain/law/power-standing.ts';
import { createAlikeIndex } from '#server/domain/law/name-alikes.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { countySettings } from '#server/features/organisations/index.ts';
import { standingOf, unlinkedLimits, type UnlinkedRow } from '#server/features/directory/index.ts';
import { standingsAt } from '#server/features/statutes/index.ts';
import { verdictOn } from '#server/features/powers/index.ts';
import { checkedRow, namedCodes, type CheckedRow } from './queries.ts';

/**
 * What the legal gates have against the items of an edition, all items seen together (RULES.md 3.21). Powers that are not
 * kept yet bring their standing with them.
 */
export function findingsOn(db: Db, rows: readonly CheckedRow[], now: number, brought?: ReadonlyMap<string, PowerStanding>): Finding[] {
  return checkEdition(gated(db, rows, now, brought), readings(db));
}

/** What they have against one item as it stands: seen with those that it names, so that a save tells it at once. */
export function findingsOnItem(db: Db, editionId: string, itemId: string, now: number): Finding[] {
  const row = checkedRow(db, itemId);
  if (!row) return [];
  const named = namedCodes(db, editionId, row.terms.companions).filter((one) => one.itemId !== null);
  const typeByCode = new Map(named.map(({ code, statutoryType }) => [code, statutoryType]));
  return gated(db, [row], now).flatMap((item) => checkItem(item, { ...readings(db), typeByCode }));
}

function readings(db: Db): Omit<GateContext, 'typeByCode'> {
  const { mayEntrustLicencesToSubdistricts, penaltyEvaluationMonths = null } = countySettings(db).settings;
  return { mayEntrustLicencesToSubdistricts, penaltyEvaluationMonths };
}

function gated(db: Db, rows: readonly CheckedRow[], now: number, brought?: ReadonlyMap<string, PowerStanding>): GatedItem[] {
  const standing = standingOf(
    db,
    rows.map(({ powerId }) => powerId),
    dayOf(now),
  );
  const alikes = alikesFor(db);
  const basesOf = standingsAt(db, now);
  return rows.map((row) => {
    const bases = basesOf({ kind: 'menu_item', id: row.id }, row.terms.legalBases);
    return toGated(row, standing.get(row.powerId) ?? brought?.get(row.powerId) ?? plainStanding, alikes(row), bases);
  });
}

/** Statutory powers and taken-back entries of another name that looks the same, on which there is no verdict yet. */
function alikesFor(db: Db): (row: CheckedRow) => GatedItem['alikes'] {
  const index = createAlikeIndex<UnlinkedRow>();
  for (const limit of unlinkedLimits(db)) index.add({ key: limit, name: limit.name, type: null });
  return ({ powerId, name, statutoryType }) =>
    index
      .alikes({ key: { kind: 'township_power', id: powerId, name }, name, type: statutoryType })
      .filter(({ key }) => verdictOn(db, key.kind, key.id, powerId) === null)
      .map(({ key }) => ({ kind: key.kind, name: key.name }));
}

function toGated(row: CheckedRow, standing: PowerStanding, alikes: GatedItem['alikes'], bases: GatedItem['bases']): GatedItem {
  return {
    itemId: row.id,
    powerId: row.powerId,
    code: row.code,
    name: row.name,
    statutoryType: row.statutoryType,
    department: { id: row.departmentId, system: row.departmentSystem, systemBasis: row.departmentSystemBasis },
    standing,
    alikes,
    bases,
    terms: row.terms,
  };
}
