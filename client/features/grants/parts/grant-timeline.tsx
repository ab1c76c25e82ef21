import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { DescriptionList, Prose, type Fact } from '#client/ui/shown/description-list.tsx';
import { Timeline, type TimelineItem } from '#client/ui/shown/timeline.tsx';
import type { Grant } from '../api/grant-act.ts';

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

function useEventFacts(): (event: Event) => Fact[] {
  const { t } = useTranslation('grants');
  const word = useWords();
  const format = useFormat();
  const text = (facts: Event['facts'], key: string): string | null =>
    typeof facts[key] === 'string' && facts[key] !== '' ? facts[key] : null;
  return ({ kind, facts }) => {
    const list: (Fact | null)[] = [
      fact('reason', t('event.reason'), reasonOf(kind, text(facts, 'reasonCode'))),
      fact('basis', t('event.basis'), text(facts, 'basis') ?? basisIn(facts)),
      fact('notice', t('event.notice'), text(facts, 'notice'), true),
      fact('urgent', t('event.urgent'), facts['isUrgent'] === true ? '✓' : null),
      fact(
        'hearing',
        t('event.hearingUntil'),
        typeof facts['hearingUntilAt'] === 'number' ? format.dayAt(facts['hearingUntilAt'] - 1) : null,
      ),
      fact('statement', t('event.statement'), text(facts, 'statement'), true),
      fact('outcome', t('event.outcome'), outcomeOf(text(facts, 'outcome'))),
      fact('text', t('event.text'), text(facts, 'text') ?? text(facts, 'reason'), true),
      ...(['wishedOn', 'effectiveOn', 'untilOn'] as const).map((key) => fact(key, t(`event.${key}`), dayIn(facts, key))),
      fact('with', t('event.withPower'), text(facts, 'withPowerName')),
      fact('endsOn', t('event.endsOn'), kind === 'end_rides' ? (dayIn(facts, 'endsOn') ?? t('event.goesOn')) : null),
      fact('plan', t('event.supportPlan'), text(facts, 'supportPlan'), true),
      fact('end', t('event.endKind'), text(facts, 'endKind') === null ? null : word('endKind', facts['endKind'] as WordLists['endKind'])),
      fact('document', t('event.document'), text(facts, 'documentNumber')),
    ];
    return list.filter((one) => one !== null);
  };

  /** What a grant rests on after a rebase. */
  function basisIn(facts: Event['facts']): string | null {
    const { basis } = facts as { readonly basis?: { readonly law: string; readonly article: string } | null };
    return basis ? t('page.basisLine', { law: basis.law, article: basis.article }) : null;
  }
  function fact(key: string, term: string, content: string | null, isProse = false): Fact | null {
    return content === null ? null : { key, term, children: isProse ? <Prose>{content}</Prose> : content };
  }
  function dayIn(facts: Event['facts'], key: string): string | null {
    const day = text(facts, key);
    return day === null ? null : format.day(day);
  }
  function reasonOf(kind: Event['kind'], code: string | null): string | null {
    if (code === null) return null;
    return kind === 'recall_noticed'
      ? word('recallReason', code as WordLists['recallReason'])
      : word('returnReason', code as WordLists['returnReason']);
  }
  function outcomeOf(outcome: string | null): string | null {
    const known = (['recall', 'keep', 'confirm', 'extend', 'take_back'] as const).find((one) => one === outcome);
    return known === undefined ? null : t(`act.outcome.${known}`);
  }
}
