import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { ImportOne, ImportRow } from '../api/imports.ts';
import { effectTones } from './import-tones.ts';
import { useImportRowSheet } from './sheets.ts';

const effects = ['added', 'changed', 'unchanged'] as const;
type Query = NonNullable<Parameters<typeof useListAnswer<'GET /imports/{importId}/rows'>>[1]['query']>;

/** The rows as they were understood. The address bar belongs to the findings, so this list keeps its own page. */
export function ImportRows({ one }: { readonly one: ImportOne }) {
  const { t } = useTranslation('imports');
  const word = useWords();
  const [effect, setEffect] = useState('');
  const [trail, setTrail] = useState<readonly string[]>([]);
  const query = {
    ...(effect === '' ? {} : { effect }),
    ...(trail.length === 0 ? {} : { cursor: trail[trail.length - 1] }),
    limit: '25',
  } as Query;
  const found = useListAnswer('GET /imports/{importId}/rows', { params: { importId: one.id }, query });
  const pages = {
    isFirst: trail.length === 0,
    next: (cursor: string) => setTrail([...trail, cursor]),
    previous: () => setTrail(trail.slice(0, -1)),
    first: () => setTrail([]),
  };
  return (
    <Panel title={t('rows.title')}>
      <div className="filters">
        <Field id="rows-effect" label={t('rows.effect')}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={effect}
              onChange={(event) => {
                setEffect(event.target.value);
                setTrail([]);
              }}
            >
              <option value="">{t('list.all', { ns: 'common' })}</option>
              {effects.map((value) => (
                <option key={value} value={value}>
                  {word('importEffect', value)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <DataList
        caption={t('rows.caption')}
        columns={useColumns()}
        rows={found.data?.items}
        keyOf={({ row }) => String(row)}
        total={found.data?.isTotalExact === true ? found.data.total : undefined}
        nextCursor={found.data?.nextCursor}
        pages={pages}
        error={found.error}
        onRetry={() => void found.refetch()}
        isUpdating={found.isPlaceholderData}
        actions={
          <ExportButton list="GET /imports/{importId}/rows" params={{ importId: one.id }} query={query} sheet={useImportRowSheet()} />
        }
        empty={{ title: t('rows.empty') }}
      />
    </Panel>
  );
}

const shownChanges = 4;

function useColumns(): readonly Column<ImportRow>[] {
  const { t } = useTranslation('imports');
  const word = useWords();
  return [
    { key: 'label', title: t('rows.column.label'), isName: true, cell: (row) => row.label },
    { key: 'row', title: t('rows.column.row'), isFit: true, isEnd: true, cell: (row) => row.row },
    {
      key: 'effect',
      title: t('rows.column.effect'),
      isFit: true,
      cell: (row) => <StatusTag tone={effectTones[row.effect]}>{word('importEffect', row.effect)}</StatusTag>,
    },
    {
      key: 'changes',
      title: t('rows.column.changes'),
      cell: ({ changes }) =>
        changes.length === 0 ? null : (
          <ul className="plain-list">
            {changes.slice(0, shownChanges).map((change) => (
              <li key={change.column}>
                {t('rows.change', {
                  column: change.columnTitle,
                  before: change.before === '' ? t('rows.blank') : change.before,
                  after: change.after === '' ? t('rows.blank') : change.after,
                })}
              </li>
            ))}
            {changes.length > shownChanges ? <li>{t('rows.more', { count: changes.length - shownChanges })}</li> : null}
          </ul>
        ),
    },
  ];
}
