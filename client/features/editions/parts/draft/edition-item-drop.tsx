import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '#client/lib/use-act.ts';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { draftReads, useChangeWords, type EditionItem } from '#client/parts/editions/editions.ts';

interface EditionItemDropProps {
  readonly item: EditionItem;
  readonly onDone: () => void;
  readonly onReload: () => void;
}

export function EditionItemDrop({ item, onDone, onReload }: EditionItemDropProps) {
  const { t } = useTranslation('editions');
  const changeWords = useChangeWords();
  const [isAsked, setAsked] = useState(false);
  const act = useAct('DELETE /editions/{editionId}/items/{itemId}', { refreshes: draftReads, onDone });
  return (
    <Panel title={t('item.drop')}>
      {isAsked ? (
        <ConfirmPanel
          title={t('item.drop')}
          consequences={[t('item.willDrop', { name: item.name })]}
          confirmLabel={t('item.dropConfirm')}
          isDangerous
          isActing={act.isActing}
          error={act.error}
          onConfirm={() => act.act({ params: { editionId: item.editionId, itemId: item.id }, version: item.version })}
          onCancel={() => setAsked(false)}
          onReload={() => {
            act.clear();
            onReload();
          }}
          actionWords={changeWords}
        />
      ) : (
        <div className="stack-tight">
          <p>{t('item.dropWhy')}</p>
          <div className="row">
            <Button danger onClick={() => setAsked(true)}>
              {t('item.drop')}
            </Button>
          </div>
        </div>
      )}
    </Panel>
  );
}
