import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { Unreadable } from '../parts/unreadable.tsx';

export function HistoryScreen() {
  const { t } = useTranslation('register');
  const { t: common } = useTranslation();
  const { code = '', townshipId = '' } = useParams();
  const format = useFormat();
  const { data, error, refetch } = useAnswer('GET /register/powers/{code}/townships/{townshipId}', { params: { code, townshipId } });
  if (error && !data) return <Unreadable error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <PageHeader
        title={t('history.titleOf', { township: data.townshipName })}
        lead={t('history.lead', { power: data.powerName, township: data.townshipName })}
        crumbs={[
          { title: t('title'), to: pathTo('register') },
          { title: data.powerName, to: pathTo('registerPower', { code }) },
        ]}
      />
      <Panel>
        <DataList
          caption={t('history.caption')}
          rows={data.entries.map((entry, index) => ({ ...entry, index }))}
          keyOf={(row) => String(row.index)}
          empty={{ title: t('empty.title') }}
          columns={[
            { key: 'holder', title: t('history.holder'), isName: true, cell: (row) => row.holderName },
            { key: 'from', title: t('history.from'), isFit: true, cell: (row) => (row.reason === 'always' ? '—' : format.day(row.fromOn)) },
            {
              key: 'to',
              title: t('history.to'),
              isFit: true,
              cell: (row) => (row.toOn === null ? common('state.openEnd') : format.day(row.toOn)),
            },
            { key: 'reason', title: t('history.reason'), isFit: true, cell: (row) => t(`history.reasons.${row.reason}`) },
            { key: 'document', title: t('column.document'), cell: (row) => row.documentNumber ?? '—' },
          ]}
        />
      </Panel>
    </>
  );
}
