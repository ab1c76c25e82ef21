import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useEditionCheck, type Edition } from '#client/parts/editions/editions.ts';
import { useEditionReviews } from '../api/edition-reviews.ts';
import { EditionAdd } from '../parts/draft/edition-add.tsx';
import { EditionChanges } from '../parts/draft/edition-changes.tsx';
import { EditionDiscard } from '../parts/draft/edition-discard.tsx';
import { EditionFindings } from '../parts/draft/edition-findings.tsx';
import { EditionItems } from '../parts/draft/edition-items.tsx';
import { EditionPublish } from '../parts/review/edition-publish.tsx';
import { EditionReview } from '../parts/review/edition-review.tsx';
import { EditionSteps } from '../parts/review/edition-steps.tsx';
import { editionTones } from '../parts/draft/edition-tones.ts';

/** One edition: what it changes, what stands against it, what is on it; for the draft also the acts. */
export function EditionScreen() {
  const { t } = useTranslation('editions');
  const word = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const { editionId = '' } = useParams();
  const [isPublished, setPublished] = useState(false);
  const { data: check, error, refetch, isFetching, isFetchedAfterMount } = useEditionCheck(editionId);
  const { data: reviews, refetch: refetchReviews } = useEditionReviews(editionId);
  if (error && !check) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  // Coming back from an item that was changed: acting on the former version would be a conflict with oneself.
  if (!check || !reviews || (isFetching && !isFetchedAfterMount)) return <Loading />;
  const { edition } = check;
  const isDraft = edition.state === 'draft';
  const mayChange = isDraft && hasRole(me, 'admin');
  const reload = (): void => void Promise.all([refetch(), refetchReviews()]);
  return (
    <>
      <PageHeader
        title={t('edition', { title: edition.title, number: edition.number })}
        lead={isDraft ? t('one.draftLead') : t('one.fixed')}
        status={<StatusTag tone={editionTones[edition.state]}>{word('editionState', edition.state)}</StatusTag>}
        crumbs={[{ title: t('title'), to: pathTo('editions') }]}
      />
      {isPublished ? (
        <Notice tone="good" announce="status">
          {t('publish.done')}
        </Notice>
      ) : null}
      <Dropped />
      {isDraft ? <EditionSteps check={check} reviews={reviews} /> : <Facts edition={edition} />}
      {isDraft ? (
        <Panel id="edition-check" title={t('check.title')}>
          <EditionFindings check={check} mayChange={mayChange} />
        </Panel>
      ) : null}
      <Panel title={t('diff.title')}>
        <EditionChanges changes={check.changes} />
        <p>
          <Link to={`${pathTo('editionDifference')}?to=${encodeURIComponent(editionId)}`}>{t('compare.open')}</Link>
        </p>
      </Panel>
      <EditionItems id="edition-edit" editionId={editionId} check={isDraft ? check : undefined} />
      {mayChange ? <EditionAdd editionId={editionId} /> : null}
      {isDraft ? <EditionReview check={check} reviews={reviews} onReload={reload} /> : null}
      {mayChange ? (
        <>
          <EditionPublish check={check} standing={reviews.standing} onPublished={() => setPublished(true)} onReload={reload} />
          <EditionDiscard edition={edition} onReload={reload} onDone={() => void navigate(pathTo('editions'))} />
        </>
      ) : null}
    </>
  );
}

/** Said by the page of an item that is no longer there. */
function Dropped() {
  const { t } = useTranslation('editions');
  const { state } = useLocation() as { readonly state: unknown };
  const isDropped = typeof state === 'object' && state !== null && 'dropped' in state;
  return isDropped ? (
    <Notice tone="good" announce="status">
      {t('one.dropped')}
    </Notice>
  ) : null;
}

function Facts({ edition }: { readonly edition: Edition }) {
  const { t } = useTranslation('editions');
  const format = useFormat();
  return (
    <Panel title={t('one.facts')}>
      <DescriptionList
        items={[
          { key: 'number', term: t('column.number'), children: edition.documentNumber },
          {
            key: 'published',
            term: t('column.published'),
            children: edition.publishedAt === null ? null : format.instant(edition.publishedAt),
          },
          { key: 'items', term: t('column.items'), children: t('items', { count: edition.itemCount }) },
        ]}
      />
    </Panel>
  );
}
