import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, onlyTownshipOf, useMe } from '#client/lib/session.ts';
import { queryOf, useListAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import type { Duty } from '../api/directory.ts';
import { dutyLists, links } from '../parts/lists.ts';
import { useDutySheet } from '../parts/sheets.ts';
import { LinkedPowerCell } from '../parts/power-link.tsx';

/** The three lists that every township has; a township reads its own and what holds for the whole county. */
export function DutiesScreen() {
  const { t } = useTranslation('directory');
  const word = useWords();
  const me = useMe();
  const isAdmin = hasRole(me, 'admin');
  const own = onlyTownshipOf(me);
  const address = useAddress(['q', 'list', 'townshipId', 'link']);
  const { q, list, townshipId, link } = address.values;
  const query = {
    ...(q === '' ? {} : { q }),
    list: dutyLists.find((one) => one === list),
    townshipId: townshipId || undefined,
    link: links.find((one) => one === link),
    cursor: address.cursor,
    limit: '25',
  };
  const found = useListAnswer('GET /duties', { query });
  const whose = useTownships(own);
  return (
    <>
      <PageHeader
        title={t('duties.title')}
        lead={t(own === null ? 'duties.lead' : 'duties.leadOwn')}
        actions={
          isAdmin ? (
            <>
              <ButtonLink to={`${pathTo('imports')}?kind=duty_lists`}>{t('toImport', { ns: 'imports' })}</ButtonLink>
              <ButtonLink isPrimary to={pathTo('duty', { dutyId: 'new' })}>
                {t('duties.add')}
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <Panel>
        <FilterBar
          address={address}
          filters={[
            { kind: 'text', name: 'q', label: t('duties.search') },
            {
              kind: 'choice',
              name: 'list',
              label: t('duty.list'),
              options: dutyLists.map((value) => ({ value, label: word('dutyList', value) })),
            },
            { kind: 'choice', name: 'townshipId', label: t('duty.whose'), options: whose },
            {
              kind: 'choice',
              name: 'link',
              label: t('link.title'),
              options: links.map((value) => ({ value, label: t(`link.${value}`) })),
            },
          ]}
        />
        <FoundList
          caption={t('duties.title')}
          columns={useColumns()}
          found={found}
          keyOf={(row) => row.id}
          address={address}
          actions={<ExportButton list="GET /duties" query={query} sheet={useDutySheet()} />}
          empty={{ title: t('duties.empty'), advice: t(isAdmin ? 'duties.emptyAdmin' : 'duties.emptyAdvice') }}
        />
      </Panel>
    </>
  );
}

function useTownships(own: ReturnType<typeof onlyTownshipOf>): readonly { readonly value: string; readonly label: string }[] {
  const { t } = useTranslation('directory');
  const { data } = useQuery({ ...queryOf('GET /organisations', { query: { kind: 'township' } }), enabled: own === null });
  const county = { value: 'county', label: t('duty.county') };
  if (own !== null) return [county, { value: own.id, label: own.name }];
  return [county, ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))];
}

function useColumns(): readonly Column<Duty>[] {
  const { t } = useTranslation('directory');
  const word = useWords();
  return [
    {
      key: 'name',
      title: t('column.duty'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('duty', { dutyId: row.id })}>{row.name}</Link>
          <div className="secondary">{row.field}</div>
        </>
      ),
    },
    { key: 'list', title: t('duty.list'), isFit: true, cell: (row) => word('dutyList', row.list) },
    { key: 'whose', title: t('duty.whose'), isFit: true, cell: (row) => row.townshipName ?? t('duty.county') },
    { key: 'department', title: t('duty.department'), cell: (row) => row.department },
    {
      key: 'power',
      title: t('column.power'),
      cell: (row) => <LinkedPowerCell of={row} />,
    },
  ];
}
