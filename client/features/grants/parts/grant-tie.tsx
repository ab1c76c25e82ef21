import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { Grant } from '../api/grant-act.ts';

/** The measures that follow a penalty, or the penalty that a compulsory measure follows, and what becomes of them. */
export function GrantTie({ grant: { tie, endsAt } }: { readonly grant: Grant }) {
  const { t } = useTranslation('grants');
  const format = useFormat();
  const { measures, penalties, endsWith } = tie;
  if (measures.length === 0 && penalties.length === 0 && endsWith === null) return null;
  return (
    <Panel title={t('page.tie')}>
      <div className="stack-tight">
        <p className="secondary">{t('page.tieLead')}</p>
        {endsWith === null || endsAt === null ? null : (
          <Notice tone="warn">
            <Link to={pathTo('grant', { grantId: endsWith.grantId })}>
              {t('page.followsEnd', { name: endsWith.powerName, day: format.dayAt(endsAt) })}
            </Link>
          </Notice>
        )}
        <ul className="case-list">
          {measures.map(({ grantId, powerName, endsAlong }) => (
            <li key={grantId}>
              <p>
                <Link to={pathTo('grant', { grantId })}>{powerName}</Link>
              </p>
              <p className="secondary">{t(endsAlong ? 'page.measureAlong' : 'page.measureStays')}</p>
            </li>
          ))}
          {penalties.map(({ grantId, powerName }) => (
            <li key={grantId}>
              <p>
                {t('page.follows')} <Link to={pathTo('grant', { grantId })}>{powerName}</Link>
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
