import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import type { Entry } from '../api/directory.ts';
import { links, statutoryTypes } from '../parts/lists.ts';
import { useDirectorySheet } from '../parts/sheets.ts';
import { LinkedPowerCell } from '../parts/power-link.tsx';

const states = ['in_force', 'ended'] as const;

/** The province's list of powers that may be passed down: what is not here cannot go down as a penalty. */
export function DirectoryScreen() {
  const { t } = useTranslation('directory');
  const word = useWords();
  const me = useMe();
  const isAdmin = hasRole(me, 'admin');
  const address = useAddress(['q', 'statutoryType', 'state', 'link']);
  const { q, statutoryType, state, link } = address.values;
  const query = {
    ...(q === '' ? {} : { q }),
    statutoryType: statutoryTypes.find((one) => one === statutoryType),
    state: states.find((one) => one === state),
    link: links.find((one) => one === link),
    cursor: address.cursor,
    limit: '25',
  };
  const found = useListAnswer('GET /directory', { query });
  return (
    <>
      <PageHeader
        title={t('directory.title')}
        lead={t('directory.lead')}
        actions={
          isAdmin ? (
            <>
              <ButtonLink to={`${pathTo('imports')}?kind=directory`}>{t('toImport', { ns: 'imports' })}</ButtonLink>
              <ButtonLink isPrimary to={pathTo('directoryEntry', { entryId: 'new' })}>
                {t('directory.add')}
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <Panel>
        <FilterBar
          address={address}
          filters={[
            { kind: 'text', name: 'q', label: t('directory.search') },
            {
              kind: 'choice',
              name: 'statutoryType',
              label: t('column.type'),
              options: statutoryTypes.map((value) => ({ value, label: word('statutoryType', value) })),
            },
            {
              kind: 'choice',
              name: 'state',
              label: t('column.state'),
              options: states.map((value) => ({ value, label: t(`state.${value}`) })),
            },
            {
              kind: 'choice',
              name: 'link',
              label: t('link.title'),
              options: links.map((value) => ({ value, label: t(`link.${value}`) })),
            },
          ]}
        />
        <FoundList
          caption={t('directory.title')}
          columns={useColumns()}
          found={found}
          keyOf={(row) => row.id}
          address={address}
          actions={<ExportButton list="GET /directory" query={query} sheet={useDirectorySheet()} />}
          empty={{ title: t('directory.empty'), advice: t(isAdmin ? 'directory.emptyAdmin' : 'directory.emptyAdvice') }}
        />
      </Panel>
    </>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const { t } = useTranslation('directory');
  const word = useWords();
  return [
    {
      key: 'name',
      title: t('column.entry'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('directoryEntry', { entryId: row.id })}>{row.name}</Link>
          <div className="secondary">{row.code}</div>
        </>
      ),
    },
    { key: 'type', title: t('column.type'), isFit: true, cell: (row) => word('statutoryType', row.statutoryType) },
    { key: 'field', title: t('column.field'), isFit: true, cell: (row) => row.field },
    {
      key: 'power',
      title: t('column.power'),
      cell: (row) => <LinkedPowerCell of={row} />,
    },
    {
      key: 'state',
      title: t('column.state'),
      isFit: true,
      cell: (row) =>
        row.endedOn === null ? (
          <StatusTag tone="good">{t('state.in_force')}</StatusTag>
        ) : (
          <StatusTag tone="ended">{t('state.ended')}</StatusTag>
        ),
    },
  ];
}
