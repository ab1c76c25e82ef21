import { foldText, plainLine } from './text.ts';
import type { TownshipKind } from './words.ts';

export type DivisionCode =
  | { readonly kind: 'township'; readonly code: string; readonly isLong: boolean }
  | { readonly kind: 'county'; readonly code: string }
  | { readonly kind: 'community' | 'rounded' | 'invalid' };

/** The official code of a division: 9 digits for a township, 6 for a county; statisticians write both with 12, and 3 digits more are a village (RULES.md 2.2). */
export function readDivisionCode(cell: string): DivisionCode {
  const text = foldText(cell).replace(/\.0+$/, '');
  // A program that counted with the code: digits are lost.
  if (/^\d(?:\.\d+)?e\+?\d+$/.test(text)) return { kind: 'rounded' };
  if (!/^\d+$/.test(text)) return { kind: 'invalid' };
  if (text.length === 6) return { kind: 'county', code: text };
  if (text.length === 9)
    return text.endsWith('000') ? { kind: 'county', code: text.slice(0, 6) } : { kind: 'township', code: text, isLong: false };
  if (text.length !== 12) return { kind: 'invalid' };
  if (text.endsWith('000000')) return { kind: 'county', code: text.slice(0, 6) };
  return text.endsWith('000') ? { kind: 'township', code: text.slice(0, 9), isLong: true } : { kind: 'community' };
}

const government = /人民政府$/;
const office = /(?:街道)?办事处$|街道办$/;

/** The place that a body governs: 东河镇 for 东河镇人民政府, 西关街道 for 西关街道办事处. */
export function placeName(name: string): string {
  const plain = plainLine(name);
  if (office.test(plain)) return `${plain.replace(office, '').replace(/街道$/, '')}街道`;
  return plain.replace(government, '');
}

/** The kind of a township by the ending of its name; null for farms, reserves and whatever else statistics count as a township (RULES.md 2.3). */
export function kindByName(name: string): TownshipKind | null {
  const place = placeName(name);
  if (place.endsWith('街道')) return 'subdistrict';
  if (/(?:族乡|民族乡|族苏木)$/.test(place)) return 'ethnic_township';
  if (/(?:乡|苏木)$/.test(place)) return 'township';
  return place.endsWith('镇') ? 'town' : null;
}

/** The body that holds powers there: a government, in a subdistrict an office (地方组织法 76, 86). */
export function officialName(place: string, kind: TownshipKind): string {
  if (government.test(place) || office.test(place)) return place;
  return kind === 'subdistrict' ? `${place}办事处` : `${place}人民政府`;
}

interface Named {
  readonly name: string;
  readonly shortName: string;
  readonly divisionCode: string | null;
}

/** Finds the organisation that a cell speaks of: by code, full name, short name or place, with or without the county before it (RULES.md 3.50). */
export function organisationFinder<T extends Named>(organisations: readonly T[], countyName: string): (cell: string) => T | undefined {
  const byKey = new Map<string, T | null>();
  const county = foldText(countyName);
  const keysOf = (name: string): string[] => {
    const folded = [name, placeName(name)].map(foldText);
    const short = folded.map((key) => (key.startsWith(county) ? key.slice(county.length) : key));
    return [...new Set([...folded, ...short, ...short.map((key) => `县${key}`), ...short.map((key) => key.replace(/^县/, ''))])];
  };
  for (const organisation of organisations) {
    const keys = new Set([organisation.name, organisation.shortName].flatMap(keysOf));
    if (organisation.divisionCode !== null) keys.add(organisation.divisionCode);
    for (const key of keys) {
      const known = byKey.get(key);
      // Two that answer to one word: neither is meant.
      byKey.set(key, known === undefined || known === organisation ? organisation : null);
    }
  }
  const exact = new Map(organisations.map((organisation) => [foldText(organisation.name), organisation]));
  return (cell) => {
    const code = readDivisionCode(cell);
    if (code.kind === 'township') return byKey.get(code.code) ?? undefined;
    const own = exact.get(foldText(cell));
    if (own) return own;
    for (const key of keysOf(cell)) {
      const found = byKey.get(key);
      if (found) return found;
    }
    return undefined;
  };
}
