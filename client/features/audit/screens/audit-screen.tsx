import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '#client/i18n/use-format.ts';
import { useAnswer, useListAnswer } from '#client/lib/use-answer.ts';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { auditActs, subjectKinds } from '../parts/audit-words.ts';
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
              {
                kind: 'choice',
                name: 'action',
                label: t('filters.action'),
                options: auditActs.map((value) => ({ value, label: t(`act.${value}`) })),
              },
            ]}
          />
          <FoundList
            caption={t('caption')}
            found={found}
            keyOf={(row) => String(row.sequence)}
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
                isFit: true,
                cell: (row) => (row.onBehalfOf === null ? row.actorName : `${row.actorName} → ${row.onBehalfOf}`),
              },
              { key: 'action', title: t('column.action'), cell: (row) => <ActWords action={row.action} /> },
              { key: 'subject', title: t('column.subject'), cell: (row) => <Subject kind={row.subjectKind} id={row.subjectId} /> },
              { key: 'hash', title: t('column.hash'), isFit: true, cell: (row) => <code title={row.hash}>{row.hash.slice(0, 8)}…</code> },
            ]}
          />
        </Panel>
      </div>
    </>
  );
}

/** In words, with the code that the trail itself holds. */
function ActWords({ action }: { readonly action: string }) {
  const { t } = useTranslation('audit');
  const known = auditActs.find((one) => one === action);
  return (
    <>
      {known === undefined ? null : <div>{t(`act.${known}`)}</div>}
      <code className="secondary">{action}</code>
    </>
  );
}

/** What it was done to; its number leads to everything that was done to it. */
function Subject({ kind, id }: { readonly kind: string; readonly id: string }) {
  const { t } = useTranslation('audit');
  const known = subjectKinds.find((one) => one === kind);
  const words = known === undefined ? kind : t(`subjectKind.${known}`);
  if (id === kind) return words;
  return (
    <>
      <div>{words}</div>
      <Link to={`?${new URLSearchParams({ subjectId: id }).toString()}`} aria-label={t('onlySubject', { kind: words, id })}>
        <code>{id}</code>
      </Link>
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
