import { foldText } from './text.ts';

/** Pairs of neighbouring characters, each counted once; a single character is its own pair. */
function pairsOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  return new Set(
    characters.length < 2 ? characters : characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`),
  );
}

/** How alike two names are, from 0 to 1: the share of neighbouring pairs that both have (Dice); only ever a proposal, never a match (RULES.md 3.19). */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(foldText(a)), pairsOf(foldText(b))];
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const pair of left) if (right.has(pair)) shared += 1;
  return (2 * shared) / (left.size + right.size);
}

const leastLikeness = 0.4;

/** The name that comes closest, or none where nothing is near enough to be proposed. */
export function closest<T>(wanted: string, among: readonly T[], nameOf: (one: T) => string): T | null {
  let best: T | null = null;
  let most = leastLikeness;
  for (const one of among) {
    const alike = likeness(wanted, nameOf(one));
    if (alike > most) {
      best = one;
      most = alike;
    }
  }
  return best;
}

/** The name among many that a text probably means, or nothing; what was asked before is remembered, for sheets repeat themselves. */
export function closestAmong(names: readonly string[]): (text: string) => string {
  const answers = new Map<string, string>();
  return (text) => {
    const answer = answers.get(text) ?? closest(text, names, (name) => name) ?? '';
    answers.set(text, answer);
    return answer;
  };
}
