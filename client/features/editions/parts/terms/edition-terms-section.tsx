import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '#client/ui/page/panel.tsx';
import type { Finding } from '#client/parts/editions/editions.ts';
import { fieldOf, sectionId, sectionOf, type Section } from '../draft/edition-finding-words.ts';
import { EditionItemFindings } from '../draft/edition-item-findings.tsx';
import type { TermsTyped } from './edition-terms-typed.ts';

export interface TermsPartProps {
  readonly typed: TermsTyped;
  readonly change: (part: Partial<TermsTyped>) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

interface TermsSectionProps {
  readonly section: Section;
  readonly findings: readonly Finding[];
  readonly children: ReactNode;
}

/** One group of terms with what the gates have against it. */
export function TermsSection({ section, findings, children }: TermsSectionProps) {
  const { t } = useTranslation('editions');
  const own = findings.filter(({ field }) => {
    const name = fieldOf(field);
    return name !== null && sectionOf[name] === section;
  });
  return (
    <Panel id={sectionId(section)} title={t(`item.section.${section}`)}>
      <div className="stack">
        <EditionItemFindings findings={own} />
        {children}
      </div>
    </Panel>
  );
}
