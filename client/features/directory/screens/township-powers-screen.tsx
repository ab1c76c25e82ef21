import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { BasisWords } from '../parts/basis-words.tsx';
import { townshipKinds } from '../parts/lists.ts';
import { useTownshipPowerSheet } from '../parts/sheets.ts';

/** What townships may do by law: shown as such, since no order is needed for it. */
export function TownshipPowersScreen() {
  const { t } = useTranslation('directory');
  const word = useWords();
  const format = useFormat();
  const me = useMe();
  const isAdmin = hasRole(me, 'admin');
  const address = useAddress(['q', 'kind']);
  const { q, kind } = address.values;
  const query = {
    ...(q === '' ? {} : { q }),
    kind: townshipKinds.find((one) => one === kind),
    cursor: address.cursor,
    limit: '25',
  };
  const found = useListAnswer('GET /township-powers', { query });
  return (
    <>
      <PageHeader
        title={t('statutory.title')}
        lead={t('statutory.lead')}
        actions={
          isAdmin ? (
            <ButtonLink isPrimary to={pathTo('townshipPower', { townshipPowerId: 'new' })}>
              {t('statutory.add')}
            </ButtonLink>
          ) : undefined
        }
      />
      <Panel>
        <FilterBar
          address={address}
          filters={[
            { kind: 'text', name: 'q', label: t('statutory.search') },
            {
              kind: 'choice',
              name: 'kind',
              label: t('statutory.kinds'),
              options: townshipKinds.map((value) => ({ value, label: word('townshipKind', value) })),
            },
          ]}
        />
        <FoundList
          caption={t('statutory.title')}
          found={found}
          keyOf={(row) => row.id}
          address={address}
          actions={<ExportButton list="GET /township-powers" query={query} sheet={useTownshipPowerSheet()} />}
          empty={{ title: t('statutory.empty'), advice: t(isAdmin ? 'statutory.emptyAdmin' : 'statutory.emptyAdvice') }}
          columns={[
            {
              key: 'name',
              title: t('statutory.name'),
              isName: true,
              cell: (row) => <Link to={pathTo('townshipPower', { townshipPowerId: row.id })}>{row.name}</Link>,
            },
            {
              key: 'kinds',
              title: t('statutory.kinds'),
              cell: (row) =>
                row.kinds.length === 0 ? t('statutory.allKinds') : format.list(row.kinds.map((one) => word('townshipKind', one))),
            },
            { key: 'bases', title: t('basis.title'), cell: (row) => <BasisWords bases={row.bases} /> },
          ]}
        />
      </Panel>
    </>
  );
}
