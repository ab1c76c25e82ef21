import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { PreparationView } from '#client/parts/requests/request-types.ts';
import { CommitmentsAhead, RequestCommitments } from './request-commitments.tsx';
import { RequestConditions } from '../case/request-conditions.tsx';
import { RequestHandOver } from './request-hand-over.tsx';
import { MeasureTie } from '../case/measure-tie.tsx';
import type { PreparationProps } from './request-preparation-props.ts';
import { PreparationPrerequisites } from './request-preparation-prerequisites.tsx';
import { isOpen } from '#client/parts/requests/request-prerequisites.tsx';

/** First trained and equipped, then empowered: what stands between the approval and the grant, live. */
export function RequestPreparation(props: PreparationProps) {
  const { preparation, file } = props;
  const { t } = useTranslation('requests');
  const { conditions } = preparation;
  const isOn = file.state === 'preparing' || file.state === 'ready';
  const isAhead = isOn || file.state === 'approved';
  return (
    <>
      {isAhead || conditions !== null ? (
        <Panel title={t('preparation.title')}>
          <div className="stack">
            {isAhead ? <p className="secondary">{t('preparation.lead')}</p> : null}
            {isOn ? <Progress preparation={preparation} /> : null}
            {file.state === 'approved' ? <Queue position={preparation.queuePosition} /> : null}
            {isOn ? <Deadline preparation={preparation} /> : null}
            {isAhead ? <MeasureTie tie={preparation.tie} isUndecided={false} /> : null}
            {conditions === null ? null : (
              <div className="stack-tight">
                <h3>{t('preparation.conditions')}</h3>
                <RequestConditions conditions={conditions} />
              </div>
            )}
          </div>
        </Panel>
      ) : null}
      <PreparationPrerequisites {...props} />
      {file.state === 'approved' ? <CommitmentsAhead consequences={props.consequences} /> : <RequestCommitments {...props} />}
      {isOn || file.state === 'granted' ? <RequestHandOver {...props} /> : null}
    </>
  );
}

const isPending = ({ state }: PreparationView['commitments'][number]): boolean => state !== 'confirmed' && state !== 'waived';

function Progress({ preparation }: { readonly preparation: PreparationView }) {
  const { t } = useTranslation('requests');
  if (preparation.isReady) return <Notice tone="good">{t('preparation.ready')}</Notice>;
  const prerequisites = preparation.prerequisites.filter(isOpen).length;
  const commitments = preparation.commitments.filter(isPending).length;
  return (
    <Notice tone="info" title={t('preparation.notReady')}>
      <ul>
        {prerequisites === 0 ? null : <li>{t('preparation.openPrerequisites', { count: prerequisites })}</li>}
        {commitments === 0 ? null : <li>{t('preparation.openCommitments', { count: commitments })}</li>}
      </ul>
    </Notice>
  );
}

function Queue({ position }: { readonly position: number }) {
  const { t } = useTranslation('requests');
  const ahead = position - 1;
  return <Notice tone="info">{ahead > 0 ? t('preparation.queue', { count: ahead }) : t('preparation.queueNone')}</Notice>;
}

function Deadline({ preparation: { dueAt, isExtensionUsed } }: { readonly preparation: PreparationView }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  if (dueAt === null) return null;
  return (
    <p>
      {t('preparation.dueLine', { day: format.dayAt(dueAt - 1), until: format.until(dueAt - 1) })} {t('preparation.dueWhat')}{' '}
      {isExtensionUsed ? t('preparation.extensionUsed') : t('preparation.extensionLeft')}
    </p>
  );
}
