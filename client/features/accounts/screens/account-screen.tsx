import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useAccount, type Account } from '#client/parts/administration/administration.ts';
import { EndSessions, ResetSecret } from '../parts/account-acts.tsx';
import { AccountForm } from '../parts/account-form.tsx';
import { AccountState } from '../parts/account-state.tsx';
import { SecretOnce } from '../parts/secret-once.tsx';
import { useRoleWords } from '../parts/use-role-words.ts';

interface Secret {
  readonly accountId: string;
  readonly value: string | null;
}

/** One account, or a new one. The initial secret lives in this screen's memory and goes with it. */
export function AccountScreen() {
  const { accountId = '' } = useParams();
  const [secret, setSecret] = useState<Secret | null>(null);
  const given = secret?.accountId === accountId ? secret : null;
  if (accountId === 'new') return <NewAccount onSecret={setSecret} />;
  return <KnownAccount key={accountId} accountId={accountId} secret={given} onSecret={setSecret} />;
}

function NewAccount({ onSecret }: { readonly onSecret: (secret: Secret) => void }) {
  const { t } = useTranslation('administration');
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t('account.newTitle')} crumbs={[{ title: t('accounts.title'), to: pathTo('accounts') }]} />
      <AccountForm
        account={null}
        onCreated={({ account, initialSecret }) => {
          onSecret({ accountId: account.id, value: initialSecret });
          void navigate(pathTo('account', { accountId: account.id }), { replace: true });
        }}
        onSaved={() => undefined}
        onReload={() => undefined}
      />
    </>
  );
}

interface KnownAccountProps {
  readonly accountId: string;
  readonly secret: Secret | null;
  readonly onSecret: (secret: Secret) => void;
}

function KnownAccount({ accountId, secret, onSecret }: KnownAccountProps) {
  const { t } = useTranslation('administration');
  const me = useMe();
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  const { data: account, error, refetch } = useAccount(accountId);
  if (error && !account) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  // The form begins anew with what was saved, not with what it began with.
  if (!account || (savedVersion !== null && account.version < savedVersion)) return <Loading />;
  const isOwn = account.id === me.accountId;
  const mayChange = hasRole(me, 'admin') && !isOwn;
  return (
    <>
      <PageHeader
        title={account.name}
        lead={account.username}
        status={<AccountState account={account} />}
        crumbs={[{ title: t('accounts.title'), to: pathTo('accounts') }]}
      />
      {secret === null ? null : <SecretOnce name={account.name} username={account.username} secret={secret.value} />}
      {savedVersion === null ? null : (
        <Notice tone="good" announce="status">
          {t('account.saved')}
        </Notice>
      )}
      {mayChange ? (
        <>
          <AccountForm
            key={savedVersion}
            account={account}
            onCreated={() => undefined}
            onSaved={({ version }) => {
              setSavedVersion(version);
              void refetch();
            }}
            onReload={() => void refetch()}
          />
          <ResetSecret account={account} onReload={() => void refetch()} onSecret={(value) => onSecret({ accountId, value })} />
          <EndSessions account={account} />
        </>
      ) : (
        <ReadOnly account={account} isOwn={isOwn} />
      )}
    </>
  );
}

function ReadOnly({ account, isOwn }: { readonly account: Account; readonly isOwn: boolean }) {
  const { t } = useTranslation('administration');
  const roleWords = useRoleWords();
  return (
    <Panel title={t('account.basics')}>
      <div className="stack-tight">
        <p className="secondary">{isOwn ? t('account.own') : t('kept')}</p>
        <DescriptionList
          items={[
            { key: 'username', term: t('account.username'), children: account.username },
            {
              key: 'roles',
              term: t('account.memberships'),
              children: account.memberships.map((one) => <p key={`${one.organisation.id}${one.role}`}>{roleWords(one)}</p>),
            },
          ]}
        />
      </div>
    </Panel>
  );
}
