import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { FactsOf, RequestEvent } from '#client/parts/requests/request-types.ts';

type Lines = readonly (string | null)[];

/** What was said in an event, line by line; null and empty lines are left out. A kind without lines does not compile. */
export function useEventLines(nameOf: (key: string) => string): (event: RequestEvent) => Lines {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const decision = useDecisionLines();
  const review = useReviewLines();
  const owed = useCommitmentLines();
  return (event): Lines => {
    switch (event.kind) {
      case 'submitted':
        return [];
      case 'opinion':
      case 'legal_review':
      case 'sent_back':
        return review(event);
      case 'opinion_silent':
        return [t('timeline.silentWhat')];
      case 'decision':
        return decision(event.facts);
      case 'resubmitted':
        return [t('timeline.answer', { text: event.facts.answer })];
      case 'withdrawn':
        return [event.facts.text];
      case 'reconsideration_requested':
        return [event.facts.grounds];
      case 'preparation_started':
        return [t('timeline.preparationWhat')];
      case 'preparation_extended': {
        const { dueAt, text } = event.facts;
        return [dueAt === null ? null : t('timeline.newDue', { day: format.dayAt(dueAt - 1) }), text];
      }
      case 'waived': {
        const { key, untilOn, reason } = event.facts;
        return [t('timeline.waivedUntil', { what: nameOf(key), day: format.day(untilOn) }), reason];
      }
      case 'attested':
        return [t('timeline.attestedWhat', { what: nameOf(event.facts.key) }), event.facts.text];
      case 'commitment_delivered':
      case 'commitment_confirmed':
      case 'commitment_disputed':
        return owed(event.facts);
      case 'hand_over_edited': {
        const count = event.facts.pendingCases;
        return [count === 0 ? t('timeline.pendingCasesNone') : t('timeline.pendingCases', { count })];
      }
      case 'hand_over_signed':
        return [t(`timeline.signedBy.${event.facts.side}`)];
      case 'granted': {
        const { documentNumber: number, startsAt } = event.facts;
        return [t('timeline.document', { number }), t('timeline.startsAt', { at: format.instant(startsAt) })];
      }
      case 'lapsed':
        return [t('timeline.lapsedWhat')];
      case 'escalated':
        return [t('timeline.escalatedWhat')];
      case 'unreadable':
        return [t('timeline.unreadableWhat')];
    }
  };
}

type Reviewed = Extract<RequestEvent, { readonly kind: 'opinion' | 'legal_review' | 'sent_back' }>;

function useReviewLines(): (event: Reviewed) => Lines {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();
  return (event) => {
    switch (event.kind) {
      case 'opinion': {
        const { facts } = event;
        return [
          facts.position === 'object' ? t('timeline.reason', { reason: word('objectionReason', facts.reasonCode) }) : null,
          facts.text,
        ];
      }
      case 'legal_review': {
        const { citation, text } = event.facts;
        return [citation === '' ? null : t('timeline.citation', { citation }), text];
      }
      case 'sent_back': {
        const { reasonCode, missing, remainingWorkingDays: left } = event.facts;
        return [
          t('timeline.reason', { reason: word('sendBackReason', reasonCode) }),
          t('timeline.missing', { text: missing }),
          left === null ? null : t('timeline.clockLeft', { days: format.workingDays(left) }),
        ];
      }
    }
  };
}

function useDecisionLines(): (facts: FactsOf<'decision'>) => Lines {
  const { t } = useTranslation('requests');
  const word = useWords();
  return (facts) => {
    const supersedes = facts.supersedes === null ? null : t('timeline.supersedes');
    if (facts.outcome !== 'reject') return [facts.text, supersedes];
    const { reasonCode, text, wouldBePossibleIf: possible } = facts;
    return [
      t('timeline.reason', { reason: word('rejectionReason', reasonCode) }),
      text,
      possible === '' ? null : t('timeline.possible', { text: possible }),
      supersedes,
    ];
  };
}

function useCommitmentLines(): (facts: FactsOf<'commitment_delivered'>) => Lines {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();
  return ({ kind, amount, unit, description, text }) => [
    t('timeline.commitment', { kind: word('resourceKind', kind), amount: format.resource(amount, unit), description }),
    text,
  ];
}
