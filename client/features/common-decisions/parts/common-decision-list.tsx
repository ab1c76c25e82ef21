import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { useCommonDecisionSheet } from './sheets.ts';

/** Decisions on common items, of one item or of all. */
export function CommonDecisionList({ itemId }: { readonly itemId?: string }) {
  const { t } = useTranslation('commonItems');
  const format = useFormat();
  const address = useAddress([]);
  const found = useListAnswer('GET /common-decisions', { query: { itemId, cursor: address.cursor, limit: '25' } });
  return (
    <Panel title={t('decisions')}>
      <FoundList
        caption={t('decisions')}
        found={found}
        keyOf={(row) => row.id}
        address={address}
        actions={<ExportButton list="GET /common-decisions" query={{ itemId }} sheet={useCommonDecisionSheet()} />}
        empty={{ title: t('decisionsEmpty'), advice: t('decisionsAdvice') }}
        columns={[
          {
            key: 'document',
            title: t('column.document'),
            isName: true,
            cell: (row) => <Link to={pathTo('commonDecision', { decisionId: row.id })}>{row.documentNumber}</Link>,
          },
          { key: 'item', title: t('column.item'), cell: (row) => row.power.name },
          { key: 'starts', title: t('column.starts'), isFit: true, cell: (row) => format.dayAt(row.startsAt) },
          { key: 'result', title: t('column.result'), cell: (row) => t('result', row.counts) },
          {
            key: 'decided',
            title: t('column.decided'),
            cell: (row) =>
              t('one.by', { name: row.decidedBy.name, organisation: row.decidedBy.organisation, at: format.instant(row.decidedAt) }),
          },
        ]}
      />
    </Panel>
  );
}
