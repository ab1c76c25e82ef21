import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { StateTag } from './state-tag.tsx';

export type Holding = Answer<'GET /register/holdings'>['items'][number];

/** Columns of a list of holdings; the township's own page leaves the township out. */
export function useHoldingColumns(suffix: string, withTownship: boolean): Column<Holding>[] {
  const { t } = useTranslation('register');
  const word = useWords();
  const format = useFormat();
  const township: Column<Holding> = {
    key: 'township',
    title: t('column.township'),
    cell: (row) => <Link to={pathTo('registerTownship', { townshipId: row.townshipId }) + suffix}>{row.townshipName}</Link>,
  };
  return [
    {
      key: 'power',
      title: t('column.power'),
      isName: true,
      cell: (row) => <Link to={pathTo('registerPower', { code: row.code }) + suffix}>{row.powerName}</Link>,
    },
    ...(withTownship ? [township] : []),
    { key: 'holder', title: t('column.holder'), cell: (row) => (row.holder === 'township' ? row.townshipName : row.departmentName) },
    { key: 'state', title: t('column.state'), isFit: true, cell: (row) => <StateTag state={row.state} lawFlag={row.lawFlag} /> },
    { key: 'carrier', title: t('column.carrier'), cell: (row) => word('carrier', row.carrier) },
    { key: 'since', title: t('column.since'), isFit: true, cell: (row) => format.day(row.sinceOn) },
    { key: 'document', title: t('column.document'), isFit: true, cell: (row) => row.documentNumber },
  ];
}
