import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { Timeline, type TimelineItem } from '#client/ui/shown/timeline.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { EditionReviews } from '../../api/edition-reviews.ts';
import type { EditionCheck } from '#client/parts/editions/editions.ts';

interface EditionStepsProps {
  readonly check: EditionCheck;
  readonly reviews: EditionReviews;
}

interface Step {
  readonly key: 'edit' | 'check' | 'review' | 'publish';
  readonly says: string;
  readonly isDone: boolean;
  readonly isBad?: boolean;
}

/** The way of a draft in four steps: which are done, which is next, what is to be done there. */
export function EditionSteps({ check, reviews }: EditionStepsProps) {
  const { t } = useTranslation('editions');
  const steps = useSteps(check, reviews);
  const current = steps.findIndex(({ isDone }) => !isDone);
  const items = steps.map(({ key, says, isDone, isBad }, index): TimelineItem => {
    const isCurrent = index === current;
    const tone = isDone ? 'good' : isBad ? 'bad' : isCurrent ? 'waiting' : 'ahead';
    return {
      key,
      tone,
      isCurrent,
      title: <a href={`#edition-${key}`}>{t(`steps.${key}`, { n: index + 1 })}</a>,
      meta: isDone ? t('steps.done') : isCurrent ? t('steps.now') : t('steps.later'),
      children: says,
    };
  });
  return (
    <Panel title={t('steps.title')}>
      <Timeline label={t('steps.title')} items={items} />
    </Panel>
  );
}

function useSteps({ edition, findings, changes }: EditionCheck, reviews: EditionReviews): readonly Step[] {
  const { t } = useTranslation('editions');
  const reviewSays = useReviewSays();
  const blocking = findings.filter(({ severity }) => severity === 'blocking').length;
  const isLawful = reviews.standing === 'lawful';
  const isChecked = edition.itemCount > 0 && blocking === 0;
  return [
    {
      key: 'edit',
      isDone: edition.itemCount > 0,
      says:
        edition.itemCount === 0
          ? t('publish.empty')
          : t('steps.edited', { items: t('items', { count: edition.itemCount }), count: changes.length }),
    },
    {
      key: 'check',
      isDone: isChecked,
      isBad: blocking > 0,
      says: blocking > 0 ? t('steps.blocked', { count: blocking }) : t('steps.clean'),
    },
    { key: 'review', isDone: isChecked && isLawful, isBad: reviews.standing === 'unlawful', says: reviewSays(reviews) },
    { key: 'publish', isDone: false, says: isChecked && isLawful ? t('steps.ready') : t('steps.notReady') },
  ];
}

/** How the draft stands with the legal office, in one sentence. */
export function useReviewSays(): (reviews: EditionReviews) => string {
  const { t } = useTranslation('editions');
  const format = useFormat();
  return ({ standing, items }) => {
    const open = items.find(({ outcome }) => outcome === null);
    return standing === 'open' && open
      ? t('review.standing.open', { day: format.dayAt(open.dueAt - 1) })
      : t(`review.standing.${standing === 'open' ? 'none' : standing}`);
  };
}
