import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';

interface PowerMatchesProps {
  readonly q: string;
  readonly departmentId: string;
  readonly suffix: string;
}

/** Powers by name, whether or not a township holds them: a search for a power that no township has must find it too. */
export function PowerMatches({ q, departmentId, suffix }: PowerMatchesProps) {
  const { t } = useTranslation('register');
  const word = useWords();
  const found = useListAnswer('GET /register/powers', {
    query: { q: q || undefined, departmentId: departmentId || undefined, limit: '10' },
  });
  return (
    <Panel title={t('powers.title')}>
      <DataList
        caption={t('powers.caption')}
        rows={found.data?.items}
        total={found.data?.total}
        keyOf={(row) => row.code}
        error={found.error}
        onRetry={() => void found.refetch()}
        isUpdating={found.isPlaceholderData}
        empty={{ title: t('powers.emptyTitle'), advice: t('powers.emptyAdvice') }}
        columns={[
          {
            key: 'name',
            title: t('column.power'),
            isName: true,
            cell: (row) => <Link to={pathTo('registerPower', { code: row.code }) + suffix}>{row.name}</Link>,
          },
          { key: 'type', title: t('column.type'), isFit: true, cell: (row) => word('statutoryType', row.statutoryType) },
          { key: 'department', title: t('column.department'), cell: (row) => row.departmentName },
          {
            key: 'held',
            title: t('column.held'),
            cell: (row) => (row.townshipsHolding === 0 ? t('powers.none') : t('powers.held', { count: row.townshipsHolding })),
          },
        ]}
      />
    </Panel>
  );
}
