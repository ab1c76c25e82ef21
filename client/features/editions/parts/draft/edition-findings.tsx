import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { Notice } from '#client/ui/shown/notice.tsx';
import type { EditionCheck, Finding } from '#client/parts/editions/editions.ts';
import { fieldOf, sectionId, sectionOf, useFindingWords } from './edition-finding-words.ts';

interface EditionFindingsProps {
  readonly check: EditionCheck;
  /** Somebody who may change the draft is led to the term, others to the item. */
  readonly mayChange: boolean;
}

// What stands in the way is shown in full sooner than what is only to be noted.
const shownAtOnce = { blocking: 20, warning: 3 } as const;

/** Everything that the gates have against the edition, the blocking findings first. */
export function EditionFindings({ check, mayChange }: EditionFindingsProps) {
  const { t } = useTranslation('editions');
  const blocking = check.findings.filter(({ severity }) => severity === 'blocking');
  const warnings = check.findings.filter(({ severity }) => severity === 'warning');
  if (check.findings.length === 0) return <Notice tone="good">{t('check.clean')}</Notice>;
  return (
    <div className="stack">
      {blocking.length === 0 ? null : (
        <Group
          severity="blocking"
          title={t('check.blocking', { count: blocking.length })}
          lead={t('check.blocked')}
          findings={blocking}
          mayChange={mayChange}
        />
      )}
      {warnings.length === 0 ? null : (
        <Group
          severity="warning"
          title={t('check.warning', { count: warnings.length })}
          lead={t('check.warned')}
          findings={warnings}
          mayChange={mayChange}
        />
      )}
    </div>
  );
}

interface GroupProps extends Pick<EditionFindingsProps, 'mayChange'> {
  readonly title: string;
  readonly lead: string;
  readonly severity: Finding['severity'];
  readonly findings: readonly Finding[];
}

function Group({ title, lead, severity, findings, mayChange }: GroupProps) {
  const { t } = useTranslation('editions');
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? findings : findings.slice(0, shownAtOnce[severity]);
  return (
    <div className="stack-tight">
      <h3>{title}</h3>
      <p className="secondary">{lead}</p>
      <ul className="case-list">
        {shown.map((finding, index) => (
          <li key={`${finding.itemId}${finding.gate}${finding.field}${index}`}>
            <FindingText finding={finding} mayChange={mayChange} />
          </li>
        ))}
      </ul>
      {shown.length === findings.length ? null : (
        <div className="row">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t('check.more', { count: findings.length - shown.length })}
          </button>
        </div>
      )}
    </div>
  );
}

function FindingText({ finding, mayChange }: { readonly finding: Finding; readonly mayChange: boolean }) {
  const { t } = useTranslation('editions');
  const { editionId = '' } = useParams();
  const words = useFindingWords()(finding);
  const field = fieldOf(finding.field);
  const place = pathTo('editionItem', { editionId, itemId: finding.itemId });
  const to = mayChange && field !== null ? `${place}#${sectionId(sectionOf[field])}` : place;
  return (
    <div className={finding.severity === 'blocking' ? 'finding finding-blocking' : 'finding'}>
      <p>
        <Link to={to}>{t('check.about', { name: finding.name, code: finding.code })}</Link>
      </p>
      <p>{words.what}</p>
      <p className="secondary">{words.basis}</p>
      <p>
        {words.wayOut} {words.place === null ? null : <Link to={words.place.to}>{words.place.words}</Link>}
      </p>
    </div>
  );
}
