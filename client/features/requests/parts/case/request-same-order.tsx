import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { Panel } from '#client/ui/page/panel.tsx';
import type { ConsequencesView } from '#client/parts/requests/request-types.ts';
import { RequestState } from '#client/parts/requests/request-state.tsx';

/** The other lines of the same order, so that several can be judged together. */
export function RequestSameOrder({ list }: { readonly list: ConsequencesView['sameOrder'] }) {
  const { t } = useTranslation('requests');
  return (
    <Panel title={t('page.sameOrder')}>
      {list.length === 0 ? <p className="secondary">{t('page.noSameOrder')}</p> : null}
      <ul className="case-list">
        {list.map(({ id, powerName, state, stage }) => (
          <li key={id} className="stack-tight">
            <Link to={pathTo('request', { requestId: id })}>{powerName}</Link>
            <div>
              <RequestState state={state} stage={stage} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
