import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Panel } from '#client/ui/page/panel.tsx';
import { Timeline, type TimelineItem } from '#client/ui/shown/timeline.tsx';
import type { PreparationView, RequestEvent, RequestView } from '#client/parts/requests/request-types.ts';
import { EventBody } from './request-event-body.tsx';
import { usePrerequisiteWords, useResourceWords } from '#client/i18n/use-condition-words.ts';

interface RequestTimelineProps {
  readonly file: RequestView;
  readonly preparation: PreparationView | undefined;
}

/** Everything that happened, from the order to the grant; every opinion in full. */
export function RequestTimeline({ file, preparation }: RequestTimelineProps) {
  const { t } = useTranslation('requests');
  const titleOf = useEventTitle();
  const metaOf = useEventMeta();
  const nameOf = useSubjectName(preparation);
  return (
    <Panel title={t('timeline.title')}>
      <Timeline
        label={t('timeline.title')}
        items={file.timeline.map((event) => ({
          key: event.id,
          title: titleOf(event),
          meta: metaOf(event),
          tone: toneOf(event),
          children: <EventBody event={event} nameOf={nameOf} />,
        }))}
      />
    </Panel>
  );
}

/** Words of what an attestation or waiver is about. */
function useSubjectName(preparation: PreparationView | undefined): (key: string) => string {
  const prerequisiteWords = usePrerequisiteWords();
  const resourceWords = useResourceWords();
  return (key) => {
    const prerequisite = preparation?.prerequisites.find((one) => one.prerequisite.key === key);
    if (prerequisite) return prerequisiteWords(prerequisite.prerequisite, prerequisite.certificateKindName);
    const commitment = preparation?.commitments.find((one) => one.key === key);
    return commitment ? resourceWords(commitment) : key;
  };
}

function useEventTitle(): (event: RequestEvent) => string {
  const { t } = useTranslation('requests');
  const word = useWords();
  return (event) => {
    const name = word('requestEvent', event.kind);
    const said = saidIn(event, word);
    if (said !== null) return t('timeline.said', { event: name, said });
    const stage = event.kind === 'sent_back' || event.kind === 'escalated' ? event.stage : null;
    return stage === null ? name : t('timeline.at', { event: name, stage: word('stage', stage) });
  };
}

/** What an opinion, review or decision came to, in a word. */
function saidIn(event: RequestEvent, word: ReturnType<typeof useWords>): string | null {
  if (event.kind === 'opinion') return word('opinionPosition', event.facts.position);
  if (event.kind === 'legal_review') return word('legalFinding', event.facts.finding);
  return event.kind === 'decision' ? word('decisionOutcome', event.facts.outcome) : null;
}

function useEventMeta(): (event: RequestEvent) => string {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const signatory = useSignatoryWords();
  return ({ at, by }) => t('timeline.meta', { at: format.instant(at), by: by === null ? t('timeline.bySystem') : signatory(by) });
}

type Signatory = NonNullable<RequestEvent['by']>;

export function useSignatoryWords(): (by: Signatory) => string {
  const { t } = useTranslation('requests');
  return ({ name, organisation, onBehalfOf }) =>
    onBehalfOf === null
      ? t('timeline.by', { name, organisation })
      : t('timeline.onBehalfOf', { name, organisation, principal: onBehalfOf });
}

type EventTone = NonNullable<TimelineItem['tone']>;
const tones: Readonly<Partial<Record<RequestEvent['kind'], EventTone>>> = {
  submitted: 'info',
  opinion: 'info',
  legal_review: 'info',
  resubmitted: 'info',
  granted: 'good',
  opinion_silent: 'waiting',
  sent_back: 'waiting',
  commitment_disputed: 'waiting',
  escalated: 'waiting',
};

function toneOf(event: RequestEvent): EventTone {
  if (event.kind === 'decision' && event.facts.outcome !== 'reject') return 'good';
  return tones[event.kind] ?? 'neutral';
}
