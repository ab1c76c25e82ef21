import { useTranslation } from 'react-i18next';
import type { Given } from '#client/lib/call-types.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import type { FormField } from '#client/ui/forms/use-field-errors.ts';
import type { Answered } from '../acts/request-act-frame.tsx';

type DecisionBody = Given<'POST /requests/{requestId}/decision'>['body'];
type Prerequisite = Extract<DecisionBody, { outcome: 'approve_with_conditions' }>['conditions']['extraPrerequisites'][number];

/** One more prerequisite, half typed perhaps. */
export interface Extra {
  readonly key: string;
  readonly kind: Prerequisite['kind'];
  readonly certificateKind: string | null;
  readonly count: number | null;
  readonly subject: WordLists['attestationSubject'];
  readonly text: string;
}

export interface DecisionTyped {
  readonly outcome: WordLists['decisionOutcome'] | null;
  readonly text: string;
  readonly conditionText: string;
  readonly extra: readonly Extra[];
  readonly termMonths: number | null;
  readonly notBeforeOn: string | null;
  readonly reasonCode: WordLists['rejectionReason'] | null;
  readonly wouldBePossibleIf: string;
  readonly alternative: { readonly id: string; readonly name: string } | null;
}

export const undecided: DecisionTyped = {
  outcome: null,
  text: '',
  conditionText: '',
  extra: [],
  termMonths: null,
  notBeforeOn: null,
  reasonCode: null,
  wouldBePossibleIf: '',
  alternative: null,
};

export interface DecisionPartProps {
  readonly typed: DecisionTyped;
  readonly onChange: (next: DecisionTyped) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

function prerequisiteOf({ key, kind, certificateKind, count, subject, text }: Extra): Prerequisite {
  if (kind === 'certified_officers') return { key, kind, certificateKind: certificateKind ?? '', count: count ?? 0 };
  return kind === 'staffing' ? { key, kind, count: count ?? 0 } : { key, kind, subject, text };
}

/** What is sent: only what belongs to the outcome chosen, whatever was typed under another one. */
export function decisionBody(typed: DecisionTyped): DecisionBody | null {
  const { outcome, text, conditionText, extra, termMonths, notBeforeOn, reasonCode, wouldBePossibleIf, alternative } = typed;
  if (outcome === null) return null;
  if (outcome === 'approve') return { outcome, text };
  if (outcome === 'reject')
    return reasonCode === null ? null : { outcome, text, reasonCode, wouldBePossibleIf, alternativeItemId: alternative?.id ?? null };
  const conditions = { text: conditionText, termMonths, notBeforeOn, extraPrerequisites: extra.map(prerequisiteOf) };
  return { outcome, text, conditions };
}

const isBlank = (text: string): boolean => text.trim() === '';

/** What a decision lacks: a rejection costs a reason, words, and a way out. */
export function useDecisionFaults(): (typed: DecisionTyped) => readonly SummaryError[] {
  const { t } = useTranslation('requests');
  return (typed) => {
    const { outcome } = typed;
    if (outcome === null) return [{ fieldId: 'decision-outcome', message: t('act.fault.outcome') }];
    if (outcome === 'approve') return [];
    if (outcome === 'reject') {
      return [
        ...(typed.reasonCode === null ? [{ fieldId: 'decision-reason', message: t('act.fault.reason') }] : []),
        ...(isBlank(typed.text) ? [{ fieldId: 'decision-text', message: t('act.fault.text') }] : []),
        ...(isBlank(typed.wouldBePossibleIf) && typed.alternative === null
          ? [{ fieldId: 'decision-possible', message: t('act.fault.possible') }]
          : []),
      ];
    }
    return [
      ...(isBlank(typed.conditionText) ? [{ fieldId: 'decision-conditions', message: t('act.fault.conditions') }] : []),
      ...typed.extra.flatMap((one, index): SummaryError[] => {
        const id = extraId(index);
        if (one.kind === 'attestation')
          return isBlank(one.text) ? [{ fieldId: `${id}-text`, message: t('act.fault.prerequisiteText') }] : [];
        return [
          ...(one.kind === 'certified_officers' && one.certificateKind === null
            ? [{ fieldId: `${id}-kind`, message: t('act.fault.kind') }]
            : []),
          ...(one.count === null || one.count < 1 ? [{ fieldId: `${id}-count`, message: t('act.fault.number') }] : []),
        ];
      }),
    ];
  };
}

/** What was typed under the outcome chosen, to be read once more. */
export function useDecisionAnswers({
  outcome,
  text,
  conditionText,
  reasonCode,
  wouldBePossibleIf,
  alternative,
}: DecisionTyped): Answered[] {
  const { t } = useTranslation('requests');
  const word = useWords();
  if (outcome === 'reject') {
    return [
      { label: t('decision.reason'), text: reasonCode === null ? null : word('rejectionReason', reasonCode) },
      { label: t('decision.reasonText'), text },
      { label: t('decision.possible'), text: wouldBePossibleIf },
      { label: t('decision.alternative'), text: alternative?.name ?? null },
    ];
  }
  const remarks = { label: t('decision.text'), text };
  return outcome === 'approve_with_conditions' ? [{ label: t('decision.conditions'), text: conditionText }, remarks] : [remarks];
}

export const extraId = (index: number): string => `decision-extra-${index}`;

export function useDecisionFields(extra: readonly Extra[]): Readonly<Record<string, FormField>> {
  const { t } = useTranslation('requests');
  const extraFields = extra.flatMap((_, index): [string, FormField][] => {
    const pointer = `/conditions/extraPrerequisites/${index}`;
    const n = index + 1;
    return [
      [`${pointer}/certificateKind`, { id: `${extraId(index)}-kind`, label: t('decision.certificateKind', { n }) }],
      [`${pointer}/count`, { id: `${extraId(index)}-count`, label: t('decision.count', { n }) }],
      [`${pointer}/text`, { id: `${extraId(index)}-text`, label: t('decision.subjectText', { n }) }],
    ];
  });
  return {
    '/outcome': { id: 'decision-outcome', label: t('decision.outcome') },
    '/text': { id: 'decision-text', label: t('decision.text') },
    '/reasonCode': { id: 'decision-reason', label: t('decision.reason') },
    '/wouldBePossibleIf': { id: 'decision-possible', label: t('decision.possible') },
    '/alternativeItemId': { id: 'decision-alternative', label: t('decision.alternative') },
    '/conditions/termMonths': { id: 'decision-term', label: t('decision.termMonths') },
    '/conditions/notBeforeOn': { id: 'decision-not-before', label: t('decision.notBefore') },
    '/conditions': { id: 'decision-conditions', label: t('decision.conditions') },
    ...Object.fromEntries(extraFields),
  };
}
