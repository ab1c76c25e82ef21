import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { DayForm } from '../parts/day-form.tsx';
import { useHoldingColumns } from '../parts/holding-columns.tsx';
import { useAskedDay } from '../parts/use-asked-day.ts';
import { Unreadable } from '../parts/unreadable.tsx';

export function TownshipScreen() {
  const { t } = useTranslation('register');
  const { townshipId = '' } = useParams();
  const { on, suffix } = useAskedDay();
  const format = useFormat();
  const word = useWords();
  const columns = useHoldingColumns(suffix, false);
  const { data, error, refetch, isPlaceholderData } = useListAnswer('GET /register/townships/{townshipId}', {
    params: { townshipId },
    query: { on },
  });
  if (error && !data) return <Unreadable error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { township } = data;
  return (
    <>
      <PageHeader title={township.name} crumbs={[{ title: t('title'), to: pathTo('register') + suffix }]} />
      <div className="stack">
        <Panel>
          <DescriptionList
            items={[
              { key: 'kind', term: t('township.kind'), children: word('townshipKind', township.kind) },
              { key: 'code', term: t('township.code'), children: township.divisionCode },
              { key: 'address', term: t('power.address'), children: township.address },
              { key: 'contact', term: t('power.contact'), children: township.contactPhone },
              { key: 'complaint', term: t('power.complaint'), children: township.complaintPhone },
            ]}
          />
        </Panel>
        <Panel title={t('township.holdings', { day: format.day(data.on) })}>
          <DayForm />
          <DataList
            caption={t('township.holdingsCaption')}
            columns={columns}
            rows={data.items}
            keyOf={(row) => row.powerId}
            isUpdating={isPlaceholderData}
            empty={{ title: t('township.emptyTitle'), advice: t('township.emptyAdvice') }}
          />
          <p className="secondary">{t('restsWithDepartment')}</p>
        </Panel>
      </div>
    </>
  );
}
