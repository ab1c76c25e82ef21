import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Prose } from '#client/ui/shown/description-list.tsx';
import type { RequestEvent } from '#client/parts/requests/request-types.ts';
import { RequestConditions } from './request-conditions.tsx';
import { conditionsIn, factsIn, numberIn, textIn, wordIn, type Facts } from './request-event-facts.ts';
import { EventBefore } from './request-event-before.tsx';

type Line = string | null;
type Kind = RequestEvent['kind'];

/** What was said in an event, in full. `nameOf` gives the words of a prerequisite or commitment by its key. */
export function EventBody({ event, nameOf }: { readonly event: RequestEvent; readonly nameOf: (key: string) => string }) {
  const lines = useEventLines(nameOf)(event).filter((line) => line !== null);
  const conditions = event.kind === 'decision' ? conditionsIn(event.facts) : null;
  const before = event.kind === 'resubmitted' ? factsIn(event.facts, 'before') : null;
  const grantId = event.kind === 'granted' ? textIn(event.facts, 'grantId') : null;
  if (lines.length === 0 && conditions === null && before === null && grantId === null) return null;
  return (
    <div className="stack-tight">
      {lines.map((line) => (
        <Prose key={line}>{line}</Prose>
      ))}
      {conditions === null ? null : <RequestConditions conditions={conditions} />}
      {before === null ? null : <EventBefore before={before} />}
      {event.kind === 'decision' ? <Alternative facts={event.facts} /> : null}
      {grantId === null ? null : <GrantLink grantId={grantId} />}
    </div>
  );
}

function Alternative({ facts }: { readonly facts: Facts }): ReactNode {
  const { t } = useTranslation('requests');
  const itemId = textIn(facts, 'alternativeItemId');
  const name = textIn(facts, 'alternativeName');
  if (itemId === null || name === null) return null;
  return (
    <p>
      {t('timeline.alternative')} <Link to={pathTo('menuItem', { itemId })}>{name}</Link>
    </p>
  );
}

function GrantLink({ grantId }: { readonly grantId: string }): ReactNode {
  const { t } = useTranslation('requests');
  return (
    <p className="no-print">
      <Link to={pathTo('grant', { grantId })}>{t('page.grant')}</Link>
    </p>
  );
}

function useEventLines(nameOf: (key: string) => string): (event: RequestEvent) => readonly Line[] {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();

  const named = (facts: Facts): string => nameOf(textIn(facts, 'key') ?? '');
  const dayIn = (facts: Facts, name: string): string => format.day(textIn(facts, name) ?? '');
  const owed = (facts: Facts): Line => {
    const kind = wordIn<'resourceKind'>(facts, 'kind');
    const unit = wordIn<'resourceUnit'>(facts, 'unit');
    const amount = numberIn(facts, 'amount');
    if (kind === null || unit === null || amount === null) return null;
    const description = textIn(facts, 'description') ?? '';
    return t('timeline.commitment', { kind: word('resourceKind', kind), amount: format.resource(amount, unit), description });
  };
  const reason = (label: string | null): Line => (label === null ? null : t('timeline.reason', { reason: label }));
  const commitment = (facts: Facts): readonly Line[] => [owed(facts), textIn(facts, 'text')];
  const said = (facts: Facts): readonly Line[] => [textIn(facts, 'text')];

  const linesOf: Readonly<Record<Kind, (facts: Facts) => readonly Line[]>> = {
    submitted: () => [],
    opinion: (facts) => {
      const code = wordIn<'objectionReason'>(facts, 'reasonCode');
      return [reason(code === null ? null : word('objectionReason', code)), textIn(facts, 'text')];
    },
    opinion_silent: () => [t('timeline.silentWhat')],
    legal_review: (facts) => {
      const citation = textIn(facts, 'citation');
      return [citation === null ? null : t('timeline.citation', { citation }), textIn(facts, 'text')];
    },
    legal_silent: () => [t('timeline.silentWhat')],
    decision: (facts) => {
      const code = wordIn<'rejectionReason'>(facts, 'reasonCode');
      const possible = textIn(facts, 'wouldBePossibleIf');
      return [
        reason(code === null ? null : word('rejectionReason', code)),
        textIn(facts, 'text'),
        possible === null ? null : t('timeline.possible', { text: possible }),
        textIn(facts, 'supersedes') === null ? null : t('timeline.supersedes'),
      ];
    },
    sent_back: (facts) => {
      const code = wordIn<'sendBackReason'>(facts, 'reasonCode');
      const missing = textIn(facts, 'missing');
      const left = numberIn(facts, 'remainingWorkingDays');
      return [
        reason(code === null ? null : word('sendBackReason', code)),
        missing === null ? null : t('timeline.missing', { text: missing }),
        left === null ? null : t('timeline.clockLeft', { days: format.workingDays(left) }),
      ];
    },
    resubmitted: (facts) => [t('timeline.answer', { text: textIn(facts, 'answer') ?? '' })],
    withdrawn: said,
    reconsideration_requested: (facts) => [textIn(facts, 'grounds')],
    preparation_started: () => [t('timeline.preparationWhat')],
    preparation_extended: (facts) => {
      const dueAt = numberIn(facts, 'dueAt');
      return [dueAt === null ? null : t('timeline.newDue', { day: format.dayAt(dueAt - 1) }), textIn(facts, 'text')];
    },
    waived: (facts) => [t('timeline.waivedUntil', { what: named(facts), day: dayIn(facts, 'untilOn') }), textIn(facts, 'reason')],
    attested: (facts) => [t('timeline.attestedWhat', { what: named(facts) }), textIn(facts, 'text')],
    commitment_delivered: commitment,
    commitment_confirmed: commitment,
    commitment_disputed: commitment,
    hand_over_edited: (facts) => {
      const count = numberIn(facts, 'pendingCases') ?? 0;
      return [count === 0 ? t('timeline.pendingCasesNone') : t('timeline.pendingCases', { count })];
    },
    hand_over_signed: (facts) => [t(`timeline.signedBy.${textIn(facts, 'side') === 'township' ? 'township' : 'department'}`)],
    granted: (facts) => {
      const number = textIn(facts, 'documentNumber');
      const at = numberIn(facts, 'startsAt');
      return [
        number === null ? null : t('timeline.document', { number }),
        at === null ? null : t('timeline.startsAt', { at: format.instant(at) }),
      ];
    },
    lapsed: () => [t('timeline.lapsedWhat')],
    escalated: () => [t('timeline.escalatedWhat')],
  };
  return ({ kind, facts }) => linesOf[kind](facts);
}
