import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useEligibilityWords } from '#client/i18n/use-eligibility-words.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { ItemBadge } from '../../api/badges.ts';
import { Holders } from './holders.tsx';

interface BadgesProps {
  readonly badge: ItemBadge | undefined;
  readonly item: { readonly code: string; readonly release: 'optional' | 'common' };
}

/** The badge before the click: held, ordered, in a draft, not to be ordered and why; who holds it, how many want it. */
export function Badges({ badge, item }: BadgesProps) {
  const { t } = useTranslation('menu');
  const isTownship = hasRole(useMe(), 'clerk', 'lead');
  if (!badge) return null;
  const others = t(isTownship ? 'badge.heldByOthers' : 'badge.heldBy', { count: badge.heldByOthers });
  const trial = badge.onTrialElsewhere > 0 ? t('badge.onTrial', { count: badge.onTrialElsewhere }) : '';
  return (
    <div className="stack-tight">
      {isTownship ? <OwnStanding badge={badge} isCommon={item.release === 'common'} /> : null}
      {badge.heldByOthers > 0 ? <Holders code={item.code} label={[others, trial].filter((part) => part !== '').join(' · ')} /> : null}
      {badge.heldByOthers === 0 && !isTownship ? <div className="secondary">{t('badge.heldByNone')}</div> : null}
      {badge.requestedByOthers > 0 ? (
        <div className="secondary">{t('badge.requestedByOthers', { count: badge.requestedByOthers })}</div>
      ) : null}
    </div>
  );
}

function OwnStanding({ badge, isCommon }: { readonly badge: ItemBadge; readonly isCommon: boolean }) {
  const { t } = useTranslation('menu');
  const format = useFormat();
  const reasonWords = useEligibilityWords();
  const isBlocked = badge.notEligible.length > 0 || badge.excludedBy.length > 0;
  const isOpen = !isCommon && !badge.isHeld && !badge.isOrdered && !isBlocked;
  return (
    <>
      <div className="row">
        {badge.isHeld ? <StatusTag tone="good">{t('badge.held')}</StatusTag> : null}
        {badge.isOrdered ? <StatusTag tone="waiting">{t('badge.ordered')}</StatusTag> : null}
        {badge.inDraft ? <StatusTag tone="info">{t('badge.inDraft')}</StatusTag> : null}
        {isBlocked && !badge.isHeld && !badge.isOrdered ? <StatusTag tone="ended">{t('badge.notEligible')}</StatusTag> : null}
        {isCommon && !badge.isHeld ? <StatusTag tone="ended">{t('badge.common')}</StatusTag> : null}
        {isOpen && !badge.inDraft ? <StatusTag>{t('badge.available')}</StatusTag> : null}
      </div>
      {badge.notEligible.map((reason) => (
        <div key={reason.kind} className="secondary">
          {reasonWords(reason)} <ReasonPlace kind={reason.kind} />
        </div>
      ))}
      {badge.excludedBy.length === 0 ? null : (
        <div className="secondary">{t('badge.excludedBy', { powers: format.list(badge.excludedBy) })}</div>
      )}
    </>
  );
}

/** What the law gave or a list took back is shown as such, where it stands. */
function ReasonPlace({ kind }: { readonly kind: ItemBadge['notEligible'][number]['kind'] }) {
  const { t } = useTranslation('menu');
  if (kind === 'by_law') return <Link to={pathTo('townshipPowers')}>{t('badge.toStatutory')}</Link>;
  if (kind === 'taken_back') return <Link to={`${pathTo('duties')}?list=taken_back`}>{t('badge.toDuties')}</Link>;
  return null;
}
