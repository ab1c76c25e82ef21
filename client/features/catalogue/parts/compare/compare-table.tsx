import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MenuItem } from '#contract/catalogue/menu-terms.ts';
import { pathTo } from '#client/app/paths.ts';
import { useIsNarrow } from '#client/ui/page/use-is-narrow.ts';
import { Lines, type CompareRow } from './compare-rows.tsx';

interface CompareTableProps {
  readonly items: readonly MenuItem[];
  readonly rows: readonly CompareRow[];
  /** What stands below each name: how the own township stands to it, what can be done with it. */
  readonly standing: (item: MenuItem) => ReactNode;
  readonly acts: (item: MenuItem) => ReactNode;
}

const differs = (row: CompareRow, items: readonly MenuItem[]): boolean => new Set(items.map((item) => row.lines(item).join('\n'))).size > 1;

/** Items side by side; on a phone each question with the answers of all items below it. What differs says so in words and stands on a bar. */
export function CompareTable({ items, rows, standing, acts }: CompareTableProps) {
  const { t } = useTranslation('menu');
  const isNarrow = useIsNarrow();
  const marked = rows.map((row) => ({ row, isDifferent: differs(row, items) }));
  if (isNarrow) return <CompareStack items={items} marked={marked} standing={standing} acts={acts} />;
  return (
    <div className="list-scroll" role="region" aria-label={t('compare.title')} tabIndex={0}>
      <table className="list-table compare-table">
        <caption className="visually-hidden">{t('compare.caption')}</caption>
        <thead>
          <tr>
            <td />
            {items.map((item) => (
              <th key={item.id} scope="col">
                <Link to={pathTo('menuItem', { itemId: item.id })}>{item.name}</Link>
                <div className="secondary">{item.code}</div>
                <div className="row-tools no-print">{acts(item)}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('column.standing')}</th>
            {items.map((item) => (
              <td key={item.id}>{standing(item)}</td>
            ))}
          </tr>
          {marked.map(({ row, isDifferent }) => (
            <tr key={row.key} className={isDifferent ? 'is-different' : undefined}>
              <th scope="row">
                {row.title}
                <DifferenceMark isDifferent={isDifferent} />
              </th>
              {items.map((item) => (
                <td key={item.id}>
                  <Lines lines={row.lines(item)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DifferenceMark({ isDifferent }: { readonly isDifferent: boolean }) {
  const { t } = useTranslation('menu');
  return isDifferent ? <span className="difference">{t('compare.different')}</span> : null;
}

interface Marked {
  readonly row: CompareRow;
  readonly isDifferent: boolean;
}
function CompareStack({ items, marked, standing, acts }: Omit<CompareTableProps, 'rows'> & { readonly marked: readonly Marked[] }) {
  const { t } = useTranslation('menu');
  const letter = (nth: number): string => 'ABCD'.charAt(nth);
  return (
    <div className="stack">
      <ul className="cards" aria-label={t('compare.caption')}>
        {items.map((item, nth) => (
          <li key={item.id} className="card stack-tight">
            <div>
              <strong>{letter(nth)}</strong> <Link to={pathTo('menuItem', { itemId: item.id })}>{item.name}</Link>
              <div className="secondary">{item.code}</div>
            </div>
            {standing(item)}
            <div className="row-tools no-print">{acts(item)}</div>
          </li>
        ))}
      </ul>
      {marked.map(({ row, isDifferent }) => (
        <section key={row.key} className={isDifferent ? 'compare-question is-different' : 'compare-question'} aria-label={row.title}>
          <h2>
            {row.title}
            <DifferenceMark isDifferent={isDifferent} />
          </h2>
          <dl>
            {(isDifferent ? items : items.slice(0, 1)).map((item, nth) => (
              <div key={item.id}>
                <dt>{isDifferent ? letter(nth) : t('compare.allSame')}</dt>
                <dd>
                  <Lines lines={row.lines(item)} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
