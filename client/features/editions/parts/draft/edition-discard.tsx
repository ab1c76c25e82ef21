import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#client/lib/use-act.ts';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useChangeWords, type Edition } from '#client/parts/editions/editions.ts';

interface EditionDiscardProps {
  readonly edition: Edition;
  readonly onDone: () => void;
  readonly onReload: () => void;
}

export function EditionDiscard({ edition, onDone, onReload }: EditionDiscardProps) {
  const { t } = useTranslation('editions');
  const changeWords = useChangeWords();
  const [isAsked, setAsked] = useState(false);
  const act = useAct('DELETE /editions/{editionId}', { refreshes: ['GET /editions'], onDone });
  return (
    <Panel title={t('discard.title')}>
      {isAsked ? (
        <ConfirmPanel
          title={t('discard.title')}
          consequences={[t('discard.will', { title: edition.title }), t('discard.kept')]}
          confirmLabel={t('discard.confirm')}
          isDangerous
          isActing={act.isActing}
          error={act.error}
          onConfirm={() => act.act({ params: { editionId: edition.id }, version: edition.version })}
          onCancel={() => setAsked(false)}
          onReload={() => {
            act.clear();
            onReload();
          }}
          actionWords={changeWords}
        />
      ) : (
        <div className="stack-tight">
          <p>{t('discard.why')}</p>
          <div className="row">
            <Button danger onClick={() => setAsked(true)}>
              {t('discard.act')}
            </Button>
          </div>
        </div>
      )}
    </Panel>
  );
}
