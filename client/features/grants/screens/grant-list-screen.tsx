import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useLawWords } from '#client/i18n/use-law-words.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { onlyTownshipOf, useMe } from '#client/lib/session.ts';
import { queryOf, useListAnswer } from '#client/lib/use-answer.ts';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar, type Filter } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { GrantState } from '../parts/grant-state.tsx';
import { StatutoryPowers } from '../parts/statutory-powers.tsx';
import { useGrantSheet } from '../parts/sheets.ts';

type Row = Answer<'GET /grants'>['items'][number];
type FilterName = 'state' | 'townshipId';
const states = ['scheduled', 'trial', 'active', 'suspended', 'ended'] as const satisfies readonly WordLists['grantState'][];

/** Powers that one's township holds, that one's department has passed down, or all. */
export function GrantListScreen() {
  const { t } = useTranslation('grants');
  const own = onlyTownshipOf(useMe());
  const isTownship = own !== null;
  const address = useAddress<FilterName>(['state', 'townshipId']);
  const { state, townshipId } = address.values;
  const query = { state: states.find((one) => one === state), townshipId: townshipId || undefined, cursor: address.cursor, limit: '25' };
  const found = useListAnswer('GET /grants', { query });
  const columns = useGrantColumns(isTownship);
  const filters = useGrantFilters(isTownship);
  return (
    <>
      <PageHeader title={isTownship ? t('mine') : t('title')} lead={t('lead')} />
      <Panel>
        <FilterBar address={address} filters={filters} />
        <FoundList
          caption={t('caption')}
          columns={columns}
          found={found}
          keyOf={(row) => row.id}
          address={address}
          actions={<ExportButton list="GET /grants" query={query} sheet={useGrantSheet()} />}
          empty={{ title: t('empty.title'), advice: t('empty.advice') }}
        />
      </Panel>
      {own === null ? null : <StatutoryPowers townshipId={own.id} />}
    </>
  );
}

function useGrantFilters(isTownship: boolean): Filter<FilterName>[] {
  const { t } = useTranslation('grants');
  const word = useWords();
  const { data } = useQuery({ ...queryOf('GET /organisations', { query: { kind: 'township' } }), enabled: !isTownship });
  const townships = data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return [
    {
      kind: 'choice',
      name: 'state',
      label: t('filter.state'),
      options: states.map((value) => ({ value, label: word('grantState', value) })),
    },
    ...(isTownship ? [] : [{ kind: 'choice', name: 'townshipId', label: t('filter.township'), options: townships } as const]),
  ];
}

function useGrantColumns(isTownship: boolean): Column<Row>[] {
  const { t } = useTranslation('grants');
  const word = useWords();
  const law = useLawWords();
  const format = useFormat();
  const other: Column<Row> = isTownship
    ? { key: 'department', title: t('column.department'), cell: (row) => row.departmentName }
    : { key: 'township', title: t('column.township'), cell: (row) => row.townshipName };
  return [
    {
      key: 'power',
      title: t('column.power'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('grant', { grantId: row.id })}>{row.powerName}</Link>
          {row.lawFlag === null ? null : (
            <div>
              <StatusTag tone="waiting">{law.flag(row.lawFlag)}</StatusTag>
            </div>
          )}
        </>
      ),
    },
    other,
    {
      key: 'state',
      title: t('column.state'),
      isFit: true,
      cell: (row) => (
        <div className="stack-tight">
          <div>
            <GrantState state={row.state} endKind={row.endKind} />
          </div>
          {row.openCase === null ? null : <span className="secondary">{t(`openCase.${row.openCase}`)}</span>}
        </div>
      ),
    },
    { key: 'since', title: t('column.since'), isFit: true, cell: (row) => format.dayAt(row.startsAt) },
    { key: 'until', title: t('column.until'), isFit: true, cell: (row) => (row.endsAt === null ? null : format.dayAt(row.endsAt)) },
    { key: 'carrier', title: t('column.carrier'), cell: (row) => word('carrier', row.carrier) },
    { key: 'document', title: t('column.document'), isFit: true, cell: (row) => row.documentNumber },
  ];
}
