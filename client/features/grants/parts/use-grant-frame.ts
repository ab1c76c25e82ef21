import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { useAuditWords, useReloadGrant, type Grant } from '../api/grant-act.ts';

export type FormAction = Exclude<WordLists['grantAction'], 'start_swap'>;

export interface GrantFrameOf {
  readonly grant: Grant;
  readonly action: FormAction;
  readonly typed: { readonly forget: () => void };
  readonly onClose: () => void;
}

/** What every form of an act on a grant says alike, and the way back when somebody else was quicker. */
export function useGrantFrame({ grant, action, typed, onClose }: GrantFrameOf) {
  const { t } = useTranslation('grants');
  const what = t(`act.start.${action}`);
  return {
    confirmTitle: t('act.confirm.title', { what }),
    confirmLabel: t('act.confirm.label', { what }),
    isAllowed: grant.allowedActions.includes(action),
    followers: useFollowers(grant)(action),
    actionWords: useAuditWords(),
    onReload: useReloadGrant(grant.id),
    onDiscard: () => {
      typed.forget();
      onClose();
    },
  };
}

const ending: readonly FormAction[] = ['file_return', 'accept_return', 'defer_return', 'open_recall', 'decide_recall', 'close_trial'];

/** What becomes of the compulsory measures that follow the end of a penalty. */
function useFollowers({ tie }: Grant): (action: FormAction) => readonly string[] {
  const { t } = useTranslation('grants');
  const format = useFormat();
  const along = tie.measures.filter(({ endsAlong }) => endsAlong).map(({ powerName }) => powerName);
  return (action) => {
    if (along.length === 0) return [];
    if (action === 'suspend') return [t('act.will.tieRests', { names: format.list(along) })];
    return ending.includes(action) ? [t('act.will.tieEnds', { names: format.list(along) })] : [];
  };
}
