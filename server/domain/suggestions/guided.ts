import { areaFields, type Area } from './areas.ts';
import { bundleOf, isService, offerOf, type Candidate } from './suggestions.ts';
import type { Liability, Tier } from '../values/words.ts';

export const distances = ['near', 'middle', 'far'] as const;
export const capacities = ['window', 'team', 'both'] as const;
export const appetites = ['careful', 'steady', 'bold'] as const;

/** What a township answers to the six questions of a guided order. */
export interface GuidedAnswers {
  /** Fields in which most problems come up. */
  readonly problems: readonly string[];
  /** People with a valid certificate of law enforcement now, and how many more within six months. */
  readonly certifiedNow: number;
  readonly certifiedSoon: number;
  /** To the county seat: under half an hour, up to one hour, more. */
  readonly distance: (typeof distances)[number];
  readonly areas: readonly Area[];
  readonly capacity: (typeof capacities)[number];
  readonly appetite: (typeof appetites)[number];
}

/** People as the roster knows them: in post, and with each kind of certificate. */
export interface People {
  readonly staff: number;
  readonly certified: ReadonlyMap<string, number>;
  /** The kind that the answers speak of (行政处罚法 42). */
  readonly enforcementKind: string;
}

/** Why an item is in the proposal; the client has words for each. */
export type GuidedReason =
  | { readonly kind: 'problem'; readonly field: string }
  | { readonly kind: 'area'; readonly area: Area; readonly field: string }
  | { readonly kind: 'distance' }
  | { readonly kind: 'window' | 'team' }
  | { readonly kind: 'frequent' | 'easy_to_spot' }
  | { readonly kind: 'tier'; readonly difficulty: Tier; readonly liability: Liability }
  | { readonly kind: 'people_ready' }
  | { readonly kind: 'people_later'; readonly missing: number }
  | { readonly kind: 'companion'; readonly of: string };

export interface Proposal {
  readonly candidate: Candidate;
  readonly reasons: readonly GuidedReason[];
}
export interface GuidedOrder {
  readonly proposals: readonly Proposal[];
  /** What answers a need and is left out all the same: too few people, too hard for the appetite, more than the order was to hold. */
  readonly left: { readonly people: number; readonly tier: number; readonly more: number };
}

const hardest: Record<GuidedAnswers['appetite'], { readonly difficulty: readonly Tier[]; readonly liability: readonly Liability[] }> = {
  careful: { difficulty: ['easy'], liability: ['low', 'medium'] },
  steady: { difficulty: ['easy', 'medium'], liability: ['low', 'medium'] },
  bold: { difficulty: ['easy', 'medium', 'hard'], liability: ['low', 'medium', 'high'] },
};

/** What weighs how much when there is more than fits; figures are ours and are never shown, the reasons are. */
const weight = {
  problem: 40,
  area: 15,
  distance: 15,
  frequent: 10,
  easy_to_spot: 8,
  window: 5,
  team: 5,
  tier: 4,
  people_ready: 12,
  people_later: 4,
  companion: 0,
} as const satisfies Record<GuidedReason['kind'], number>;
/** So much less counts what adds to a field that the order has already: one order shall not be of one field alone. */
const sameField = 14;

/** How many people are missing for all prerequisites; null when there cannot be enough within six months. */
function missingPeople({ prerequisites }: Candidate, answers: GuidedAnswers, people: People): number | null {
  let most = 0;
  for (const one of prerequisites) {
    if (one.kind === 'attestation') continue;
    if (one.kind === 'staffing') {
      if (one.count > people.staff) return null;
      continue;
    }
    const have = one.certificateKind === people.enforcementKind ? answers.certifiedNow : (people.certified.get(one.certificateKind) ?? 0);
    const missing = Math.max(0, one.count - have);
    if (missing > answers.certifiedSoon) return null;
    most = Math.max(most, missing);
  }
  return most;
}

const isBearable = ({ difficulty, liability }: Candidate, { appetite }: GuidedAnswers): boolean =>
  hardest[appetite].difficulty.includes(difficulty) && hardest[appetite].liability.includes(liability);

const suitsCapacity = (candidate: Candidate, { capacity }: GuidedAnswers): boolean =>
  capacity === 'both' || candidate.category === 'public_management' || isService(candidate) === (capacity === 'window');

/** What the item would be good for here; without one of these it is not proposed, however easy it is. */
function needsMet(candidate: Candidate, answers: GuidedAnswers): GuidedReason[] {
  const { field } = candidate;
  const area = answers.areas.find((one) => areaFields[one].some((word) => field.includes(word)));
  return [
    ...(answers.problems.includes(field) ? [{ kind: 'problem', field } as const] : []),
    ...(area === undefined ? [] : [{ kind: 'area', area, field } as const]),
    ...(answers.distance === 'far' && isService(candidate) ? [{ kind: 'distance' } as const] : []),
  ];
}

function fitReasons(candidate: Candidate, answers: GuidedAnswers, missing: number): GuidedReason[] {
  const { suitability, difficulty, liability, prerequisites } = candidate;
  const asksForPeople = prerequisites.some(({ kind }) => kind !== 'attestation');
  return [
    ...(answers.capacity === 'both' ? [] : [{ kind: answers.capacity } as const]),
    ...(suitability?.isFrequent === true ? [{ kind: 'frequent' } as const] : []),
    ...(suitability?.isEasyToSpot === true ? [{ kind: 'easy_to_spot' } as const] : []),
    ...(difficulty === 'easy' || liability === 'low' ? [{ kind: 'tier', difficulty, liability } as const] : []),
    ...(missing > 0 ? [{ kind: 'people_later', missing } as const] : asksForPeople ? [{ kind: 'people_ready' } as const] : []),
  ];
}

interface Scored extends Proposal {
  readonly score: number;
}
const scoreOf = (reasons: readonly GuidedReason[]): number => reasons.reduce((sum, { kind }) => sum + weight[kind], 0);

/** The best of what is left, those of fields that the order has already counting less; equals by code. */
function bestOf(scored: readonly Scored[], chosen: readonly Proposal[]): Scored | undefined {
  const fields = new Map<string, number>();
  for (const { candidate } of chosen) fields.set(candidate.field, (fields.get(candidate.field) ?? 0) + 1);
  let best: Scored | undefined;
  let height = Number.NEGATIVE_INFINITY;
  for (const one of scored) {
    const score = one.score - sameField * (fields.get(one.candidate.field) ?? 0);
    if (score > height) [best, height] = [one, score];
  }
  return best;
}

/**
 * A set of powers that answers what a township said about itself, at most `most` with all that has to come with them, each with its reasons
 * (RULES.md 4.12): eligible, not held, not under request, nothing that excludes another, people there or within six
 * months, no harder than the township dares, nothing that the county itself calls too specialised or rarely used.
 */
export function guidedOrder(
  candidates: readonly Candidate[],
  taken: ReadonlySet<string>,
  answers: GuidedAnswers,
  people: People,
  most: number,
): GuidedOrder {
  const offer = offerOf(candidates, taken);
  const left = { people: 0, tier: 0, more: 0 };
  const scored: Scored[] = [];
  for (const candidate of [...offer.open.values()].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    const needs = needsMet(candidate, answers);
    if (needs.length === 0 || !suitsCapacity(candidate, answers) || (candidate.suitability?.exclusions.length ?? 0) > 0) continue;
    const missing = missingPeople(candidate, answers, people);
    if (missing === null) left.people += 1;
    else if (!isBearable(candidate, answers)) left.tier += 1;
    else {
      const reasons = [...needs, ...fitReasons(candidate, answers, missing)];
      scored.push({ candidate, reasons, score: scoreOf(reasons) });
    }
  }
  const proposals: Proposal[] = [];
  const pleases = (one: Candidate): boolean => isBearable(one, answers) && missingPeople(one, answers, people) !== null;
  let open: readonly Scored[] = scored;
  for (let best = bestOf(open, proposals); best !== undefined; best = bestOf(open, proposals)) {
    const main = best;
    open = open.filter((one) => one !== main);
    if (proposals.length >= most) {
      left.more += 1 + open.length;
      break;
    }
    const chosen = proposals.map(({ candidate }) => candidate);
    const bundle = bundleOf(main.candidate, offer, chosen, pleases);
    if (bundle === null) continue;
    if (proposals.length + bundle.length > most) {
      left.more += 1;
      continue;
    }
    for (const candidate of bundle) {
      const own = scored.find((one) => one.candidate.code === candidate.code)?.reasons ?? [];
      const companion = { kind: 'companion', of: main.candidate.name } as const;
      proposals.push({ candidate, reasons: candidate === main.candidate ? own : [companion, ...own] });
    }
    const codes = new Set(bundle.map(({ code }) => code));
    open = open.filter(({ candidate }) => !codes.has(candidate.code));
  }
  return { proposals, left };
}
