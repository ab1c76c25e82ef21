import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { dayOf } from '#client/lib/days.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { SubstitutionView } from '../api/substitutes.ts';
import { substitutionState } from './substitution-state.ts';

const tones = { planned: 'neutral', running: 'good', ended: 'ended' } as const;

function useCommonColumns(): Column<SubstitutionView>[] {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  return [
    {
      key: 'period',
      title: t('substitutes.column.period'),
      cell: (row) => format.period(dayOf(row.fromAt), dayOf(row.toAt - 1)),
    },
    { key: 'reason', title: t('substitutes.column.reason'), cell: (row) => row.reason },
    {
      key: 'state',
      title: t('substitutes.column.state'),
      isFit: true,
      cell: (row) => <StatusTag tone={tones[substitutionState(row)]}>{t(`substitutes.state.${substitutionState(row)}`)}</StatusTag>,
    },
  ];
}

/** Whom I named; what is running or planned can be ended. */
export function MySubstitutes({
  rows,
  onEnd,
}: {
  readonly rows: readonly SubstitutionView[];
  readonly onEnd: (row: SubstitutionView) => void;
}) {
  const { t } = useTranslation('accounts');
  const common = useCommonColumns();
  const columns: Column<SubstitutionView>[] = [
    { key: 'name', title: t('substitutes.column.substitute'), isName: true, cell: (row) => row.substituteName },
    ...common,
    {
      key: 'act',
      title: t('substitutes.column.action'),
      isFit: true,
      cell: (row) =>
        substitutionState(row) === 'ended' ? null : (
          <Button size="small" aria-label={t('substitutes.endFor', { name: row.substituteName })} onClick={() => onEnd(row)}>
            {t('substitutes.end')}
          </Button>
        ),
    },
  ];
  return (
    <DataList
      caption={t('substitutes.mineCaption')}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      empty={{ title: t('substitutes.mineEmpty') }}
    />
  );
}

/** Whom I stand in for, and in whose place I may act now. */
export function StandingIn({
  rows,
  actingFor,
  onWear,
}: {
  readonly rows: readonly SubstitutionView[];
  readonly actingFor: string | null;
  readonly onWear: (accountId: string) => void;
}) {
  const { t } = useTranslation('accounts');
  const common = useCommonColumns();
  const columns: Column<SubstitutionView>[] = [
    { key: 'name', title: t('substitutes.column.away'), isName: true, cell: (row) => row.awayName },
    ...common,
    {
      key: 'act',
      title: t('substitutes.column.action'),
      isFit: true,
      cell: (row) => {
        if (substitutionState(row) !== 'running') return null;
        if (row.awayAccountId === actingFor) return t('substitutes.acting', { name: row.awayName });
        return (
          <Button
            size="small"
            type="primary"
            aria-label={t('substitutes.actAsFor', { name: row.awayName })}
            onClick={() => onWear(row.awayAccountId)}
          >
            {t('substitutes.actAs')}
          </Button>
        );
      },
    },
  ];
  return (
    <DataList
      caption={t('substitutes.othersCaption')}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      empty={{ title: t('substitutes.othersEmpty') }}
    />
  );
}
