import { evaluatePrerequisite, type Standing, type TownshipFacts } from '../requests/prerequisites.ts';
import { bundleOf, offerOf, type Candidate } from './suggestions.ts';

/** Why an item could be taken on now: each prerequisite on people with who meets it. Attestations are the township's word and are asked for later. */
export interface ReadySuggestion {
  readonly candidate: Candidate;
  readonly companions: readonly Candidate[];
  readonly met: readonly (Standing & { readonly certificateKind: string | null })[];
  /** Texts of what the township will have to attest. */
  readonly toAttest: readonly string[];
}

function metBy(candidate: Candidate, facts: TownshipFacts, now: number): ReadySuggestion['met'] {
  return candidate.prerequisites.flatMap((one) =>
    one.kind === 'attestation'
      ? []
      : [{ ...evaluatePrerequisite(one, facts, now), certificateKind: one.kind === 'certified_officers' ? one.certificateKind : null }],
  );
}

/**
 * What can be taken on now with the people there are: everything that may be ordered and whose prerequisites on people, and those of what has
 * to come with it, hold at this instant (RULES.md 4.13). All of it by code, so that more people never make one disappear.
 */
export function suggestReady(
  candidates: readonly Candidate[],
  taken: ReadonlySet<string>,
  facts: TownshipFacts,
  now: number,
): ReadySuggestion[] {
  const offer = offerOf(candidates, taken);
  // Most items ask for the same, and the roster is the same for all.
  const known = new Map<string, boolean>();
  const isReady = ({ prerequisites }: Candidate): boolean =>
    prerequisites.every((one) => {
      if (one.kind === 'attestation') return true;
      const key = one.kind === 'staffing' ? String(one.count) : `${one.certificateKind} ${String(one.count)}`;
      const holds = known.get(key) ?? evaluatePrerequisite(one, facts, now).holds;
      known.set(key, holds);
      return holds;
    });
  const ready = [...offer.open.values()].flatMap((candidate): ReadySuggestion[] => {
    const bundle = bundleOf(candidate, offer, [], isReady);
    if (bundle === null) return [];
    const toAttest = candidate.prerequisites.flatMap((one) => (one.kind === 'attestation' ? [one.text] : []));
    return [{ candidate, companions: bundle.slice(1), met: metBy(candidate, facts, now), toAttest }];
  });
  return ready.sort((a, b) => (a.candidate.code < b.candidate.code ? -1 : 1));
}
