import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Prose } from '#client/ui/shown/description-list.tsx';
import { Timeline, type TimelineItem } from '#client/ui/shown/timeline.tsx';
import type { EditionReview } from '../../api/edition-reviews.ts';

const tones = {
  lawful: 'good',
  lawful_with_conditions: 'waiting',
  unlawful: 'bad',
  called_back: 'neutral',
  voided: 'neutral',
} as const;

/** Every sending and every answer, the newest first; nothing said is ever folded away. */
export function EditionReviewHistory({ items }: { readonly items: readonly EditionReview[] }) {
  const { t } = useTranslation('editions');
  const itemOf = useReviewItem();
  if (items.length === 0) return <p>{t('review.never')}</p>;
  return <Timeline label={t('review.history')} items={items.map(itemOf)} />;
}

function useReviewItem(): (review: EditionReview) => TimelineItem {
  const { t } = useTranslation('editions');
  const word = useWords();
  const format = useFormat();
  const nameOf = ({ name, organisation, onBehalfOf }: EditionReview['sentBy']): string =>
    onBehalfOf === null ? t('review.by', { organisation, name }) : t('review.byFor', { organisation, name, other: onBehalfOf });
  return (review) => {
    const { id, editionVersion, outcome, sentBy, sentAt, dueAt, note, text, citation, reviewedBy, reviewedAt } = review;
    return {
      key: id,
      tone: outcome === null ? 'waiting' : tones[outcome],
      isCurrent: outcome === null,
      title:
        outcome === null
          ? t('review.open')
          : outcome === 'called_back' || outcome === 'voided'
            ? t(`review.outcome.${outcome}`)
            : word('legalFinding', outcome),
      meta: t('review.sent', { who: nameOf(sentBy), at: format.instant(sentAt), version: editionVersion, due: format.dayAt(dueAt - 1) }),
      children: (
        <>
          {note === '' ? null : <Prose>{t('review.noteSaid', { note })}</Prose>}
          {reviewedBy === null || reviewedAt === null ? null : (
            <p className="secondary">{t('review.answered', { who: nameOf(reviewedBy), at: format.instant(reviewedAt) })}</p>
          )}
          {text === '' ? null : <Prose>{text}</Prose>}
          {citation === '' ? null : <p>{t('review.cites', { citation })}</p>}
        </>
      ),
    };
  };
}
