import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import type { StoredForm } from '#client/lib/use-stored-form.ts';
import { ActFrame, type ActFrameProps } from '#client/ui/forms/act-frame.tsx';
import { useAuditWords, useReloadGrant, type Grant } from '../api/grant-act.ts';

interface GrantActFrameProps extends Pick<ActFrameProps, 'act' | 'faults' | 'fields' | 'consequences' | 'onSend' | 'isDangerous'> {
  readonly grant: Grant;
  readonly action: Exclude<WordLists['grantAction'], 'start_swap'>;
  readonly typed: Pick<StoredForm<object>, 'forget' | 'isRestored'>;
  readonly onClose: () => void;
  readonly children: (errorOf: (fieldId: string) => string | undefined) => ReactNode;
}

/** The frame of every act on a grant: its words, whether it is still allowed, and the way back when somebody else was quicker. */
export function GrantActFrame({ grant, action, typed, onClose, consequences = [], ...rest }: GrantActFrameProps) {
  const { t } = useTranslation('grants');
  const followers = useFollowers(grant);
  const actionWords = useAuditWords();
  const reload = useReloadGrant(grant.id);
  const what = t(`act.start.${action}`);
  return (
    <ActFrame
      {...rest}
      consequences={[...consequences, ...followers(action)]}
      confirmTitle={t('act.confirm.title', { what })}
      confirmLabel={t('act.confirm.label', { what })}
      isAllowed={grant.allowedActions.includes(action)}
      isRestored={typed.isRestored}
      actionWords={actionWords}
      onReload={reload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
    />
  );
}

const ending: readonly GrantActFrameProps['action'][] = [
  'file_return',
  'accept_return',
  'defer_return',
  'open_recall',
  'decide_recall',
  'close_trial',
];

/** What becomes of the compulsory measures that follow the end of a penalty. */
function useFollowers({ tie }: Grant): (action: GrantActFrameProps['action']) => readonly string[] {
  const { t } = useTranslation('grants');
  const format = useFormat();
  const along = tie.measures.filter(({ endsAlong }) => endsAlong).map(({ powerName }) => powerName);
  return (action) => {
    if (along.length === 0) return [];
    if (action === 'suspend') return [t('act.will.tieRests', { names: format.list(along) })];
    return ending.includes(action) ? [t('act.will.tieEnds', { names: format.list(along) })] : [];
  };
}
