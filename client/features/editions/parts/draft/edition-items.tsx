import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAnswer, useListAnswer } from '#client/lib/use-answer.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import type { EditionCheck, EditionRow } from '#client/parts/editions/editions.ts';
import { MenuExport } from '#client/parts/editions/menu-export.tsx';
import { useEditionItemSheet } from '../sheets.ts';

interface EditionItemsProps {
  readonly id?: string;
  readonly editionId: string;
  readonly check: EditionCheck | undefined;
}

/** The items of one edition, each with what the gates found. */
export function EditionItems({ id, editionId, check }: EditionItemsProps) {
  const { t } = useTranslation('editions');
  const me = useMe();
  const address = useAddress(['q', 'departmentId']);
  const { q, departmentId } = address.values;
  const query = { q: q || undefined, departmentId: departmentId || undefined, cursor: address.cursor, limit: '25' };
  const found = useListAnswer('GET /editions/{editionId}/items', { params: { editionId }, query });
  const departments = useAnswer('GET /organisations', { query: { kind: 'department' } }).data?.items ?? [];
  return (
    <Panel
      title={t('one.list')}
      actions={<MenuExport editionId={editionId} mayImport={check !== undefined && hasRole(me, 'admin')} />}
      {...(id === undefined ? {} : { id })}
    >
      <FilterBar
        address={address}
        filters={[
          { kind: 'text', name: 'q', label: t('one.search') },
          {
            kind: 'choice',
            name: 'departmentId',
            label: t('one.department'),
            options: departments.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      />
      <FoundList
        caption={t('one.listCaption')}
        columns={useColumns(editionId, check)}
        found={found}
        keyOf={(row) => row.id}
        address={address}
        actions={<ExportButton list="GET /editions/{editionId}/items" params={{ editionId }} query={query} sheet={useEditionItemSheet()} />}
        empty={{ title: t('one.listEmpty'), advice: t('one.listEmptyAdvice') }}
      />
    </Panel>
  );
}

function useColumns(editionId: string, check: EditionCheck | undefined): readonly Column<EditionRow>[] {
  const { t } = useTranslation('editions');
  const word = useWords();
  const severities = (itemId: string) => check?.findings.filter((one) => one.itemId === itemId).map(({ severity }) => severity) ?? [];
  return [
    {
      key: 'item',
      title: t('one.column.item'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('editionItem', { editionId, itemId: row.id })}>{row.name}</Link>
          <div className="secondary">{row.code}</div>
        </>
      ),
    },
    { key: 'type', title: t('one.column.type'), isFit: true, cell: (row) => word('statutoryType', row.statutoryType) },
    { key: 'carrier', title: t('one.column.carrier'), isFit: true, cell: (row) => word('carrier', row.carrier) },
    { key: 'department', title: t('one.column.department'), cell: (row) => row.departmentName },
    {
      key: 'check',
      title: t('one.column.check'),
      isFit: true,
      cell: (row) => {
        const found = severities(row.id);
        if (found.includes('blocking')) return <StatusTag tone="bad">{t('one.hasFindings')}</StatusTag>;
        return found.length > 0 ? <StatusTag tone="waiting">{t('one.hasWarnings')}</StatusTag> : null;
      },
    },
  ];
}
