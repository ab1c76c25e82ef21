import type { Answer } from '#client/lib/call-types.ts';
import { useAnswer } from '#client/lib/use-answer.ts';

export type CommonPreview = Answer<'GET /menu/items/{itemId}/common-preview'>;
export type CommonTownship = CommonPreview['items'][number];
export type CommonReason = Extract<CommonTownship, { readonly place: 'left_out' }>['reasons'][number];
export type CommonDecision = Answer<'GET /common-decisions'>['items'][number];
export type DecidedTownship = Answer<'GET /common-decisions/{decisionId}'>['items'][number];

export const useCommonPreview = (itemId: string) => useAnswer('GET /menu/items/{itemId}/common-preview', { params: { itemId } });
export const useCommonDecision = (decisionId: string) => useAnswer('GET /common-decisions/{decisionId}', { params: { decisionId } });
