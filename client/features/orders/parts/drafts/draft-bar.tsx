import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { pathTo } from '#client/app/paths.ts';
import type { DraftEditor } from '../../api/draft-editor.ts';
import type { DraftEditorState } from '../../api/draft-state.ts';

export interface DraftBarProps {
  readonly editor: DraftEditor;
  readonly state: DraftEditorState;
  readonly nextLabel: string;
  readonly onNext: () => void;
}

/** Stays at the lower edge of the window: whether everything is saved, and the way on. */
export function DraftBar({ editor, state, nextLabel, onNext }: DraftBarProps) {
  const { t } = useTranslation('orders');
  return (
    <div className="draft-bar no-print">
      <div className="row">
        <SavingWords editor={editor} state={state} />
        {state.phase === 'waiting' ? (
          <button type="button" className="button button-link" onClick={() => void editor.save()}>
            {t('saving.retry')}
          </button>
        ) : null}
      </div>
      <div className="row">
        <ButtonLink to={pathTo('menu')}>{t('draft.addMore')}</ButtonLink>
        <Button type="primary" onClick={onNext}>
          {nextLabel}
        </Button>
      </div>
    </div>
  );
}

function SavingWords({ editor, state }: Pick<DraftBarProps, 'editor' | 'state'>) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const { phase, order, refusals } = state;
  const words = (): string => {
    if (phase === 'waiting') return t('saving.waiting');
    if (phase === 'saving') return t('saving.saving');
    if (Object.keys(refusals).length > 0) return t('saving.refused');
    return editor.isSettled ? t('saving.savedAt', { time: format.instant(order.updatedAt) }) : t('saving.unsaved');
  };
  const isBad = phase === 'waiting' || Object.keys(refusals).length > 0;
  return (
    <p role="status" className={isBad ? 'draft-saving draft-saving-bad' : 'draft-saving'}>
      {words()}
    </p>
  );
}
