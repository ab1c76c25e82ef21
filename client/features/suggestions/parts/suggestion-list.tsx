import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { DataList, type DataListProps } from '#client/ui/lists/data-list.tsx';
import type { Suggestion } from '../api/suggestions.ts';
import { Reasons } from './reasons.tsx';

type ListProps = Omit<DataListProps<Suggestion>, 'columns' | 'keyOf' | 'selection' | 'caption'>;
interface SuggestionListProps extends ListProps {
  readonly caption: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Suggestions with the reason for each; what is ticked goes into the draft. */
export function SuggestionList({ chosen, onChoose, ...list }: SuggestionListProps) {
  const { t } = useTranslation('suggestions');
  const word = useWords();
  const format = useFormat();
  return (
    <DataList
      {...list}
      keyOf={(row) => row.itemId}
      selection={{ chosen, onChange: onChoose, nameOf: ({ name }) => name }}
      columns={[
        {
          key: 'power',
          title: t('column.power'),
          isName: true,
          cell: (row) => (
            <>
              <Link to={pathTo('menuItem', { itemId: row.itemId })}>{row.name}</Link>
              <div className="secondary">
                {row.code} · {row.departmentName}
              </div>
            </>
          ),
        },
        {
          key: 'why',
          title: t('column.why'),
          cell: (row) => (
            <>
              <Reasons reasons={row.reasons} />
              {row.companions.length === 0 ? null : (
                <div className="secondary">{t('withCompanions', { powers: format.list(row.companions.map(({ name }) => name)) })}</div>
              )}
            </>
          ),
        },
        {
          key: 'terms',
          title: t('column.terms'),
          isFit: true,
          cell: (row) => (
            <>
              {word('carrier', row.carrier)}
              <div className="secondary">{`${word('difficulty', row.difficulty)} / ${word('liability', row.liability)}`}</div>
            </>
          ),
        },
      ]}
    />
  );
}
