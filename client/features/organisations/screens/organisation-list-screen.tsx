import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { useOrganisations, type Organisation } from '#client/parts/administration/administration.ts';
import { useOrganisationSheet } from '../parts/sheets.ts';

const kinds = ['county', 'department', 'township'] as const satisfies readonly WordLists['organisationKind'][];

/** Every organisation of the county; a few hundred at most, so they are searched where they are. */
export function OrganisationListScreen() {
  const { t } = useTranslation('administration');
  const word = useWords();
  const address = useAddress(['q', 'kind']);
  const { q, kind } = address.values;
  const { data, error, refetch } = useOrganisations();
  const rows = data?.items.filter(
    (one) => (kind === '' || one.kind === kind) && (q === '' || one.name.includes(q) || one.shortName.includes(q)),
  );
  return (
    <>
      <PageHeader
        title={t('organisations.title')}
        lead={t('organisations.lead')}
        actions={
          <>
            <ButtonLink to={`${pathTo('imports')}?kind=organisations`}>{t('toImport', { ns: 'imports' })}</ButtonLink>
            <ButtonLink isPrimary to={pathTo('organisation', { organisationId: 'new' })}>
              {t('organisations.add')}
            </ButtonLink>
          </>
        }
      />
      <Panel>
        <FilterBar
          address={address}
          filters={[
            { kind: 'text', name: 'q', label: t('organisations.search') },
            {
              kind: 'choice',
              name: 'kind',
              label: t('organisations.kind'),
              options: kinds.map((value) => ({ value, label: word('organisationKind', value) })),
            },
          ]}
        />
        <DataList
          caption={t('organisations.caption')}
          columns={useColumns()}
          rows={rows}
          keyOf={(row) => row.id}
          error={error}
          onRetry={() => void refetch()}
          address={address}
          actions={
            <ExportButton
              list="GET /organisations"
              only={address.hasFilters ? rows?.map(({ id }) => id) : undefined}
              sheet={useOrganisationSheet()}
            />
          }
          empty={{ title: t('organisations.empty') }}
        />
      </Panel>
    </>
  );
}

function useColumns(): readonly Column<Organisation>[] {
  const { t } = useTranslation('administration');
  const word = useWords();
  return [
    {
      key: 'name',
      title: t('organisations.column.name'),
      isName: true,
      cell: (row) => <Link to={pathTo('organisation', { organisationId: row.id })}>{row.name}</Link>,
    },
    {
      key: 'kind',
      title: t('organisations.column.kind'),
      isFit: true,
      cell: (row) => (row.townshipKind === null ? word('organisationKind', row.kind) : word('townshipKind', row.townshipKind)),
    },
    {
      key: 'duty',
      title: t('organisations.column.duty'),
      isFit: true,
      cell: (row) => (row.duty === null ? null : word('duty', row.duty)),
    },
    { key: 'phone', title: t('organisations.column.phone'), isFit: true, cell: (row) => row.contactPhone },
    {
      key: 'state',
      title: t('organisations.column.state'),
      isFit: true,
      cell: (row) => (
        <StatusTag tone={row.isActive ? 'good' : 'neutral'}>{t(row.isActive ? 'organisations.active' : 'organisations.closed')}</StatusTag>
      ),
    },
  ];
}
