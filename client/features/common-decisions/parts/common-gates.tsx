import { useTranslation } from 'react-i18next';
import { useGateWords } from '#client/i18n/use-gate-words.ts';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { CommonPreview } from '../api/common-decisions.ts';

/** What the law has against the item by now, with its statute and the way out: while any objection stands, no township is granted it. */
export function CommonGates({ gates }: Pick<CommonPreview, 'gates'>) {
  const { t } = useTranslation('commonItems');
  const words = useGateWords();
  if (gates.length === 0) return null;
  return (
    <Panel title={t('preview.gates')}>
      <div className="stack">
        <Notice tone="warn">{t('preview.gatesLead')}</Notice>
        <ul className="case-list">
          {gates.map((finding, index) => {
            const { what, basis, wayOut } = words(finding);
            return (
              <li key={`${finding.gate}${index}`} className="finding finding-blocking">
                <p>
                  <strong>{what}</strong>
                </p>
                <p className="secondary">{basis}</p>
                <p>{wayOut}</p>
              </li>
            );
          })}
        </ul>
      </div>
    </Panel>
  );
}
