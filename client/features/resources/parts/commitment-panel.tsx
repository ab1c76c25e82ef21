import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DescriptionList, Prose, type Fact } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { CommitmentView } from '../api/commitments.ts';
import { CommitmentActs } from './commitment-acts.tsx';
import { commitmentTones, useCommitmentWords } from './commitment-words.ts';

/** One commitment in full, where a task or a row of the list leads. */
export function CommitmentPanel({ commitmentId }: { readonly commitmentId: string }) {
  const { t } = useTranslation('resources');
  const found = useAnswer('GET /commitments', { query: { commitmentId } });
  const one = found.data?.items[0];
  return (
    <Panel title={t('one.title')} actions={<Link to={pathTo('resources')}>{t('one.all')}</Link>}>
      {found.error !== null && found.data === undefined ? (
        <ProblemAlert error={found.error} isReading onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <Loading />
      ) : one === undefined ? (
        <Notice tone="warn">{t('one.missing')}</Notice>
      ) : (
        <div className="stack">
          <Facts one={one} />
          <CommitmentActs one={one} onReload={() => void found.refetch()} />
        </div>
      )}
    </Panel>
  );
}

function Facts({ one }: { readonly one: CommitmentView }) {
  const { t } = useTranslation('resources');
  const word = useWords();
  const format = useFormat();
  const words = useCommitmentWords();
  const isDisputed = one.disputeText !== null && one.state !== 'confirmed';
  const items: Fact[] = [
    { key: 'what', term: t('column.what'), children: <strong>{words(one)}</strong>, isWide: true },
    {
      key: 'state',
      term: t('column.state'),
      children: <StatusTag tone={commitmentTones[one.state]}>{word('commitmentState', one.state)}</StatusTag>,
    },
    { key: 'due', term: t('column.due'), children: <Due one={one} /> },
    { key: 'organisation', term: t('column.organisation'), children: one.organisation.name },
    { key: 'township', term: t('column.township'), children: one.township.name },
    {
      key: 'power',
      term: t('column.power'),
      children: (
        <>
          {one.powerName}
          <br />
          <Link to={pathTo('request', { requestId: one.requestId })}>{t('one.request')}</Link>
        </>
      ),
    },
    ...(one.deliveredAt === null ? [] : [{ key: 'delivered', term: t('one.delivered'), children: format.dayAt(one.deliveredAt) }]),
    ...(one.confirmedAt === null ? [] : [{ key: 'confirmed', term: t('one.confirmed'), children: format.dayAt(one.confirmedAt) }]),
    ...(one.evidence === null ? [] : [{ key: 'evidence', term: t('one.evidence'), children: <Prose>{one.evidence}</Prose>, isWide: true }]),
    ...(isDisputed ? [{ key: 'dispute', term: t('one.dispute'), children: <Prose>{one.disputeText ?? ''}</Prose>, isWide: true }] : []),
  ];
  return <DescriptionList items={items} />;
}

/** The last day on which it is in time; red once it is gone by. */
export function Due({ one }: { readonly one: CommitmentView }) {
  const { t } = useTranslation('resources');
  const format = useFormat();
  const day = format.dayAt(one.dueAt - 1);
  if (one.isOverdue) return <StatusTag tone="bad">{t('overdue', { day })}</StatusTag>;
  const isOpen = one.state === 'promised' || one.state === 'disputed';
  return <>{isOpen ? `${day} · ${format.until(one.dueAt - 1)}` : day}</>;
}
