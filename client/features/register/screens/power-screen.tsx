import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useCarveOutFact } from '#client/i18n/use-carve-out-words.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useLawWords } from '#client/i18n/use-law-words.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { MarkedLines } from '#client/ui/shown/marked-lines.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { DayForm } from '../parts/day-form.tsx';
import { StateTag } from '../parts/state-tag.tsx';
import { useAskedDay } from '../parts/use-asked-day.ts';
import { Unreadable } from '../parts/unreadable.tsx';

type HolderRow = Answer<'GET /register/powers/{code}'>['holders'][number];

export function PowerScreen() {
  const { t } = useTranslation('register');
  const { code = '' } = useParams();
  const law = useLawWords();
  const { on, suffix } = useAskedDay();
  const format = useFormat();
  const carveOutFact = useCarveOutFact();
  const word = useWords();
  const columns = useHolderColumns(code, suffix);
  const {
    data: power,
    error,
    refetch,
    isPlaceholderData,
  } = useListAnswer('GET /register/powers/{code}', { params: { code }, query: { on } });
  if (error && !power) return <Unreadable error={error} onRetry={() => void refetch()} />;
  if (!power) return <Loading />;
  const { department, carrier } = power;
  return (
    <>
      <PageHeader title={power.name} crumbs={[{ title: t('title'), to: pathTo('register') + suffix }]} />
      <div className="stack">
        <Panel>
          <DescriptionList
            items={[
              { key: 'code', term: t('power.code'), children: power.code },
              { key: 'type', term: t('power.type'), children: word('statutoryType', power.statutoryType) },
              { key: 'carrier', term: t('power.carrier'), children: carrier === null ? '—' : word('carrier', carrier) },
              { key: 'department', term: t('power.department'), children: department.name },
              { key: 'contact', term: t('power.contact'), children: department.contactPhone },
              { key: 'complaint', term: t('power.complaint'), children: department.complaintPhone },
              {
                key: 'basis',
                term: t('power.basis'),
                isWide: true,
                children: <MarkedLines {...law.standing(power.basesNow)} />,
              },
              ...(power.scopeNote === '' ? [] : [{ key: 'scope', term: t('power.scope'), isWide: true, children: power.scopeNote }]),
              ...carveOutFact(power.carveOuts),
            ]}
          />
        </Panel>
        <Panel title={t('power.holders')}>
          <DayForm />
          <DataList
            caption={t('power.holdersCaption', { day: format.day(power.on) })}
            columns={columns}
            rows={power.holders}
            keyOf={(row) => row.townshipId}
            isUpdating={isPlaceholderData}
            empty={{ title: t('empty.title') }}
          />
        </Panel>
      </div>
    </>
  );
}

function useHolderColumns(code: string, suffix: string): Column<HolderRow>[] {
  const { t } = useTranslation('register');
  const format = useFormat();
  return [
    {
      key: 'township',
      title: t('column.township'),
      isName: true,
      cell: (row) => <Link to={pathTo('registerTownship', { townshipId: row.townshipId }) + suffix}>{row.townshipName}</Link>,
    },
    { key: 'holder', title: t('column.holder'), cell: (row) => row.holderName },
    {
      key: 'state',
      title: t('column.state'),
      isFit: true,
      cell: (row) =>
        row.state === null ? (
          <span className="secondary">{t('power.notGranted')}</span>
        ) : (
          <StateTag state={row.state} lawFlag={row.lawFlag} />
        ),
    },
    { key: 'since', title: t('column.since'), isFit: true, cell: (row) => (row.sinceOn === null ? null : format.day(row.sinceOn)) },
    { key: 'respondent', title: t('power.respondent'), cell: (row) => row.respondentName },
    { key: 'contact', title: t('power.contact'), isFit: true, cell: (row) => row.contactPhone },
    { key: 'complaint', title: t('power.complaint'), isFit: true, cell: (row) => row.complaintPhone },
    {
      key: 'history',
      title: t('power.history'),
      isFit: true,
      cell: (row) => <Link to={pathTo('registerHistory', { code, townshipId: row.townshipId })}>{t('power.history')}</Link>,
    },
  ];
}
