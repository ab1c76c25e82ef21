import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Panel } from '#client/ui/page/panel.tsx';
import { Timeline, type TimelineItem } from '#client/ui/shown/timeline.tsx';
import type { RequestView } from '#client/parts/requests/request-types.ts';

type Step = RequestView['route'][number];

const tones = { ahead: 'ahead', current: 'info', done: 'good', silent: 'waiting', stopped: 'neutral' } as const satisfies Record<
  Step['status'],
  TimelineItem['tone']
>;

/** The stages with their dates: what is done, what runs, what is ahead. */
export function RequestRoute({ route }: { readonly route: RequestView['route'] }) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const words = useStepWords();
  return (
    <Panel title={t('route.title')}>
      <Timeline
        label={t('route.title')}
        items={route.map((step) => ({
          key: step.stage,
          title: t('route.step', { stage: word('stage', step.stage), organisation: step.organisation.shortName }),
          meta: words(step),
          tone: tones[step.status],
          isCurrent: step.status === 'current',
        }))}
      />
    </Panel>
  );
}

function useStepWords(): (step: Step) => string {
  const { t } = useTranslation('requests');
  const format = useFormat();
  return ({ status, dueOn, workingDays, isProvisional }) => {
    const day = format.day(dueOn);
    if (status === 'stopped') return t('route.stopped');
    if (status !== 'ahead' && status !== 'current') return t(`route.${status}`, { day });
    const words = status === 'current' ? t('route.current', { day }) : t('route.ahead', { day, days: format.workingDays(workingDays) });
    return isProvisional ? t('route.provisional', { words }) : words;
  };
}
