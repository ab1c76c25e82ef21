import type { Answer } from '#client/lib/call-types.ts';

export type RequestView = Answer<'GET /requests/{requestId}'>;
export type ConsequencesView = Answer<'GET /requests/{requestId}/consequences'>;
export type PreparationView = Answer<'GET /requests/{requestId}/preparation'>;
export type RequestAction = RequestView['allowedActions'][number];
export type RequestEvent = RequestView['timeline'][number];
/** The facts of an event of one kind. */
export type FactsOf<K extends RequestEvent['kind']> = Extract<RequestEvent, { readonly kind: K }>['facts'];
export type PrerequisiteView = PreparationView['prerequisites'][number];
export type CommitmentView = PreparationView['commitments'][number];
export type HandOverView = NonNullable<PreparationView['handOver']['list']>;
