import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import type { DraftEditor } from '../../api/draft-editor.ts';
import type { Change, DraftEditorState } from '../../api/draft-state.ts';

const known = ['order_drafted', 'order_renamed', 'line_saved', 'line_added', 'line_dropped', 'order_submitted', 'order_discarded'] as const;

/** What somebody else did to the draft while it stood open here. */
export function DraftNews({ editor, state }: { readonly editor: DraftEditor; readonly state: DraftEditorState }) {
  const { t } = useTranslation('orders');
  if (state.phase === 'gone') return <Gone state={state} />;
  if (state.news.length === 0) return null;
  return (
    <Notice tone="warn" announce="status" title={t('news.title')}>
      <ChangeList news={state.news} />
      <p>{t('news.merged')}</p>
      <div className="row">
        <button type="button" className="button" onClick={() => editor.forgetNews()}>
          {t('news.close')}
        </button>
      </div>
    </Notice>
  );
}

function Gone({ state }: { readonly state: DraftEditorState }) {
  const { t } = useTranslation('orders');
  const isSubmitted = state.order.submittedAt !== null;
  return (
    <Notice tone="warn" announce="alert" title={t(isSubmitted ? 'gone.submitted' : 'gone.discarded')}>
      <ChangeList news={state.news} />
      <p>{t(isSubmitted ? 'gone.submittedWhat' : 'gone.discardedWhat')}</p>
      <div className="row">
        {isSubmitted ? (
          <ButtonLink to={pathTo('order', { orderId: state.order.id })}>{t('gone.toOrder')}</ButtonLink>
        ) : (
          <ButtonLink to={pathTo('drafts')}>{t('gone.toDrafts')}</ButtonLink>
        )}
      </div>
    </Notice>
  );
}

/** What somebody did to a draft, in words. */
export function useChangeWords(): (action: string) => string {
  const { t } = useTranslation('orders');
  return (action) => t(`news.action.${known.find((one) => one === action) ?? 'unknown'}`);
}

function ChangeList({ news }: { readonly news: readonly Change[] }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const words = useChangeWords();
  if (news.length === 0) return null;
  return (
    <ul className="bullets">
      {news.map(({ at, actor, action }) => (
        <li key={`${at}${action}`}>{t('news.line', { at: format.instant(at), actor, action: words(action) })}</li>
      ))}
    </ul>
  );
}
