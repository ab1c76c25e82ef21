import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';

const lostChunk = /dynamically imported module|module script|preload CSS/i;

/** What is left when a screen fails. A chunk that is gone means that the portal was upgraded while the page stood open. */
export function CrashScreen() {
  const { t } = useTranslation();
  const error = useRouteError();
  const message = error instanceof Error ? error.message : String(error);
  const isUpgrade = lostChunk.test(message);
  return (
    <div className="stack">
      <PageHeader title={isUpgrade ? t('errors.chunkTitle') : t('errors.crashTitle')} />
      <Notice tone={isUpgrade ? 'info' : 'bad'} announce="alert">
        <p>{isUpgrade ? t('errors.chunk') : t('errors.crash')}</p>
        {isUpgrade ? null : (
          <p>
            <code>{message}</code>
          </p>
        )}
        <div className="row">
          <button type="button" className="button button-primary" onClick={() => window.location.reload()}>
            {t('action.reload')}
          </button>
        </div>
      </Notice>
    </div>
  );
}

/** The same when the frame itself has failed and nothing else is on the page. */
export function CrashPage() {
  return (
    <main className="app-main">
      <CrashScreen />
    </main>
  );
}
