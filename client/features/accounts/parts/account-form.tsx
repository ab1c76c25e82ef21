import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { CheckField } from '#client/ui/forms/check-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useChangeWords, useOrganisations, useTyped, type Account } from '#client/parts/administration/administration.ts';
import { AccountMemberships } from './account-memberships.tsx';
import { membershipsOf, typedOf, useAccountFaults, useAccountFields, type AccountTyped } from './account-typed.ts';

interface AccountFormProps {
  readonly account: Account | null;
  readonly onCreated: (answer: Answer<'POST /accounts'>) => void;
  readonly onSaved: (account: Account) => void;
  readonly onReload: () => void;
}

/** Opens an account, or changes name, roles and whether it may sign in. */
export function AccountForm({ account, onCreated, onSaved, onReload }: AccountFormProps) {
  const { t } = useTranslation('administration');
  const changeWords = useChangeWords();
  const typed = useTyped(`account:${account?.id ?? 'new'}`, typedOf(account));
  const { username, name, memberships, isDisabled } = typed.value;
  const refreshes = ['GET /accounts'] as const;
  const create = useAct('POST /accounts', {
    refreshes,
    onDone: (answer) => {
      typed.forget();
      onCreated(answer);
    },
  });
  const edit = useAct('PUT /accounts/{accountId}', {
    refreshes,
    onDone: (answer) => {
      typed.forget();
      onSaved(answer);
    },
  });
  const send = (): void => {
    const sent = membershipsOf(typed.value);
    if (account === null) create.act({ body: { username: username.trim(), name, memberships: sent } });
    else edit.act({ params: { accountId: account.id }, version: account.version, body: { name, memberships: sent, isDisabled } });
  };
  const label = account === null ? t('account.confirmCreate') : t('account.confirmSave');
  return (
    <Panel title={t('account.basics')}>
      <ActFrame
        act={account === null ? create : edit}
        faults={useAccountFaults(account === null)(typed.value)}
        fields={useAccountFields(memberships.length)}
        consequences={useConsequences(account, typed.value)}
        confirmTitle={label}
        confirmLabel={label}
        isDangerous={account !== null && isDisabled && !account.isDisabled}
        isAllowed
        isRestored={typed.isRestored}
        onSend={send}
        onReload={onReload}
        onDiscard={typed.forget}
        actionWords={changeWords}
      >
        {(errorOf) => (
          <>
            {account === null ? (
              <Field id="username" label={t('account.username')} hint={t('account.usernameHint')} error={errorOf('username')}>
                {(control) => (
                  <Input
                    {...control}
                    autoComplete="off"
                    autoCapitalize="none"
                    spellCheck={false}
                    value={username}
                    onChange={(event) => typed.set({ ...typed.value, username: event.target.value })}
                  />
                )}
              </Field>
            ) : null}
            <Field id="name" label={t('account.name')} error={errorOf('name')}>
              {(control) => (
                <Input
                  {...control}
                  autoComplete="off"
                  value={name}
                  onChange={(event) => typed.set({ ...typed.value, name: event.target.value })}
                />
              )}
            </Field>
            <AccountMemberships
              memberships={memberships}
              errorOf={errorOf}
              onChange={(next) => typed.set({ ...typed.value, memberships: next })}
            />
            {account === null ? null : (
              <CheckField
                id="isDisabled"
                label={t('account.isDisabled')}
                hint={t('account.isDisabledHint')}
                isChecked={isDisabled}
                onChange={(next) => typed.set({ ...typed.value, isDisabled: next })}
              />
            )}
          </>
        )}
      </ActFrame>
    </Panel>
  );
}

function useConsequences(account: Account | null, typed: AccountTyped): readonly string[] {
  const { t } = useTranslation('administration');
  const word = useWords();
  const format = useFormat();
  const organisations = useOrganisations().data?.items ?? [];
  const { name, username, isDisabled } = typed;
  const roles = format.list(
    membershipsOf(typed).map(({ organisationId, role }) =>
      t('accounts.role', {
        organisation: organisations.find(({ id }) => id === organisationId)?.shortName ?? '',
        role: word('role', role),
      }),
    ),
  );
  const willHold = t('account.will.role', { name, roles });
  if (account === null) return [t('account.will.created', { name, username }), willHold];
  return isDisabled ? [t('account.will.disabled', { name })] : [willHold, t('account.will.signedOut', { name })];
}
