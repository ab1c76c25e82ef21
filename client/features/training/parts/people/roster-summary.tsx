import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import type { CertificateKindView, OfficerView } from '../../api/roster.ts';
import { countStandings, standings } from './roster-filter.ts';

export interface RosterSummaryProps {
  readonly officers: readonly OfficerView[];
  readonly kinds: readonly CertificateKindView[];
}

/** Who holds what, in figures; each figure opens the people behind it. */
export function RosterSummary({ officers, kinds }: RosterSummaryProps) {
  const { t } = useTranslation('training');
  const word = useWords();
  const format = useFormat();
  const [search] = useSearchParams();
  const nameOf = (standing: (typeof standings)[number]): string =>
    standing === 'never' ? t('roster.never') : word('certificateStanding', standing);
  const leadTo = (kind: string, standing: string): string => {
    const next = new URLSearchParams(search);
    next.set('kind', kind);
    next.set('standing', standing);
    next.delete('cursor');
    return next.toString();
  };
  const columns: Column<CertificateKindView>[] = [
    { key: 'kind', title: t('roster.summary.kind'), isName: true, cell: (kind) => kind.name },
    ...standings.map((standing) => ({
      key: standing,
      title: nameOf(standing),
      isEnd: true,
      isFit: true,
      cell: (kind: CertificateKindView) => {
        const count = countStandings(officers, kind.id)[standing];
        if (count === 0) return '0';
        return (
          <Link to={{ search: leadTo(kind.id, standing) }} aria-label={`${kind.name} ${nameOf(standing)} ${format.number(count)}`}>
            {format.number(count)}
          </Link>
        );
      },
    })),
  ];
  return <DataList caption={t('roster.summary.caption')} columns={columns} rows={kinds} keyOf={(kind) => kind.id} empty={{ title: '' }} />;
}
