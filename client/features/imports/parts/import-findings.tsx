import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { newIdempotencyKey } from '#client/lib/idempotency.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { DownloadButton } from '#client/ui/lists/download-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import type { ImportFinding, ImportOne } from '../api/imports.ts';
import { useImportFindingWords } from './finding-words.ts';
import { severityTones } from './import-tones.ts';

const severities = ['error', 'warning', 'note'] as const;
type Query = NonNullable<Parameters<typeof useListAnswer<'GET /imports/{importId}/findings'>>[1]['query']>;

/** Every finding with its row, column, cell, reason and suggestion; which kinds are shown stands in the address bar. */
export function ImportFindings({ one }: { readonly one: ImportOne }) {
  const { t } = useTranslation('imports');
  const word = useWords();
  const address = useAddress(['severity']);
  const words = useImportFindingWords();
  const { counts } = one;
  const figure = { error: counts.errors, warning: counts.warnings, note: counts.notes };
  const { severity } = address.values;
  const query = { ...(severity === '' ? {} : { severity }), cursor: address.cursor, limit: '25' } as Query;
  const found = useListAnswer('GET /imports/{importId}/findings', { params: { importId: one.id }, query });
  return (
    <Panel title={t('findings.title')}>
      <FilterBar
        address={address}
        filters={[
          {
            kind: 'choice',
            name: 'severity',
            label: t('findings.severity'),
            options: severities.map((value) => ({ value, label: `${word('importSeverity', value)} (${String(figure[value])})` })),
          },
        ]}
      />
      <DataList
        caption={t('findings.caption')}
        columns={useColumns()}
        rows={found.data?.items}
        keyOf={({ position }) => String(position)}
        total={found.data?.isTotalExact === true ? found.data.total : undefined}
        nextCursor={found.data?.nextCursor}
        pages={address.pages}
        error={found.error}
        onRetry={() => void found.refetch()}
        isUpdating={found.isPlaceholderData}
        address={address}
        empty={{ title: t('findings.empty') }}
        actions={
          <DownloadButton
            route="POST /imports/{importId}/findings/file"
            input={{ params: { importId: one.id }, body: words.forFile(), idempotencyKey: newIdempotencyKey() }}
            label={t('findings.export')}
            workingLabel={t('download.working')}
          />
        }
      />
    </Panel>
  );
}

function useColumns(): readonly Column<ImportFinding>[] {
  const { t } = useTranslation('imports');
  const word = useWords();
  const { sentence } = useImportFindingWords();
  return [
    {
      key: 'place',
      title: t('findings.column.place'),
      isName: true,
      cell: (row) => (
        <>
          {row.row === 0 ? t('findings.whole') : t('findings.row', { row: row.row })}
          {row.columnTitle === '' ? null : <div className="secondary">{row.columnTitle}</div>}
        </>
      ),
    },
    {
      key: 'severity',
      title: t('findings.column.severity'),
      isFit: true,
      cell: (row) => <StatusTag tone={severityTones[row.severity]}>{word('importSeverity', row.severity)}</StatusTag>,
    },
    {
      key: 'what',
      title: t('findings.column.what'),
      cell: (row) => (
        <>
          {sentence(row)}
          {row.proposal === '' ? null : <div>{t('findings.proposal', { text: row.proposal })}</div>}
        </>
      ),
    },
    { key: 'cell', title: t('findings.column.cell'), cell: (row) => (row.cell === '' ? null : row.cell) },
  ];
}
