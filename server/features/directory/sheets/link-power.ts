import { powerFinder, type NamedPower } from '#server/domain/values/find-power.ts';
import { createAlikeIndex } from '#server/domain/law/name-alikes.ts';
import type { StatutoryType } from '#server/domain/values/words.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';

export interface LinkedPower extends NamedPower {
  readonly statutoryType: StatutoryType;
  readonly field: string;
}
interface Spoken {
  readonly name: string;
  /** The entry's own code, where its list has codes. */
  readonly code: string;
  readonly statutoryType: StatutoryType | null;
  /** What is linked already. */
  readonly before: string | null;
}

/**
 * Finds the power of the county that a line speaks of: the one it names, the one it was linked to, the one of the same code or exact name.
 * Names that are only alike decide nothing: the closest is pointed out (RULES.md 3.19).
 */
export function powerLinker(powers: readonly LinkedPower[]) {
  const find = powerFinder(powers);
  const alike = createAlikeIndex<LinkedPower>();
  for (const power of powers) if (power.mergedIntoId === null) alike.add({ key: power, name: power.name, type: power.statutoryType });
  return (reader: RowReader, { name, code, statutoryType, before }: Spoken): string | null => {
    const said = find(reader.line('powerCode', 40), '');
    if (said.kind === 'found') return said.power.id;
    if (said.kind === 'refused') {
      reader.error(said.code, 'powerCode', said.params, said.proposal);
      return null;
    }
    if (before !== null) return before;
    const sameCode = code === '' ? said : find(code, '');
    if (sameCode.kind === 'found') return linked(reader, sameCode.power);
    const sameName = find('', name);
    if (sameName.kind === 'found' && (statutoryType === null || sameName.power.statutoryType === statutoryType))
      return linked(reader, sameName.power);
    const [closest] = alike.alikes({ key: unknown, name, type: statutoryType });
    if (closest) reader.note('name_alike', 'name', { name: closest.key.name, code: closest.key.code }, closest.key.code);
    return null;
  };
}

const unknown: LinkedPower = { id: '', code: '', name: '', mergedIntoId: null, statutoryType: 'other', field: '' };

function linked(reader: RowReader, power: LinkedPower): string {
  reader.note('linked_to_power', 'powerCode', { code: power.code, name: power.name });
  return power.id;
}
