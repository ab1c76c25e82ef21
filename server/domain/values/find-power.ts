import { foldText, plainCode, plainLine } from './text.ts';
import { closestAmong } from './likeness.ts';

export interface NamedPower {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The power that this one was merged into; a retired power is never meant. */
  readonly mergedIntoId: string | null;
}

export type FoundPower<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly power: T }
  | {
      readonly kind: 'refused';
      readonly column: 'powerCode' | 'powerName';
      readonly code: 'power_not_found' | 'code_of_other_power' | 'power_ambiguous' | 'power_retired';
      readonly params: Readonly<Record<string, string>>;
      readonly proposal: string;
    };

/** Finds the power that a row names by its code or, without one, by its exact name; both must agree (RULES.md 3.50). */
export function powerFinder<T extends NamedPower>(powers: readonly T[]): (code: string, name: string) => FoundPower<T> {
  const byCode = new Map(powers.map((power) => [plainCode(power.code), power]));
  const byId = new Map(powers.map((power) => [power.id, power]));
  const byName = new Map<string, T[]>();
  for (const power of powers)
    if (power.mergedIntoId === null) byName.set(foldText(power.name), [...(byName.get(foldText(power.name)) ?? []), power]);
  const closestCode = closestAmong(powers.map(({ code }) => code));
  const closestName = closestAmong([...new Set(powers.filter(({ mergedIntoId }) => mergedIntoId === null).map(({ name }) => name))]);
  const refused = (
    column: 'powerCode' | 'powerName',
    code: Extract<FoundPower<T>, { kind: 'refused' }>['code'],
    params = {},
    proposal = '',
  ) => ({ kind: 'refused', column, code, params, proposal }) as const;
  return (codeCell, nameCell) => {
    const code = plainCode(codeCell);
    const name = plainLine(nameCell);
    const named = byName.get(foldText(name)) ?? [];
    if (code !== '') {
      const power = byCode.get(code);
      if (!power)
        return refused('powerCode', 'power_not_found', { name: code }, named.length === 1 ? (named[0]?.code ?? '') : closestCode(code));
      const successor = power.mergedIntoId === null ? undefined : byId.get(power.mergedIntoId);
      if (power.mergedIntoId !== null) return refused('powerCode', 'power_retired', { name: successor?.name ?? '' }, successor?.code ?? '');
      if (name !== '' && foldText(power.name) !== foldText(name))
        return refused('powerName', 'code_of_other_power', { name: power.name }, power.name);
      return { kind: 'found', power };
    }
    if (name === '') return { kind: 'none' };
    const [only, ...more] = named;
    if (only && more.length === 0) return { kind: 'found', power: only };
    if (only)
      return refused(
        'powerCode',
        'power_ambiguous',
        { codes: named.map((one) => one.code).join('、') },
        named.map((one) => one.code).join('、'),
      );
    return refused('powerName', 'power_not_found', { name }, closestName(name));
  };
}
