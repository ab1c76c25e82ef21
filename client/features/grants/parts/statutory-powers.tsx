import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { queryOf, useAnswer } from '#client/lib/use-answer.ts';
import { Panel } from '#client/ui/page/panel.tsx';

/** What the law itself gives the township stands beside what it was granted: it need not be ordered, and cannot be returned. */
export function StatutoryPowers({ townshipId }: { readonly townshipId: string }) {
  const { t } = useTranslation('grants');
  const townships = useAnswer('GET /organisations', { query: { kind: 'township' } }).data?.items;
  const kind = townships?.find(({ id }) => id === townshipId)?.townshipKind ?? undefined;
  const found = useQuery({ ...queryOf('GET /township-powers', { query: { kind, limit: '50' } }), enabled: kind !== undefined });
  const powers = found.data?.items ?? [];
  if (powers.length === 0) return null;
  return (
    <Panel title={t('statutory.title')}>
      <div className="stack-tight">
        <p className="secondary">{t('statutory.lead')}</p>
        <ul className="bullets">
          {powers.map(({ id, name, bases }) => (
            <li key={id}>
              <Link to={pathTo('townshipPower', { townshipPowerId: id })}>{name}</Link>{' '}
              <span className="secondary">{bases.map(({ law, article }) => t('statutory.basis', { law, article })).join(' ')}</span>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
