import { useTranslation } from 'react-i18next';
import { useLawWords } from '#client/i18n/use-law-words.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { MarkedLines } from '#client/ui/shown/marked-lines.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { ConsequencesView, RequestView } from '#client/parts/requests/request-types.ts';
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
            .map(({ key, label, lines }) => ({
              key,
              term: label,
              isWide: wide.includes(key),
              children: key === 'legalBases' ? <CitedBases itemId={file.itemId} lines={lines} /> : <Lines lines={lines} />,
            }))}
        />
      </div>
    </Panel>
  );
}

/** Each basis with what became of its statute: the reviewer must see at once that a law has changed. */
function CitedBases({ itemId, lines }: { readonly itemId: string; readonly lines: readonly string[] }) {
  const words = useLawWords();
  const { data } = useAnswer('GET /menu/items/{itemId}/bases', { params: { itemId } });
  if (data === undefined) return <Lines lines={lines} />;
  return <MarkedLines {...words.standing(data)} />;
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
