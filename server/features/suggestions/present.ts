import type { Suggestion, SuggestionReason } from '#contract/suggestions.ts';
import type { GuidedAnswers } from '#server/domain/suggestions/guided.ts';
import type { ReadySuggestion } from '#server/domain/suggestions/ready.ts';
import type { Likeness, SimilarSuggestion } from '#server/domain/suggestions/similar.ts';
import type { Candidate } from '#server/domain/suggestions/suggestions.ts';
import { dayOf } from '#server/domain/time/time.ts';
import type { Catalogue } from '#server/features/catalogue/index.ts';

export function presentSuggestion(
  catalogue: Catalogue,
  { itemId, code, name, statutoryType, carrier, difficulty, liability }: Candidate,
  reasons: readonly SuggestionReason[],
  companions: readonly Candidate[],
): Suggestion {
  return {
    ...{ itemId, code, name, statutoryType, carrier, difficulty, liability },
    departmentName: catalogue.rowById(itemId)?.departmentName ?? '',
    reasons: [...reasons],
    companions: companions.map((one) => ({ itemId: one.itemId, code: one.code, name: one.name })),
  };
}

export const presentAnswers = ({ problems, areas, ...answers }: GuidedAnswers) => ({
  ...answers,
  problems: [...problems],
  areas: [...areas],
});

export const similarReason = ({ heldBy, sinceAt }: SimilarSuggestion, of: number): SuggestionReason => ({
  kind: 'held_by_similar',
  held: heldBy.length,
  of,
  townships: [...heldBy],
  sinceOn: dayOf(sinceAt),
});

export function readyReasons({ met, toAttest }: ReadySuggestion, nameOf: (certificateKind: string) => string): SuggestionReason[] {
  const people = met.map(({ certificateKind, have, need }): SuggestionReason =>
    certificateKind === null
      ? { kind: 'staff', have, need }
      : { kind: 'certified', certificateKindName: nameOf(certificateKind), have, need },
  );
  return [
    ...(people.length === 0 ? [{ kind: 'nothing_needed' } as const] : people),
    ...toAttest.map((text) => ({ kind: 'attest', text }) as const),
  ];
}

export const presentLikeness = ({ peer, isSameKind, sharedTags, hasCloseResidents, hasCloseStaff }: Likeness) => ({
  townshipId: peer.townshipId,
  name: peer.name,
  isSameKind,
  sharedTags: [...sharedTags],
  hasCloseResidents,
  hasCloseStaff,
});
