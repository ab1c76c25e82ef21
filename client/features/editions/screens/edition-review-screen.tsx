import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useEditionCheck } from '#client/parts/editions/editions.ts';
import { useEditionReviews } from '../api/edition-reviews.ts';
import { EditionChanges } from '../parts/draft/edition-changes.tsx';
import { EditionFindings } from '../parts/draft/edition-findings.tsx';
import { EditionItems } from '../parts/draft/edition-items.tsx';
import { EditionOpinion } from '../parts/review/edition-opinion.tsx';
import { EditionReviewHistory } from '../parts/review/edition-review-history.tsx';
import { useReviewSays } from '../parts/review/edition-steps.tsx';

/** What the legal office needs to judge a draft: what was asked, what it changes, what the gates found, every item; and its answer. */
export function EditionReviewScreen() {
  const { t } = useTranslation('editions');
  const me = useMe();
  const { editionId = '' } = useParams();
  const [isAnswered, setAnswered] = useState(false);
  const check = useEditionCheck(editionId);
  const reviews = useEditionReviews(editionId);
  const says = useReviewSays();
  const error = check.error ?? reviews.error;
  const reload = (): void => void Promise.all([check.refetch(), reviews.refetch()]);
  if (error && !(check.data && reviews.data)) return <ProblemAlert error={error} isReading onRetry={reload} />;
  if (!check.data || !reviews.data) return <Loading />;
  const { edition } = check.data;
  const [open] = reviews.data.items.filter(({ outcome }) => outcome === null);
  const isOwn = open !== undefined && hasRole(me, 'legal_reviewer') && !open.allowedActions.includes('review');
  return (
    <>
      <PageHeader
        title={t('review.page', { title: edition.title })}
        lead={says(reviews.data)}
        crumbs={[
          { title: t('title'), to: pathTo('editions') },
          { title: t('edition', { title: edition.title, number: edition.number }), to: pathTo('edition', { editionId }) },
        ]}
      />
      {isAnswered ? (
        <Notice tone="good" announce="status">
          {t('review.done')}
        </Notice>
      ) : null}
      {isOwn ? <Notice tone="warn">{t('review.notYours')}</Notice> : null}
      {open?.allowedActions.includes('review') ? (
        <EditionOpinion key={open.id} editionId={editionId} review={open} onReload={reload} onDone={() => setAnswered(true)} />
      ) : null}
      <Panel title={t('review.history')}>
        <EditionReviewHistory items={reviews.data.items} />
      </Panel>
      <Panel title={t('check.title')}>
        <EditionFindings check={check.data} mayChange={false} />
      </Panel>
      <Panel title={t('diff.title')}>
        <EditionChanges changes={check.data.changes} />
        <p>
          <Link to={`${pathTo('editionDifference')}?to=${encodeURIComponent(editionId)}`}>{t('compare.open')}</Link>
        </p>
      </Panel>
      <EditionItems editionId={editionId} check={check.data} />
    </>
  );
}
