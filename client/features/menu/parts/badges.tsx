import { useTranslation } from 'react-i18next';
import { useEligibilityWords } from '#client/i18n/use-eligibility-words.ts';
import { StatusTag } from '#client/ui/status-tag.tsx';
import type { ItemBadge } from '../api/badges.ts';

/** The badge before the click: held, ordered, in a draft, not eligible and why, held by others. */
export function Badges({ badge, isCommon }: { readonly badge: ItemBadge | undefined; readonly isCommon: boolean }) {
  const { t } = useTranslation('menu');
  const reasonWords = useEligibilityWords();
  if (!badge) return null;
  const isOpen = !isCommon && !badge.isHeld && !badge.isOrdered && badge.notEligible.length === 0;
  return (
    <div className="stack-tight">
      <div className="row">
        {badge.isHeld ? <StatusTag tone="good">{t('badge.held')}</StatusTag> : null}
        {badge.isOrdered ? <StatusTag tone="waiting">{t('badge.ordered')}</StatusTag> : null}
        {badge.inDraft ? <StatusTag tone="info">{t('badge.inDraft')}</StatusTag> : null}
        {badge.notEligible.length > 0 ? <StatusTag tone="ended">{t('badge.notEligible')}</StatusTag> : null}
        {isCommon && !badge.isHeld ? <StatusTag tone="ended">{t('badge.common')}</StatusTag> : null}
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
