import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { StatusTag } from '#client/ui/status-tag.tsx';
import type { ItemBadge } from '../api/badges.ts';

type Reason = ItemBadge['notEligible'][number];

/** Why a township may not order an item, in words; shown, never hidden. */
export function useReasonWords(): (reason: Reason) => string {
  const { t } = useTranslation('menu');
  const word = useWords();
  const kindsIn = (text: string): string =>
    text
      .split(',')
      .map((kind) => word('townshipKind', kind.trim() as WordLists['townshipKind']))
      .join('、');
  return ({ kind, need, have }) =>
    kind === 'kind' ? t('reason.kind', { need: kindsIn(need), have: kindsIn(have) }) : t(`reason.${kind}`, { need, have });
}

/** The badge before the click: held, ordered, in a draft, not eligible and why, held by others. */
export function Badges({ badge }: { readonly badge: ItemBadge | undefined }) {
  const { t } = useTranslation('menu');
  const reasonWords = useReasonWords();
  if (!badge) return null;
  const isOpen = !badge.isHeld && !badge.isOrdered && badge.notEligible.length === 0;
  return (
    <div className="stack-tight">
      <div className="row">
        {badge.isHeld ? <StatusTag tone="good">{t('badge.held')}</StatusTag> : null}
        {badge.isOrdered ? <StatusTag tone="waiting">{t('badge.ordered')}</StatusTag> : null}
        {badge.inDraft ? <StatusTag tone="info">{t('badge.inDraft')}</StatusTag> : null}
        {badge.notEligible.length > 0 ? <StatusTag tone="ended">{t('badge.notEligible')}</StatusTag> : null}
        {isOpen && !badge.inDraft ? <StatusTag>{t('badge.available')}</StatusTag> : null}
      </div>
      {badge.notEligible.map((reason) => (
        <div key={reason.kind} className="secondary">
          {reasonWords(reason)}
        </div>
      ))}
      {badge.heldByOthers > 0 ? (
        <div className="secondary">
          {t('badge.heldByOthers', { count: badge.heldByOthers })}
          {badge.onTrialElsewhere > 0 ? ` · ${t('badge.onTrial', { count: badge.onTrialElsewhere })}` : null}
        </div>
      ) : null}
    </div>
  );
}
