import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useAnswer, useListAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/data-list.tsx';
import { ExportButton } from '#client/ui/export-button.tsx';
import { DescriptionList } from '#client/ui/description-list.tsx';
import { FilterBar } from '#client/ui/filter-bar.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { ProblemAlert } from '#client/ui/problem-alert.tsx';
import { useAddress } from '#client/ui/use-address.ts';
import { useAuditSheet } from '../parts/sheets.ts';

export function AuditScreen() {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const address = useAddress(['subjectId', 'action']);
  const { subjectId, action } = address.values;
  const query = { subjectId: subjectId || undefined, action: action || undefined, cursor: address.cursor, limit: '50' };
  const found = useListAnswer('GET /audit', { query });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="stack">
        <Verification />
        <Panel>
          <FilterBar
            address={address}
            filters={[
              { kind: 'text', name: 'subjectId', label: t('filters.subjectId') },
              { kind: 'text', name: 'action', label: t('filters.action') },
            ]}
          />
          <DataList
            caption={t('caption')}
            rows={found.data?.items}
            keyOf={(row) => String(row.sequence)}
            nextCursor={found.data?.nextCursor}
            pages={address.pages}
            error={found.error}
            onRetry={() => void found.refetch()}
            isUpdating={found.isPlaceholderData}
            address={address}
            actions={<ExportButton list="GET /audit" query={query} sheet={useAuditSheet()} />}
            empty={{ title: t('empty') }}
            columns={[
              {
                key: 'sequence',
                title: t('column.sequence'),
                isName: true,
                isFit: true,
                isEnd: true,
                cell: (row) => format.number(row.sequence),
              },
              { key: 'at', title: t('column.at'), isFit: true, cell: (row) => format.instant(row.at) },
              {
                key: 'actor',
                title: t('column.actor'),
                cell: (row) => (row.onBehalfOf === null ? row.actorName : `${row.actorName} → ${row.onBehalfOf}`),
              },
              { key: 'action', title: t('column.action'), cell: (row) => <code>{row.action}</code> },
              { key: 'subject', title: t('column.subject'), cell: (row) => <code>{`${row.subjectKind} ${row.subjectId}`}</code> },
              { key: 'hash', title: t('column.hash'), cell: (row) => <code title={row.hash}>{row.hash.slice(0, 12)}…</code> },
            ]}
          />
        </Panel>
      </div>
    </>
  );
}

function Verification() {
  const { t } = useTranslation('audit');
  const [isAsked, setAsked] = useState(false);
  return (
    <Panel title={t('verify.title')} actions={isAsked ? undefined : <Button onClick={() => setAsked(true)}>{t('verify.run')}</Button>}>
      {isAsked ? <Verdict /> : null}
    </Panel>
  );
}

function Verdict() {
  const { t } = useTranslation('audit');
  const { data, error, refetch } = useAnswer('GET /audit/verification');
  if (error) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { isIntact, records, brokenAt, head, algorithm } = data;
  return (
    <div className="stack-tight">
      <Notice tone={isIntact ? 'good' : 'bad'} announce="status">
        {isIntact ? t('verify.intact', { count: records }) : t('verify.broken', { sequence: brokenAt ?? 0 })}
      </Notice>
      <DescriptionList isSingle items={[{ key: 'head', term: t('verify.head', { algorithm }), children: <code>{head}</code> }]} />
    </div>
  );
}
