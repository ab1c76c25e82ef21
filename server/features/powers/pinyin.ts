import type { pinyin } from 'pinyin-pro';
import { fold, spokenIn } from './words-searched.ts';

/** Writes a name in pinyin: ` dui zhan yong geng di`; readings of one character that context cannot decide stand side by side, ` ji/gei fu`. */
export type Spelling = (name: string) => string;

/** No character of a power's name has more readings that anybody would type. */
const mostReadings = 3;
let known: Promise<Spelling> | undefined;
let atHand: Spelling | undefined;

/** The dictionary takes some 20 MB and half a second, so it is loaded by what writes a name, and not by a search. */
export const loadSpelling = (): Promise<Spelling> =>
  (known ??= import('pinyin-pro').then((dictionary) => (atHand = spellingWith(dictionary.pinyin))));

/** A transaction cannot wait: the dictionary was loaded before. */
export function spellingAtHand(): Spelling {
  if (!atHand) throw new Error('the dictionary has to be loaded before the transaction');
  return atHand;
}

function spellingWith(pronounce: typeof pinyin): Spelling {
  const readings = new Map<string, readonly string[]>();
  const readingsOf = (character: string): readonly string[] => {
    const reading = readings.get(character) ?? pronounce(character, { type: 'array', toneType: 'none', multiple: true, v: true });
    readings.set(character, reading);
    return reading;
  };
  return (name) => {
    const folded = fold(name);
    // In context, so that 长 of 长江 and of 家长 are told apart; one entry for each character.
    const characters = [...folded];
    const inContext = pronounce(folded, { type: 'array', toneType: 'none', v: true });
    const places = new Map<number, number>();
    let at = 0;
    for (const [nth, character] of characters.entries()) {
      places.set(at, nth);
      at += character.length;
    }
    return spokenIn(folded)
      .map((piece) => {
        if (/^[a-z0-9]/.test(piece.text)) return ` ${piece.text}`;
        const read = inContext[places.get(piece.at) ?? -1] ?? piece.text;
        const all = [...new Set([read, ...readingsOf(piece.text)])].filter((one) => /^[a-z]+$/.test(one));
        // A character without a reading keeps its place, or the pieces behind it would be marked wrongly.
        return ` ${all.length === 0 ? '-' : all.slice(0, mostReadings).join('/')}`;
      })
      .join('');
  };
}
