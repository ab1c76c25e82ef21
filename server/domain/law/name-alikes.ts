import type { StatutoryType } from '../values/words.ts';

/** Names from here on are pointed out as alike, from 0 to 1: tried on the verified powers, where it finds the true cases and few others. */
export const alikeFrom = 0.6;

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^()]*\)|[[【〔{][^\]】〕}]*[\]】〕}]/g, '')
    .replaceAll(/[\s\p{P}\p{S}]/gu, '');

/** Words of directories that mean the same: the left is written as the right. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/所有权(?:和|及|与|或者)?使用权|权属/g, '权属'],
  [/争议|纠纷/g, '争议'],
  [/(?:擅自|未经批准|未经许可)+/g, '擅自'],
  [/违章建筑|违法建筑|违法建设/g, '违法建设'],
  [/养殖场|养殖小区/g, '养殖场'],
  [/毁坏|损坏|损毁|破坏/g, '损毁'],
  [/焚烧|烧毁/g, '焚烧'],
  [/占道经营|占用道路经营/g, '占道经营'],
];

/** What the end of a name says of the kind of power; the words themselves tell nothing apart. */
const endings: readonly (readonly [RegExp, StatutoryType])[] = [
  [/(?:的)?(?:行为)?(?:的)?(?:行政)?处罚$/, 'penalty'],
  [/(?:的)?(?:行政)?强制(?:措施)?$/, 'compulsion'],
  [/(?:的)?(?:行政)?检查$/, 'inspection'],
  [/(?:的)?(?:行政)?(?:许可)?(?:证)?(?:的)?(?:核发|审批|许可|审核批准)$/, 'licensing'],
  [/(?:的)?(?:行政)?(?:裁决|处理|调处|调解)$/, 'adjudication'],
  [/(?:的)?(?:行政)?征收$/, 'levy'],
  [/(?:的)?(?:行政)?(?:表彰)?(?:奖励|表彰)$/, 'reward'],
  [/(?:的)?(?:行政)?(?:给付|发放)$/, 'benefit'],
  [/(?:的)?(?:行政)?确认$/, 'confirmation'],
];

/** A name without what names of powers have in common: affixes, brackets, width, synonyms (RULES.md 3.20). */
export function coreOf(name: string): string {
  const plain = synonyms.reduce((text, [pattern, word]) => text.replaceAll(pattern, word), folded(name));
  const stripped = endings.reduce((text, [pattern]) => text.replace(pattern, ''), plain.replace(/^对/, '')).replaceAll('的', '');
  return stripped === '' ? plain : stripped;
}

/** The kind of power that a name ends in; null where it does not say (RULES.md 3.20). */
export function typeIn(name: string): StatutoryType | null {
  const plain = folded(name);
  return endings.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

function gramsOf(core: string): string[] {
  const characters = [...core];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((second, index) => `${characters[index] ?? ''}${second}`))];
}

/** Two names of powers beside each other: how alike from 0 to 1, and what they have in common, to be shown. */
export interface Likeness {
  readonly score: number;
  readonly common: readonly string[];
}

/** Twice the pairs of characters that both cores have, over all that they have: 1 for the same core (RULES.md 3.20). */
export function compareNames(left: string, right: string): Likeness {
  const core = coreOf(left);
  const grams = gramsOf(core);
  const others = new Set(gramsOf(coreOf(right)));
  const shared = new Set(grams.filter((gram) => others.has(gram)));
  const all = grams.length + others.size;
  return { score: all === 0 ? 1 : (2 * shared.size) / all, common: commonRuns(core, shared) };
}

/** The stretches of a core that are covered by what is shared, longest first. */
function commonRuns(core: string, shared: ReadonlySet<string>): string[] {
  const characters = [...core];
  const runs: string[] = [];
  let run = '';
  characters.forEach((character, index) => {
    const isJoined = shared.has(`${characters[index - 1] ?? ''}${character}`);
    const begins = shared.has(`${character}${characters[index + 1] ?? ''}`) || shared.has(character);
    if (isJoined && run !== '') run += character;
    else {
      if (run !== '') runs.push(run);
      run = begins ? character : '';
    }
  });
  if (run !== '') runs.push(run);
  return [...new Set(runs)].sort((a, b) => b.length - a.length).slice(0, 3);
}

export interface NamedThing<K> {
  readonly key: K;
  readonly name: string;
  /** What kind of power it is, where that is known; otherwise the name is asked. */
  readonly type: StatutoryType | null;
}
export interface Alike<K> extends Likeness {
  readonly key: K;
}
export interface AlikeIndex<K> {
  readonly add: (thing: NamedThing<K>) => void;
  /** Everything in the index that is alike, the most alike first; of another known kind is not alike. */
  readonly alikes: (thing: NamedThing<K>) => Alike<K>[];
}

const mayBeSame = (one: StatutoryType | null, other: StatutoryType | null): boolean =>
  one === null || other === null || one === 'other' || other === 'other' || one === other;

/** Names by their pairs of characters: who looks for one name touches only those that share something with it (RULES.md 3.19). */
export function createAlikeIndex<K>(): AlikeIndex<K> {
  const things: { readonly thing: NamedThing<K>; readonly type: StatutoryType | null; readonly size: number }[] = [];
  const holders = new Map<string, number[]>();
  return {
    add(thing) {
      const grams = gramsOf(coreOf(thing.name));
      const place = things.push({ thing, type: thing.type ?? typeIn(thing.name), size: grams.length }) - 1;
      for (const gram of grams) {
        const places = holders.get(gram);
        if (places) places.push(place);
        else holders.set(gram, [place]);
      }
    },
    alikes({ name, type }) {
      const grams = gramsOf(coreOf(name));
      const wanted = type ?? typeIn(name);
      const shared = new Map<number, number>();
      for (const gram of grams) for (const place of holders.get(gram) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
      const found: Alike<K>[] = [];
      for (const [place, count] of shared) {
        const other = things[place];
        if (!other || (2 * count) / (grams.length + other.size) < alikeFrom || !mayBeSame(wanted, other.type)) continue;
        found.push({ key: other.thing.key, ...compareNames(name, other.thing.name) });
      }
      return found.sort((a, b) => b.score - a.score);
    },
  };
}
