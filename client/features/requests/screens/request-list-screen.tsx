import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { hasRole, onlyTownshipOf, useMe } from '#client/lib/session.ts';
import { queryOf, useListAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { Due } from '#client/ui/shown/due.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar, type Filter } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { RequestState } from '#client/parts/requests/request-state.tsx';
import { useRequestSheet } from '../parts/sheets.ts';

type Row = Answer<'GET /requests'>['items'][number];
type FilterName = 'state' | 'townshipId';

/** States that are stored, hence can be asked for; "ready" is a fact about a preparation, not a place to stand in. */
const states = [
  'in_review',
  'sent_back',
  'approved',
  'preparing',
  'granted',
  'rejected',
  'withdrawn',
  'lapsed',
] as const satisfies readonly Exclude<WordLists['requestState'], 'draft' | 'ready'>[];

/** Requests that one may see, newest first. */
export function RequestListScreen() {
  const { t } = useTranslation('requests');
  const isTownship = onlyTownshipOf(useMe()) !== null;
  const address = useAddress<FilterName>(['state', 'townshipId']);
  const { state, townshipId } = address.values;
  const query = {
    state: states.find((one) => one === state),
    townshipId: townshipId || undefined,
    cursor: address.cursor,
    limit: '25',
  };
  const found = useListAnswer('GET /requests', { query });
  const columns = useRequestColumns(isTownship);
  const filters = useRequestFilters();
  const toMenu = <ButtonLink to={pathTo('menu')}>{t('list.toMenu')}</ButtonLink>;
  return (
    <>
      <PageHeader title={t('title')} lead={t('list.lead')} />
      <Panel>
        <FilterBar address={address} filters={filters} />
        <FoundList
          caption={t('list.caption')}
          columns={columns}
          found={found}
          keyOf={(row) => row.id}
          address={address}
          actions={<ExportButton list="GET /requests" query={query} sheet={useRequestSheet()} />}
          empty={
            isTownship
              ? { title: t('list.empty'), advice: t('list.emptyTownship'), act: toMenu }
              : { title: t('list.empty'), advice: t('list.emptyOther') }
          }
        />
      </Panel>
    </>
  );
}

/** A township sees its own requests only, so it is not asked which. */
function useRequestFilters(): Filter<FilterName>[] {
  const { t } = useTranslation('requests');
  const word = useWords();
  const seesMany = hasRole(useMe(), 'decider', 'auditor', 'reviewer', 'legal_reviewer');
  const { data } = useQuery({ ...queryOf('GET /organisations', { query: { kind: 'township' } }), enabled: seesMany });
  const byState: Filter<FilterName> = {
    kind: 'choice',
    name: 'state',
    label: t('list.filter.state'),
    options: states.map((value) => ({ value, label: word('requestState', value) })),
  };
  if (!seesMany) return [byState];
  const townships = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return [byState, { kind: 'choice', name: 'townshipId', label: t('list.filter.township'), options: townships }];
}

function useRequestColumns(isTownship: boolean): Column<Row>[] {
  const { t } = useTranslation('requests');
  const format = useFormat();
  return [
    {
      key: 'power',
      title: t('list.column.power'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('request', { requestId: row.id })}>{row.powerName}</Link>
          <div className="row secondary">
            {row.code}
            {row.isSwap ? <StatusTag>{t('swap')}</StatusTag> : null}
          </div>
        </>
      ),
    },
    ...(isTownship ? [] : [{ key: 'township', title: t('list.column.township'), cell: (row: Row) => row.townshipName }]),
    { key: 'department', title: t('list.column.department'), cell: (row) => row.departmentName },
    {
      key: 'state',
      title: t('list.column.state'),
      isFit: true,
      cell: (row) => <RequestState state={row.state} stage={row.stage} isStacked />,
    },
    { key: 'submitted', title: t('list.column.submitted'), isFit: true, cell: (row) => format.dayAt(row.submittedAt) },
    {
      key: 'due',
      title: t('list.column.due'),
      isFit: true,
      cell: ({ dueAt }) => (dueAt === null ? null : <Due at={dueAt} />),
    },
  ];
}
