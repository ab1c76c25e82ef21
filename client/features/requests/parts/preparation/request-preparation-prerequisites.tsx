import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { PrerequisiteView } from '#client/parts/requests/request-types.ts';
import { RequestAttestation } from './request-attestation.tsx';
import type { PreparationProps } from './request-preparation-props.ts';
import { isOpen, RequestPrerequisites } from '#client/parts/requests/request-prerequisites.tsx';
import { RequestWaiver } from './request-waiver.tsx';

/** Prerequisites, read live from roster and certificates, with what may be done about each. */
export function PreparationPrerequisites({ file, preparation, onDone, onReload }: PreparationProps) {
  const { t } = useTranslation('requests');
  const isTownship = hasRole(useMe(), 'clerk', 'lead');
  const needsPeople = preparation.prerequisites.some((one) => isOpen(one) && one.prerequisite.kind !== 'attestation');
  return (
    <Panel
      title={t('preparation.prerequisites')}
      actions={isTownship && needsPeople ? <ButtonLink to={pathTo('roster')}>{t('prerequisite.roster')}</ButtonLink> : undefined}
    >
      <div className="stack-tight">
        {preparation.prerequisites.length === 0 ? null : <p className="secondary">{t('preparation.prerequisitesWhat')}</p>}
        <RequestPrerequisites
          list={preparation.prerequisites}
          actsOf={(one, words) => <Acts {...{ one, words, file, preparation, onDone, onReload }} />}
        />
      </div>
    </Panel>
  );
}

interface ActsProps extends Omit<PreparationProps, 'consequences'> {
  readonly one: PrerequisiteView;
  readonly words: string;
}

function Acts({ one, words, file, preparation, onDone, onReload }: ActsProps) {
  const { t } = useTranslation('requests');
  const [opened, setOpened] = useState<'attest' | 'waive' | null>(null);
  const { allowedActions } = preparation;
  const mayAttest = isOpen(one) && one.prerequisite.kind === 'attestation' && allowedActions.includes('attest');
  const mayWaive = isOpen(one) && allowedActions.includes('waive');
  const { key } = one.prerequisite;
  const common = { file, words, onReload, onClose: () => setOpened(null) };
  if (opened === 'attest') {
    return <RequestAttestation {...common} onDone={() => onDone('attest')} isAllowed={mayAttest} prerequisiteKey={key} />;
  }
  if (opened === 'waive') {
    return <RequestWaiver {...common} onDone={() => onDone('waive')} isAllowed={mayWaive} subject="prerequisite" subjectKey={key} />;
  }
  if (!mayAttest && !mayWaive) return null;
  return (
    <div className="row no-print">
      {mayAttest ? (
        <Button size="small" type="primary" aria-label={t('attest.actFor', { what: words })} onClick={() => setOpened('attest')}>
          {t('attest.act')}
        </Button>
      ) : null}
      {mayWaive ? (
        <Button size="small" aria-label={t('waive.actFor', { what: words })} onClick={() => setOpened('waive')}>
          {t('waive.act')}
        </Button>
      ) : null}
    </div>
  );
}
