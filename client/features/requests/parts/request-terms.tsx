import { useTranslation } from 'react-i18next';
import { DataList } from '#client/ui/data-list.tsx';
import { DescriptionList } from '#client/ui/description-list.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Panel } from '#client/ui/panel.tsx';
import type { ConsequencesView, RequestView } from '../api/request-types.ts';
import { useTermsWords, type TermLine } from '#client/i18n/use-terms-words.ts';

const shown: readonly string[] = [
  'legalBases',
  'carrier',
  'scopeNote',
  'carveOuts',
  'tiers',
  'term',
  'trial',
  'start',
  'department',
  'township',
  'returnable',
  'exclusions',
];
const wide: readonly string[] = ['legalBases', 'carrier', 'scopeNote', 'carveOuts', 'department', 'township'];

interface RequestTermsProps {
  readonly file: RequestView;
  readonly consequences: ConsequencesView;
}

/** On what the power rests and on which terms it is asked for; both versions where the menu has changed since. */
export function RequestTerms({ file, consequences }: RequestTermsProps) {
  const { t } = useTranslation('requests');
  const words = useTermsWords();
  const cited = words(consequences.terms);
  const current = consequences.currentTerms === null ? null : words(consequences.currentTerms);
  return (
    <Panel title={t('terms.title')}>
      <div className="stack">
        {file.haveTermsChanged ? <Changed number={file.editionNumber} cited={cited} current={current} /> : null}
        <DescriptionList
          items={cited
            .filter(({ key, lines }) => shown.includes(key) && lines.length > 0)
            .map(({ key, label, lines }) => ({ key, term: label, isWide: wide.includes(key), children: <Lines lines={lines} /> }))}
        />
      </div>
    </Panel>
  );
}

interface ChangedProps {
  readonly number: number;
  readonly cited: readonly TermLine[];
  readonly current: readonly TermLine[] | null;
}

function Changed({ number, cited, current }: ChangedProps) {
  const { t } = useTranslation('requests');
  if (current === null) return <Notice tone="warn">{t('terms.dropped', { number })}</Notice>;
  const linesNow = (key: string): readonly string[] => current.find((line) => line.key === key)?.lines ?? [];
  const rows = cited.map((line) => ({ ...line, now: linesNow(line.key) })).filter((line) => line.lines.join('\n') !== line.now.join('\n'));
  return (
    <Notice tone="warn" title={t('terms.changedTitle')}>
      <p>{t('terms.changedWhat', { number })}</p>
      <DataList
        caption={t('terms.changedTitle')}
        rows={rows}
        keyOf={(row) => row.key}
        empty={{ title: t('terms.current') }}
        columns={[
          { key: 'what', title: t('terms.what'), isName: true, cell: (row) => row.label },
          { key: 'cited', title: t('terms.cited'), cell: (row) => <Lines lines={row.lines} /> },
          { key: 'current', title: t('terms.current'), cell: (row) => <Lines lines={row.now} /> },
        ]}
      />
    </Notice>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return t('state.none');
  return (
    <>
      {lines.map((line) => (
        <p key={line} className="prose">
          {line}
        </p>
      ))}
    </>
  );
}
