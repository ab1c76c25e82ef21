import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { queryOf, useAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { PrintFrame } from '#client/ui/page/print-frame.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useReloadRequest } from '../api/request-act.ts';
import type { RequestAction, RequestView } from '#client/parts/requests/request-types.ts';
import { RequestActs } from '../parts/acts/request-acts.tsx';
import { RequestConsequences } from '../parts/case/request-consequences.tsx';
import { RequestFile } from '../parts/case/request-file.tsx';
import { RequestPreparation } from '../parts/preparation/request-preparation.tsx';
import { RequestRoute } from '../parts/case/request-route.tsx';
import { RequestSameOrder } from '../parts/case/request-same-order.tsx';
import { RequestStanding } from '../parts/case/request-standing.tsx';
import { RequestState } from '#client/parts/requests/request-state.tsx';
import { RequestTerms } from '../parts/case/request-terms.tsx';
import { RequestTimeline } from '../parts/case/request-timeline.tsx';

/** One page tells a case: the file on the left, what may be done and what follows from it on the right. */
export function RequestScreen() {
  const { requestId = '' } = useParams();
  const { data: file, error, refetch } = useAnswer('GET /requests/{requestId}', { params: { requestId } });
  if (error && !file) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!file) return <Loading />;
  // Another request is another page: nothing opened or said for one may show beside the other.
  return <Request key={file.id} file={file} />;
}

const prepared: readonly RequestView['state'][] = ['approved', 'preparing', 'ready', 'granted'];
const underReview: readonly RequestView['state'][] = ['in_review', 'sent_back'];

function Request({ file }: { readonly file: RequestView }) {
  const { t } = useTranslation('requests');
  const reload = useReloadRequest(file.id);
  const [done, setDone] = useState<RequestAction | null>(null);
  const params = { params: { requestId: file.id } };
  const { data: consequences, error, refetch } = useAnswer('GET /requests/{requestId}/consequences', params);
  // Its keys name what was waived and attested, hence also for a preparation that came to nothing.
  const wasPrepared = prepared.includes(file.state) || file.timeline.some(({ kind }) => kind === 'preparation_started');
  const { data: preparation } = useQuery({ ...queryOf('GET /requests/{requestId}/preparation', params), enabled: wasPrepared });
  const isClosed = file.withWhom === null && file.state !== 'approved';
  const preparing =
    wasPrepared && preparation ? (
      <RequestPreparation file={file} preparation={preparation} consequences={consequences} onDone={setDone} onReload={reload} />
    ) : null;
  const say = (action: RequestAction): void => {
    setDone(action);
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <PageHeader
        title={file.power.name}
        crumbs={[{ title: t('title'), to: pathTo('requests') }]}
        status={<RequestState state={file.state} stage={file.stage} />}
        lead={t('page.lead', { township: file.township.name, number: file.order.number, code: file.power.code })}
      />
      <PrintFrame
        actions={
          <>
            {file.grantId === null ? null : <ButtonLink to={pathTo('grant', { grantId: file.grantId })}>{t('page.grant')}</ButtonLink>}
            {file.allowedActions.length === 0 ? null : (
              <a className="button case-jump" href="#acts">
                {t('page.toActs')}
              </a>
            )}
          </>
        }
      >
        {done === null ? null : <News action={done} file={file} />}
        <ProblemAlert error={consequences === undefined ? error : null} isReading onRetry={() => void refetch()} />
        <div className="case">
          <div className="stack">
            {isClosed ? null : preparing}
            <RequestFile file={file} />
            {consequences ? <RequestTerms file={file} consequences={consequences} /> : null}
            {isClosed ? preparing : null}
            <RequestTimeline file={file} preparation={preparation} />
          </div>
          <div className="stack" id="acts">
            <RequestStanding file={file} />
            <div className="stack no-print case-acts">
              <RequestActs file={file} consequences={consequences} preparation={preparation} onDone={say} onReload={reload} />
            </div>
            {consequences && underReview.includes(file.state) ? (
              <RequestConsequences consequences={consequences} isWithoutSentences={file.allowedActions.includes('decide')} />
            ) : null}
            <RequestRoute route={file.route} />
            {consequences ? <RequestSameOrder list={consequences.sameOrder} /> : null}
          </div>
        </div>
      </PrintFrame>
    </>
  );
}

/** What has just been done, and with whom the case lies now. */
function News({ action, file }: { readonly action: RequestAction; readonly file: RequestView }) {
  const { t } = useTranslation('requests');
  const word = useWords();
  return (
    <Notice tone="good" announce="status" title={t('act.done', { what: word('requestAction', action) })}>
      {file.state === 'granted' ? <p>{t('sign.granted')}</p> : null}
      {file.withWhom === null ? null : <p>{t('act.now', { who: file.withWhom.name })}</p>}
    </Notice>
  );
}
