import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Timeline, type TimelineItem } from '#client/ui/shown/timeline.tsx';
import type { Grant } from '../api/grant-act.ts';
import { useEventFacts } from './grant-event-facts.tsx';

type Event = Grant['timeline'][number];
const tones: Partial<Record<Event['kind'], TimelineItem['tone']>> = {
  started: 'good',
  suspended: 'bad',
  resumed: 'good',
  ended: 'bad',
  recall_noticed: 'waiting',
  return_filed: 'waiting',
};

/** Everything that people and dates did to the grant, in full. */
export function GrantTimeline({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation('grants');
  const { t: common } = useTranslation();
  const word = useWords();
  const format = useFormat();
  const factsOf = useEventFacts();
  const items = grant.timeline.map((event): TimelineItem => {
    const facts = factsOf(event);
    const { by } = event;
    const signed = by === null ? '' : `${by.organisation} ${by.name}`;
    const who =
      by === null ? '' : ` · ${by.onBehalfOf === null ? signed : format.aside(signed, common('onBehalfOf', { name: by.onBehalfOf }))}`;
    return {
      key: event.id,
      title: word('grantEvent', event.kind),
      meta: `${format.instant(event.at)}${who}`,
      tone: tones[event.kind] ?? 'neutral',
      ...(facts.length === 0 ? {} : { children: <DescriptionList items={facts} isSingle /> }),
    };
  });
  return <Timeline label={t('page.timeline')} items={items} />;
}
