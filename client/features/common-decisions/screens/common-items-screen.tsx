import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { CommonDecisionList } from '../parts/common-decision-list.tsx';
import { useCommonItemSheet } from '../parts/sheets.ts';

/** Common items of the menu in force, and what was decided on them. */
export function CommonItemsScreen() {
  const { t } = useTranslation('commonItems');
  const me = useMe();
  const found = useListAnswer('GET /menu/items', { query: { release: 'common', limit: '200' } });
  const mayPreview = hasRole(me, 'decider', 'auditor');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Panel title={t('items')}>
        <DataList
          caption={t('items')}
          rows={found.data?.items}
          keyOf={(row) => row.id}
          error={found.error}
          onRetry={() => void found.refetch()}
          actions={<ExportButton list="GET /menu/items" query={{ release: 'common' }} sheet={useCommonItemSheet()} />}
          empty={{ title: t('itemsEmpty'), advice: t('itemsAdvice') }}
          columns={[
            {
              key: 'item',
              title: t('column.item'),
              isName: true,
              cell: (row) => (
                <>
                  <Link to={mayPreview ? pathTo('commonItem', { itemId: row.id }) : pathTo('menuItem', { itemId: row.id })}>
                    {row.name}
                  </Link>
                  <div className="secondary">{row.code}</div>
                </>
              ),
            },
            { key: 'department', title: t('column.department'), cell: (row) => row.departmentName },
          ]}
        />
      </Panel>
      <CommonDecisionList />
    </>
  );
}
