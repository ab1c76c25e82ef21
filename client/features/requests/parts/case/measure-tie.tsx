import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { Notice } from '#client/ui/shown/notice.tsx';
import type { ConsequencesView } from '#client/parts/requests/request-types.ts';

interface MeasureTieProps {
  readonly tie: ConsequencesView['tie'];
  /** Whether a decision on the measure is still to come. */
  readonly isUndecided: boolean;
}

/** A compulsory measure beside the penalties that it serves; a swap beside the measures that end with what is given up. */
export function MeasureTie({ tie: { penalties, ending }, isUndecided }: MeasureTieProps) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const isAlone = penalties.length > 0 && penalties.every(({ standing }) => standing === 'missing' || standing === 'leaving');
  return (
    <>
      {penalties.length === 0 ? null : (
        <div className="stack-tight">
          <h3>{t('consequences.tie.title')}</h3>
          <p className="secondary">{t('consequences.tie.lead')}</p>
          <ul className="case-list">
            {penalties.map(({ code, name, standing }) => (
              <li key={code}>{t('consequences.tie.line', { name, code, standing: t(`consequences.tie.standing.${standing}`) })}</li>
            ))}
          </ul>
          {isAlone && isUndecided ? <Notice tone="warn">{t('consequences.tie.blocked')}</Notice> : null}
        </div>
      )}
      {ending.length === 0 ? null : (
        <Notice tone="warn">{t('consequences.tie.ending', { names: format.list(ending.map(({ powerName }) => powerName)) })}</Notice>
      )}
    </>
  );
}
