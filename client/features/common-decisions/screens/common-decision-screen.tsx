import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { DescriptionList, Prose } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { PrintFrame } from '#client/ui/page/print-frame.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useCommonDecision, type DecidedTownship } from '../api/common-decisions.ts';
import { useCommonReasonLabels, useCommonReasonWords } from '../parts/common-reason-words.ts';
import { RequestState } from '#client/parts/requests/request-state.tsx';
import { useDecidedTownshipSheet } from '../parts/sheets.ts';

/** One decision with every township that it speaks of; what became of each of them is read live. */
export function CommonDecisionScreen() {
  const { t } = useTranslation('commonItems');
  const format = useFormat();
  const { decisionId = '' } = useParams();
  const { state } = useLocation() as { readonly state: unknown };
  const { data, error, refetch } = useCommonDecision(decisionId);
  const columns = useColumns();
  const sheet = useDecidedTownshipSheet(useCommonReasonLabels());
  if (error && !data) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { decision, items } = data;
  const { power, documentNumber, decidedBy } = decision;
  const isNew = typeof state === 'object' && state !== null && 'decided' in state;
  return (
    <>
      <PageHeader
        title={t('one.title', { name: power.name })}
        lead={t('one.lead', { number: documentNumber, day: format.dayAt(decision.startsAt) })}
        crumbs={[{ title: t('title'), to: pathTo('commonItems') }]}
      />
      <PrintFrame>
        {isNew ? (
          <Notice tone="good" announce="status">
            {t('done', { number: documentNumber })}
          </Notice>
        ) : null}
        <Panel title={t('one.facts')}>
          <DescriptionList
            items={[
              { key: 'result', term: t('column.result'), children: t('result', decision.counts) },
              {
                key: 'by',
                term: t('column.decided'),
                children: t('one.by', {
                  name: decidedBy.name,
                  organisation: decidedBy.organisation,
                  at: format.instant(decision.decidedAt),
                }),
              },
              { key: 'text', term: t('one.text'), isWide: true, children: <Prose>{decision.text}</Prose> },
            ]}
          />
        </Panel>
        <Panel title={t('one.townships')}>
          <DataList
            caption={t('one.caption')}
            columns={columns}
            rows={items}
            keyOf={(row) => row.townshipId}
            actions={<ExportButton list="GET /common-decisions/{decisionId}" params={{ decisionId }} sheet={sheet} />}
            empty={{ title: t('one.none'), advice: t('one.noneAdvice') }}
          />
        </Panel>
      </PrintFrame>
    </>
  );
}

function useColumns(): readonly Column<DecidedTownship>[] {
  const { t } = useTranslation('commonItems');
  const word = useWords();
  const format = useFormat();
  const reasonWords = useCommonReasonWords();
  // Administrators read the decision, but no files.
  const seesFiles = hasRole(useMe(), 'reviewer', 'legal_reviewer', 'decider', 'auditor');
  return [
    { key: 'township', title: t('column.township'), isName: true, cell: (row) => row.name },
    { key: 'kind', title: t('column.kind'), isFit: true, cell: (row) => word('townshipKind', row.kind) },
    {
      key: 'place',
      title: t('column.place'),
      isFit: true,
      cell: ({ request }) =>
        request === null ? <StatusTag tone="ended">{t('one.leftOut')}</StatusTag> : <RequestState state={request.state} stage={null} />,
    },
    {
      key: 'reasons',
      title: t('column.reasons'),
      cell: ({ request, reasons }) => {
        if (request === null) return format.list(reasons.map(reasonWords));
        if (!seesFiles) return null;
        return request.grantId === null ? (
          <Link to={pathTo('request', { requestId: request.id })}>{t('one.request')}</Link>
        ) : (
          <Link to={pathTo('grant', { grantId: request.grantId })}>{t('one.grant')}</Link>
        );
      },
    },
  ];
}
