import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { hasRole, onlyTownshipOf, useMe } from '#client/lib/session.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { useLawWords } from '#client/i18n/use-law-words.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import type { Grant } from '../api/grant-act.ts';
import { GrantActs } from '../parts/grant-acts.tsx';
import { GrantFacts } from '../parts/grant-facts.tsx';
import { GrantHealth } from '../parts/grant-health.tsx';
import { GrantState } from '../parts/grant-state.tsx';
import { GrantTie } from '../parts/grant-tie.tsx';
import { GrantTimeline } from '../parts/grant-timeline.tsx';

/** One page tells a grant: who exercises it now, on what terms, how healthy it is, everything that happened, and the ways back. */
export function GrantScreen() {
  const { t } = useTranslation('grants');
  const { grantId = '' } = useParams();
  const me = useMe();
  const law = useLawWords();
  const isTownship = onlyTownshipOf(me) !== null;
  const { data: grant, error, refetch } = useAnswer('GET /grants/{grantId}', { params: { grantId } });
  if (error && !grant) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!grant) return <Loading />;
  return (
    <>
      <PageHeader
        title={grant.powerName}
        crumbs={[{ title: isTownship ? t('mine') : t('title'), to: pathTo('grants') }]}
        status={<GrantState state={grant.state} endKind={grant.endKind} />}
        lead={<WhoNow grant={grant} />}
      />
      <div className="stack">
        {grant.swapRequestId === null ? null : (
          <Notice>
            <Link to={pathTo('request', { requestId: grant.swapRequestId })}>{t('page.swapRequest')}</Link>
          </Notice>
        )}
        {grant.lawFlag === null ? null : (
          <Notice tone="warn" title={law.flag(grant.lawFlag)}>
            {hasRole(me, 'legal_reviewer', 'decider', 'auditor') ? <Link to={pathTo('lawChanges')}>{t('page.lawChanges')}</Link> : null}
          </Notice>
        )}
        <GrantActs key={grant.id} grant={grant} />
        <GrantFacts grant={grant} />
        <GrantTie grant={grant} />
        <GrantHealth grant={grant} />
        <Panel title={t('page.timeline')}>
          <GrantTimeline grant={grant} />
        </Panel>
      </div>
    </>
  );
}

function WhoNow({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation('grants');
  const format = useFormat();
  const isWithTownship = grant.state === 'trial' || grant.state === 'active';
  const holder = isWithTownship ? grant.township.name : grant.department.name;
  const isEnding = isWithTownship && grant.endsAt !== null;
  return (
    <>
      {t('page.whoNow', { holder })}
      {isEnding ? ` · ${t('page.until', { day: format.dayAt(grant.endsAt ?? 0) })}` : null}
    </>
  );
}
