import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useChangeWords, type Account } from '#client/parts/administration/administration.ts';

interface AccountActProps {
  readonly account: Account;
  readonly onReload: () => void;
}

/** A new initial secret for somebody who forgot theirs or is locked out. */
export function ResetSecret({ account, onReload, onSecret }: AccountActProps & { readonly onSecret: (secret: string | null) => void }) {
  const { t } = useTranslation('administration');
  const changeWords = useChangeWords();
  const [isAsked, setAsked] = useState(false);
  const { name } = account;
  const act = useAct('POST /accounts/{accountId}/secret', {
    refreshes: ['GET /accounts', 'GET /accounts/{accountId}'],
    onDone: ({ initialSecret }) => {
      setAsked(false);
      onSecret(initialSecret);
    },
  });
  return (
    <Panel title={t('account.secret')}>
      {isAsked ? (
        <ConfirmPanel
          title={t('account.secretNew')}
          consequences={[t('account.will.secret', { name })]}
          confirmLabel={t('account.secretConfirm')}
          isActing={act.isActing}
          error={act.error}
          onConfirm={() => act.act({ params: { accountId: account.id }, version: account.version })}
          onCancel={() => setAsked(false)}
          onReload={() => {
            act.clear();
            onReload();
          }}
          actionWords={changeWords}
        />
      ) : (
        <div className="stack-tight">
          <p>{t('account.secretWhy', { name })}</p>
          <div className="row">
            <Button onClick={() => setAsked(true)}>{t('account.secretNew')}</Button>
          </div>
        </div>
      )}
    </Panel>
  );
}

export function EndSessions({ account }: Pick<AccountActProps, 'account'>) {
  const { t } = useTranslation('administration');
  const format = useFormat();
  const [isAsked, setAsked] = useState(false);
  const act = useAct('DELETE /accounts/{accountId}/sessions', {
    refreshes: ['GET /accounts', 'GET /accounts/{accountId}'],
    onDone: () => setAsked(false),
  });
  return (
    <Panel title={t('account.sessions')}>
      {isAsked ? (
        <ConfirmPanel
          title={t('account.endSessions')}
          consequences={[t('account.will.sessions', { name: account.name })]}
          confirmLabel={t('account.endConfirm')}
          isDangerous
          isActing={act.isActing}
          error={act.error}
          onConfirm={() => act.act({ params: { accountId: account.id } })}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <div className="stack-tight">
          {act.isDone ? (
            <Notice tone="good" announce="status">
              {t('account.ended')}
            </Notice>
          ) : null}
          <p>
            {t('account.lastSignIn', { at: account.lastSignInAt === null ? t('accounts.never') : format.instant(account.lastSignInAt) })}
          </p>
          <p>{t('account.sessionsWhy')}</p>
          <div className="row">
            <Button onClick={() => setAsked(true)}>{t('account.endSessions')}</Button>
          </div>
        </div>
      )}
    </Panel>
  );
}
