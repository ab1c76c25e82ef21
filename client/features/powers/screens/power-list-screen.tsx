import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAnswer, useListAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import type { Power } from '#client/parts/editions/editions.ts';
import { usePowerSheet } from '../parts/sheets.ts';

const states = ['in_use', 'retired'] as const;

/** Every power of the county, on the menu or not. */
export function PowerListScreen() {
  const { t } = useTranslation('powers');
  const address = useAddress(['q', 'departmentId', 'state']);
  const { q, departmentId, state } = address.values;
  const departments = useAnswer('GET /organisations', { query: { kind: 'department' } }).data?.items ?? [];
  const query = {
    ...(q === '' ? {} : { q }),
    departmentId: departmentId || undefined,
    state: states.find((one) => one === state),
    cursor: address.cursor,
    limit: '25',
  };
  const found = useListAnswer('GET /powers', { query });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<ButtonLink to={pathTo('alikes')}>{t('toAlikes')}</ButtonLink>} />
      <Panel>
        <FilterBar
          address={address}
          filters={[
            { kind: 'text', name: 'q', label: t('search') },
            {
              kind: 'choice',
              name: 'departmentId',
              label: t('department'),
              options: departments.map(({ id, name }) => ({ value: id, label: name })),
            },
            {
              kind: 'choice',
              name: 'state',
              label: t('state.title'),
              all: null,
              options: states.map((value) => ({ value, label: t(`state.${value}`) })),
            },
          ]}
        />
        <FoundList
          caption={t('caption')}
          columns={useColumns()}
          found={found}
          keyOf={(row) => row.id}
          address={address}
          actions={<ExportButton list="GET /powers" query={query} sheet={usePowerSheet()} />}
          empty={{ title: t('empty'), advice: t('emptyAdvice') }}
        />
      </Panel>
    </>
  );
}

function useColumns(): readonly Column<Power>[] {
  const { t } = useTranslation('powers');
  const word = useWords();
  return [
    {
      key: 'name',
      title: t('power'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('power', { powerId: row.id })}>{row.name}</Link>
          <div className="secondary">{row.code}</div>
        </>
      ),
    },
    { key: 'type', title: t('type'), isFit: true, cell: (row) => word('statutoryType', row.statutoryType) },
    { key: 'department', title: t('department'), cell: (row) => row.departmentName },
    { key: 'origin', title: t('origin'), isFit: true, cell: (row) => t(`origins.${row.cameDownFrom ?? 'county'}`) },
  ];
}
