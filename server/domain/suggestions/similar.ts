import type { TownshipProfile } from '../law/eligibility.ts';
import { bundleOf, offerOf, type Candidate } from './suggestions.ts';

/** What of a township likeness is judged by: all of it published figures, none of it persons. */
export interface Peer {
  readonly townshipId: string;
  readonly name: string;
  readonly profile: Pick<TownshipProfile, 'kind' | 'tags' | 'residents' | 'staffPresent'>;
}

/** What two townships have in common, in words; likeness is no rank. */
export interface Likeness {
  readonly peer: Peer;
  /** 0 alike, 1 as different as can be. */
  readonly distance: number;
  readonly isSameKind: boolean;
  readonly sharedTags: readonly string[];
  readonly hasCloseResidents: boolean;
  readonly hasCloseStaff: boolean;
}

const weights = { kind: 0.3, tags: 0.3, residents: 0.25, staff: 0.15 } as const;
/** Four times as many people is as different as it gets; within one and a half times they are close. */
const farRatio = Math.log(4);
const closeRatio = Math.log(1.5);
const mostPeers = 6;
const mostDistance = 0.55;

// A figure that was not entered is half-way between alike and different.
const ratioOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null || a < 1 || b < 1 ? null : Math.abs(Math.log(a / b));
const partOf = (ratio: number | null): number => (ratio === null ? 0.5 : Math.min(1, ratio / farRatio));

function kindDistance(a: Peer['profile']['kind'], b: Peer['profile']['kind']): number {
  if (a === b) return 0;
  return (a === 'subdistrict') === (b === 'subdistrict') ? 0.5 : 1;
}

function likenessOf(own: Peer['profile'], peer: Peer): Likeness {
  const { kind, tags, residents, staffPresent } = peer.profile;
  const sharedTags = own.tags.filter((tag) => tags.includes(tag));
  const allTags = new Set([...own.tags, ...tags]).size;
  const residentRatio = ratioOf(own.residents, residents);
  const staffRatio = ratioOf(own.staffPresent, staffPresent);
  const distance =
    weights.kind * kindDistance(own.kind, kind) +
    weights.tags * (allTags === 0 ? 0.5 : 1 - sharedTags.length / allTags) +
    weights.residents * partOf(residentRatio) +
    weights.staff * partOf(staffRatio);
  return {
    peer,
    distance,
    isSameKind: own.kind === kind,
    sharedTags,
    hasCloseResidents: residentRatio !== null && residentRatio <= closeRatio,
    hasCloseStaff: staffRatio !== null && staffRatio <= closeRatio,
  };
}

/** The few townships most like one's own by kind, tags, residents and staff; those too different are left out (RULES.md 4.11). */
export function similarTownships(own: Peer['profile'], peers: readonly Peer[]): Likeness[] {
  return peers
    .map((peer) => likenessOf(own, peer))
    .filter(({ distance }) => distance <= mostDistance)
    .sort((a, b) => a.distance - b.distance || (a.peer.townshipId < b.peer.townshipId ? -1 : 1))
    .slice(0, mostPeers);
}

/** That a township holds a power, and since when. */
export interface HeldElsewhere {
  readonly townshipId: string;
  readonly code: string;
  readonly sinceAt: number;
}

export interface SimilarSuggestion {
  readonly candidate: Candidate;
  readonly companions: readonly Candidate[];
  /** Names of the similar townships that hold it, and since when the first of them does. */
  readonly heldBy: readonly string[];
  readonly sinceAt: number;
}

/** What similar townships hold and one's own may order, the most held first: with more than three of them, what at least two hold (RULES.md 4.11). */
export function suggestSimilar(
  candidates: readonly Candidate[],
  taken: ReadonlySet<string>,
  similar: readonly Likeness[],
  held: readonly HeldElsewhere[],
): SimilarSuggestion[] {
  const offer = offerOf(candidates, taken);
  const least = similar.length > 3 ? 2 : 1;
  const nameOf = new Map(similar.map(({ peer }) => [peer.townshipId, peer.name]));
  const byCode = new Map<string, HeldElsewhere[]>();
  for (const one of held) {
    if (!nameOf.has(one.townshipId)) continue;
    byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  }
  const suggestions = [...byCode].flatMap(([code, holders]): SimilarSuggestion[] => {
    const candidate = offer.open.get(code);
    const bundle = candidate === undefined ? null : bundleOf(candidate, offer);
    if (candidate === undefined || bundle === null || holders.length < least) return [];
    const heldBy = holders.map(({ townshipId }) => nameOf.get(townshipId) ?? '').sort();
    return [{ candidate, companions: bundle.slice(1), heldBy, sinceAt: Math.min(...holders.map(({ sinceAt }) => sinceAt)) }];
  });
  return suggestions.sort((a, b) => b.heldBy.length - a.heldBy.length || (a.candidate.code < b.candidate.code ? -1 : 1));
}
