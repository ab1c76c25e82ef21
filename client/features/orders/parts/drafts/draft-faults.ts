import { useTranslation } from 'react-i18next';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { casesIn, shownAnswers, answersOf, type LineAnswers, type LineField } from '../../api/draft-answers.ts';
import type { DraftEditorState } from '../../api/draft-state.ts';

type FaultCode = 'need' | 'cases' | 'casesNumber' | 'approach' | 'officers' | 'startWishPast';
export type LineFaults = Partial<Record<LineField, FaultCode>>;

export const fieldId = (itemId: string, field: LineField): string => `${field}-${itemId}`;
export const lineId = (itemId: string): string => `line-${itemId}`;
export const nameFieldId = 'draft-name';

/** What a line still lacks before it can be submitted; the server asks for the same. */
export function faultsOf({ need, cases, approach, officerIds, startWishOn }: LineAnswers, today: string): LineFaults {
  const figure = casesIn(cases);
  return {
    ...(need.trim() === '' ? { need: 'need' } : {}),
    ...(figure === undefined ? { cases: 'casesNumber' } : figure === null ? { cases: 'cases' } : {}),
    ...(approach.trim() === '' ? { approach: 'approach' } : {}),
    ...(officerIds.length === 0 ? { officerIds: 'officers' } : {}),
    ...(startWishOn !== null && startWishOn <= today ? { startWishOn: 'startWishPast' } : {}),
  };
}

/** What is said of a line, as it stands in the fields. */
export function shownOf({ order, echoes, typed }: DraftEditorState, itemId: string): LineAnswers | null {
  const line = order.lines.find((one) => one.itemId === itemId);
  return line === undefined ? null : shownAnswers(answersOf(line), echoes[itemId], typed[itemId]);
}

/** Everything that keeps a draft from being checked, each with the way to its field. */
export function useDraftFaults(state: DraftEditorState): readonly SummaryError[] {
  const { t } = useTranslation('orders');
  const today = dayOf(now());
  const label = {
    need: t('field.need'),
    cases: t('field.cases'),
    approach: t('field.approach'),
    officerIds: t('field.officers'),
    startWishOn: t('field.startWish'),
    replacesGrantId: t('review.replaces'),
  } as const satisfies Record<LineField, string>;
  const ofLines = state.order.lines.flatMap(({ itemId }, index) => {
    const shown = shownOf(state, itemId);
    const faults = shown === null ? [] : (Object.entries(faultsOf(shown, today)) as [LineField, FaultCode][]);
    return faults.map(([field, code]) => ({
      fieldId: fieldId(itemId, field),
      label: t('draft.lineOf', { n: index + 1, label: label[field] }),
      message: t(`fault.${code}`),
    }));
  });
  const clashes = Object.keys(state.clashes).map((itemId) => ({ fieldId: `clash-${itemId}`, message: t('fault.clash') }));
  const name = state.name?.trim() === '' ? [{ fieldId: nameFieldId, message: t('fault.name') }] : [];
  return [...name, ...clashes, ...ofLines];
}
