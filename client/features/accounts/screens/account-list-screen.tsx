import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import type { Account } from '#client/parts/administration/administration.ts';
import { AccountState } from '../parts/account-state.tsx';
import { useRoleWords } from '../parts/use-role-words.ts';
import { useAccountSheet } from '../parts/sheets.ts';

export function AccountListScreen() {
  const { t } = useTranslation('administration');
  const me = useMe();
  const address = useAddress(['q']);
  const found = useListAnswer('GET /accounts', { query: { q: address.values.q || undefined, cursor: address.cursor, limit: '25' } });
  return (
    <>
      <PageHeader
        title={t('accounts.title')}
        lead={t('accounts.lead')}
        actions={
          hasRole(me, 'admin') ? (
            <ButtonLink isPrimary to={pathTo('account', { accountId: 'new' })}>
              {t('accounts.add')}
            </ButtonLink>
          ) : undefined
        }
      />
      <Panel>
        <FilterBar address={address} filters={[{ kind: 'text', name: 'q', label: t('accounts.search') }]} />
        <FoundList
          caption={t('accounts.caption')}
          columns={useColumns()}
          found={found}
          keyOf={(row) => row.id}
          address={address}
          actions={<ExportButton list="GET /accounts" query={{ q: address.values.q }} sheet={useAccountSheet()} />}
          empty={{ title: t('accounts.empty') }}
        />
      </Panel>
    </>
  );
}

function useColumns(): readonly Column<Account>[] {
  const { t } = useTranslation('administration');
  const format = useFormat();
  const roleWords = useRoleWords();
  return [
    {
      key: 'name',
      title: t('accounts.column.name'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('account', { accountId: row.id })}>{row.name}</Link>
          <div className="secondary">{row.username}</div>
        </>
      ),
    },
    {
      key: 'roles',
      title: t('accounts.column.roles'),
      cell: (row) => row.memberships.map((one) => <div key={`${one.organisation.id}${one.role}`}>{roleWords(one)}</div>),
    },
    { key: 'state', title: t('accounts.column.state'), isFit: true, cell: (row) => <AccountState account={row} /> },
    {
      key: 'lastSignIn',
      title: t('accounts.column.lastSignIn'),
      isFit: true,
      cell: (row) => (row.lastSignInAt === null ? t('accounts.never') : format.instant(row.lastSignInAt)),
    },
  ];
}
