/**
 * One spelling for what people type and what the menu says: full-width letters and digits become plain (NFKC), capitals
 * small, and blanks go, since in Chinese they mean nothing.
 */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/** Why a power was found, the best reason first; the place in this list is the rank. */
export const matchReasons = ['code', 'code_start', 'name_start', 'name', 'code_part', 'initials', 'pinyin'] as const;
export type MatchReason = (typeof matchReasons)[number];

/** What a search looks at of one power, folded once. */
export interface Searched {
  /** Name, line feed, code. */
  readonly text: string;
  readonly nameLength: number;
  /** Syllables of the name as `pinyin.ts` writes them; '' where it is not written yet. */
  readonly pinyin: string;
}
export function searchedOf(name: string, code: string, pinyin: string | null): Searched {
  const folded = fold(name);
  return { text: `${folded}\n${fold(code)}`, nameLength: folded.length, pinyin: pinyin ?? '' };
}

/** One word of a search; a word of letters (and figures, 2026nian) may also be pinyin, whole, in part or by initials. */
export interface Word {
  readonly text: string;
  readonly initials: RegExp | null;
  readonly pinyin: RegExp | null;
}

// From one letter to the next: on into the same syllable, or to the next one, of which any reading will do.
const toNextSyllable = '[^ ]* (?:[^ ]*/)?';
const spelling = (letters: string, between: string): RegExp => new RegExp(`[ /]${[...letters].join(between)}`);

/** The words of a search; a power must hold every one of them. */
export function searchWords(q: string | undefined): Word[] {
  const words = (q ?? '').normalize('NFKC').split(/\s+/).map(fold);
  return [...new Set(words)]
    .filter((text) => text !== '')
    .sort()
    .map((text) => {
      const letters = text.replaceAll("'", '').replaceAll('ü', 'v');
      const isSpelling = /^(?=.*[a-z])[a-z0-9]{1,60}$/.test(letters);
      return {
        text,
        initials: isSpelling ? spelling(letters, toNextSyllable) : null,
        pinyin: isSpelling ? spelling(letters, `(?:${toNextSyllable})??`) : null,
      };
    });
}

/** The best reason why a power is found by one word; null when it is not. */
function reasonOf({ text, nameLength, pinyin }: Searched, word: Word): MatchReason | null {
  const code = nameLength + 1;
  if (text.startsWith(word.text, code)) return text.length === code + word.text.length ? 'code' : 'code_start';
  const at = text.indexOf(word.text);
  // 对 opens the names of nearly all penalties; it is rarely typed.
  if (at === 0 || (at === 1 && text.startsWith('对'))) return 'name_start';
  if (at > 0) return at < nameLength ? 'name' : 'code_part';
  // Whatever is found by initials is found as pinyin too, so most powers are asked once.
  if (word.pinyin?.test(pinyin) !== true) return null;
  return word.initials?.test(pinyin) === true ? 'initials' : 'pinyin';
}

/** How well a power answers all the words, 0 the best; -1 when one of them is missing. The weakest word decides. */
export function rankOf(searched: Searched, words: readonly Word[]): number {
  let rank = 0;
  for (const word of words) {
    const reason = reasonOf(searched, word);
    if (reason === null) return -1;
    rank = Math.max(rank, matchReasons.indexOf(reason));
  }
  return rank;
}

/** Stretches of the name as it is written, in characters of JavaScript, each from the first to behind the last. */
export interface Match {
  readonly by: MatchReason;
  readonly name: readonly (readonly [from: number, to: number])[];
}

/** What of a name to mark, and the reason to tell. */
export function matchOf(name: string, searched: Searched, words: readonly Word[]): Match | null {
  const by = matchReasons[rankOf(searched, words)];
  if (by === undefined) return null;
  const found: (readonly [number, number])[] = [];
  for (const word of words) {
    const stretch = stretchOf(searched, word);
    if (stretch !== null) found.push(stretch);
  }
  // Nearly all names are written as they are folded.
  if (name.length === searched.nameLength) return { by, name: found.length < 2 ? found : merged(found) };
  const places = placesOf(name);
  const written = found.map(([from, to]) => [places[from]?.[0] ?? 0, places[to - 1]?.[1] ?? name.length] as const);
  return { by, name: merged(written) };
}

/** From where to where in the folded name. */
function stretchOf({ text, nameLength, pinyin }: Searched, word: Word): readonly [number, number] | null {
  const at = text.indexOf(word.text);
  if (at >= 0) return at < nameLength ? [at, at + word.text.length] : null;
  const heard = word.initials?.exec(pinyin) ?? word.pinyin?.exec(pinyin);
  if (!heard) return null;
  const spoken = spokenIn(text.slice(0, nameLength));
  const first = countOf(pinyin.slice(0, heard.index + 1)) - 1;
  const last = first + countOf(heard[0].slice(1));
  const [from, to] = [spoken[first], spoken[last]];
  return from && to ? [from.at, to.at + to.length] : null;
}
const countOf = (text: string): number => text.split(' ').length - 1;

/** Where each unit of the folded name came from: NFKC may make several of one, and blanks are gone. */
function placesOf(name: string): (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  let at = 0;
  for (const character of name) {
    for (let unit = 0; unit < fold(character).length; unit += 1) places.push([at, at + character.length]);
    at += character.length;
  }
  return places;
}

/** What of a folded name is pronounced: each Chinese character, and each run of letters and digits. `pinyin.ts` writes the same pieces. */
export function spokenIn(folded: string): { readonly at: number; readonly length: number; readonly text: string }[] {
  return [...folded.matchAll(/\p{Script=Han}|[a-z0-9]+/gu)].map((match) => ({ at: match.index, length: match[0].length, text: match[0] }));
}

function merged(stretches: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
