import type { MenuReference } from './import-reference.ts';
import type { DraftRow } from './draft-row.ts';

/**
 * Other powers that a row names must be known, in the county or in this very sheet. A measure that follows a penalty finds the
 * penalty that it serves: of the same law where there is one, else of the same department (行政强制法 17).
 */
export function resolveRelations(drafts: readonly DraftRow[], reference: MenuReference): void {
  const penalties = penaltiesOf(drafts, reference);
  for (const draft of drafts) followPenalty(draft, penalties);
  // A row that is faulty takes those with it that name it, until no more fall.
  for (let fallen = -1; fallen !== 0;) {
    fallen = 0;
    const codes = new Set(drafts.filter(({ reader }) => !reader.isFaulty()).map(({ power }) => power.code));
    for (const draft of drafts)
      if (!draft.reader.isFaulty() && refuseStrangers(draft, (code) => codes.has(code) || reference.powerByCode.has(code))) fallen += 1;
  }
}

function refuseStrangers({ reader, terms }: DraftRow, isKnown: (code: string) => boolean): boolean {
  for (const key of ['companions', 'exclusiveWith'] as const) {
    const stranger = terms?.[key].find((code) => !isKnown(code));
    if (stranger === undefined) continue;
    reader.say('error', key, 'unknown_power', { code: stranger });
    return true;
  }
  return false;
}

interface Penalty {
  readonly code: string;
  readonly departmentId: string;
  readonly laws: readonly string[];
}

function penaltiesOf(drafts: readonly DraftRow[], { powerByCode, itemByPower }: MenuReference): Penalty[] {
  const own = drafts
    .filter(({ power, terms, reader }) => power.statutoryType === 'penalty' && terms !== null && !reader.isFaulty())
    .map(({ power, terms }) => ({
      code: power.code,
      departmentId: power.departmentId,
      laws: (terms?.legalBases ?? []).map(({ law }) => law),
    }));
  const there = [...powerByCode.values()].flatMap(({ id, code, statutoryType, departmentId }) => {
    const item = itemByPower.get(id);
    return item && statutoryType === 'penalty' ? [{ code, departmentId, laws: item.terms.legalBases.map(({ law }) => law) }] : [];
  });
  return [...own, ...there];
}

function followPenalty(draft: DraftRow, penalties: readonly Penalty[]): void {
  const { mode, terms, reader, power } = draft;
  if (mode !== 'with_penalty' || !terms || terms.companions.length > 0) return;
  const near = penalties.filter(({ departmentId }) => departmentId === power.departmentId);
  const laws = terms.legalBases.map(({ law }) => law);
  const served = near.find((penalty) => penalty.laws.some((law) => laws.includes(law))) ?? near[0];
  if (!served) return;
  reader.say('note', 'carrier', 'rides_with_penalty', { code: served.code });
  draft.terms = { ...terms, companions: [served.code] };
}
