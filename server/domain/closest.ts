import { foldText } from './cell-text.ts';

/** How alike two texts must be to be proposed for each other; below it a proposal misleads more often than it helps. */
const enough = 0.6;

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < text.length; index += 1) pairs.add(text.slice(index, index + 2));
  return pairs;
}

function alikeness(a: string, b: string, pairsA: ReadonlySet<string>, pairsB: ReadonlySet<string>): number {
  if (a === b) return 1;
  // Names of people and short words: as many characters, all but one the same.
  if (a.length === b.length && a.length <= 4) return [...a].filter((character, index) => b[index] === character).length / a.length;
  if (a.length >= 2 && b.length >= 2 && (a.includes(b) || b.includes(a)))
    return 0.75 + Math.min(a.length, b.length) / Math.max(a.length, b.length) / 4;
  let shared = 0;
  for (const pair of pairsA) if (pairsB.has(pair)) shared += 1;
  return pairsA.size + pairsB.size === 0 ? 0 : (2 * shared) / (pairsA.size + pairsB.size);
}

/** Finds for a text that nobody knows the known one that was probably meant, or nothing where two are equally likely (domain.md section 3, import: a proposal). */
export function closestAmong(names: readonly string[]): (text: string) => string {
  const known = names.map((name) => ({ name, folded: foldText(name), pairs: pairsOf(foldText(name)) }));
  const answers = new Map<string, string>();
  const find = (folded: string): string => {
    const pairs = pairsOf(folded);
    let best = { name: '', score: 0, isTied: false };
    for (const { name, folded: other, pairs: otherPairs } of known) {
      const score = alikeness(folded, other, pairs, otherPairs);
      if (score > best.score) best = { name, score, isTied: false };
      else if (score === best.score && name !== best.name) best = { ...best, isTied: true };
    }
    return best.score >= enough && !best.isTied ? best.name : '';
  };
  return (text) => {
    const folded = foldText(text);
    const answer = answers.get(folded) ?? find(folded);
    answers.set(folded, answer);
    return answer;
  };
}
