import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useCommonPreview } from '../api/common-decisions.ts';
import { CommonDecide } from '../parts/common-decide.tsx';
import { CommonDecisionList } from '../parts/common-decision-list.tsx';
import { CommonGates } from '../parts/common-gates.tsx';
import { CommonTownships } from '../parts/common-townships.tsx';

/** One common item: who would get it by one decision now, and the decision itself. */
export function CommonItemScreen() {
  const { t } = useTranslation('commonItems');
  const me = useMe();
  const navigate = useNavigate();
  const { itemId = '' } = useParams();
  const { data: preview, error, refetch } = useCommonPreview(itemId);
  if (error && !preview) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!preview) return <Loading />;
  const { item, edition, owed } = preview;
  return (
    <>
      <PageHeader
        title={t('preview.title', { name: item.name })}
        lead={t('preview.lead', { number: edition.number })}
        crumbs={[{ title: t('title'), to: pathTo('commonItems') }]}
        actions={<ButtonLink to={pathTo('menuItem', { itemId })}>{t('preview.toItem')}</ButtonLink>}
      />
      <CommonGates gates={preview.gates} />
      <Panel title={t('preview.who')}>
        <div className="stack">
          <p>{t('result', preview.counts)}</p>
          {owed === 0 ? null : <Notice tone="info">{t('preview.owed', { count: owed })}</Notice>}
          <CommonTownships preview={preview} />
        </div>
      </Panel>
      {hasRole(me, 'decider') && preview.gates.length === 0 ? (
        <CommonDecide
          preview={preview}
          onReload={() => void refetch()}
          onDecided={({ id }) => void navigate(pathTo('commonDecision', { decisionId: id }), { state: { decided: true } })}
        />
      ) : null}
      <CommonDecisionList itemId={itemId} />
    </>
  );
}
