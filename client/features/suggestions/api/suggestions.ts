import { useQuery } from '@tanstack/react-query';
import type { Answer, Given } from '#client/lib/call-types.ts';
import type { Address } from '#client/ui/lists/use-address.ts';
import { useOwnTownship } from '#client/lib/own-township.ts';
import { queryOf } from '#client/lib/use-answer.ts';

export type Suggestion = Answer<'GET /suggestions/ready'>['items'][number];
export type Reason = Suggestion['reasons'][number];
export type GuidedAnswers = Answer<'GET /suggestions/questions'>['answers'];

/** What the address bar keeps: which kind of suggestion, and what was answered. */
export const suggestionNames = ['view', 'problems', 'certifiedNow', 'certifiedSoon', 'distance', 'areas', 'capacity', 'appetite'] as const;
export type SuggestionAddress = Address<(typeof suggestionNames)[number]>;

/** The answers as the address writes them; a link with them leads to the same set. */
export const addressOf = (answers: GuidedAnswers): Partial<SuggestionAddress['values']> => ({
  problems: answers.problems.join(','),
  certifiedNow: String(answers.certifiedNow),
  certifiedSoon: String(answers.certifiedSoon),
  distance: answers.distance,
  areas: answers.areas.join(','),
  capacity: answers.capacity,
  appetite: answers.appetite,
});

/** The set for what stands in the address; nothing is asked before the questions were answered. */
export function useGuidedOrder({ view: _view, ...values }: SuggestionAddress['values']) {
  const isAnswered = values.distance !== '';
  const { named } = useOwnTownship();
  const query = { ...values, ...named } as NonNullable<Given<'GET /suggestions/guided-order'>['query']>;
  return { isAnswered, ...useQuery({ ...queryOf('GET /suggestions/guided-order', { query }), enabled: isAnswered }) };
}
