import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ChangedLine {
  readonly key: string;
  readonly label: ReactNode;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What was and what is, one entry for each thing that differs; words before each side, so that neither colour nor strike-through speaks alone. */
export function ChangedLines({ lines }: { readonly lines: readonly ChangedLine[] }) {
  const { t } = useTranslation();
  return (
    <dl className="changed-lines">
      {lines.map(({ key, label, before, after }) => (
        <div key={key} className="changed-line">
          <dt>{label}</dt>
          <dd>
            <span className="changed-side">{t('changed.before')}</span>
            <del>{before.length === 0 ? t('state.none') : before.map((line) => <span key={line}>{line}</span>)}</del>
          </dd>
          <dd>
            <span className="changed-side">{t('changed.after')}</span>
            <ins>{after.length === 0 ? t('state.none') : after.map((line) => <span key={line}>{line}</span>)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
