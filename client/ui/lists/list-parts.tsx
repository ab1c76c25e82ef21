import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** The column that names the row: row header in the table, title of the card. Exactly one. */
  readonly isName?: boolean;
  /** Figures and amounts. */
  readonly isEnd?: boolean;
  /** Short values that never wrap: dates, numbers, tags. */
  readonly isFit?: boolean;
  /** Value of the `sort` parameter for this column. */
  readonly sort?: string;
  readonly isHiddenOnPhone?: boolean;
}

export interface Sorting {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export interface Selection<Row> {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly nameOf: (row: Row) => string;
  readonly isSelectable?: (row: Row) => boolean;
}

export interface ListBodyProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly sorting?: Sorting | undefined;
  readonly selection?: Selection<Row> | undefined;
}

const classOf = (column: { readonly isEnd?: boolean; readonly isFit?: boolean }): string | undefined =>
  [column.isEnd === true ? 'end' : '', column.isFit === true ? 'fit' : ''].filter((name) => name !== '').join(' ') || undefined;

export function ListTable<Row>({ caption, columns, rows, keyOf, sorting, selection }: ListBodyProps<Row>) {
  return (
    <div className="list-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="list-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection === undefined ? null : (
              <th scope="col" className="fit">
                <SelectAll rows={rows} keyOf={keyOf} selection={selection} />
              </th>
            )}
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {selection === undefined ? null : (
                <td className="fit">
                  <SelectRow row={row} id={keyOf(row)} selection={selection} />
                </td>
              )}
              {columns.map((column) =>
                column.isName === true ? (
                  <th key={column.key} scope="row" className={classOf(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={classOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHead<Row>({ column, sorting }: { readonly column: Column<Row>; readonly sorting: Sorting | undefined }) {
  const { t } = useTranslation();
  const { sort } = column;
  if (sort === undefined || sorting === undefined) {
    return (
      <th scope="col" className={classOf(column)}>
        {column.title}
      </th>
    );
  }
  const isSorted = sorting.value === sort;
  return (
    <th scope="col" className={classOf(column)} aria-sort={isSorted ? 'ascending' : 'none'}>
      <button type="button" className="list-sort" onClick={() => sorting.onChange(sort)}>
        <span className="visually-hidden">{t('list.sortBy', { column: column.title })}</span>
        <span aria-hidden="true">
          {column.title}
          {isSorted ? ' ▾' : ''}
        </span>
      </button>
    </th>
  );
}

/** What is not there needs no label on a card. */
const isNothing = (content: ReactNode): boolean => content === null || content === undefined || content === false || content === '';

export function ListCards<Row>({ caption, columns, rows, keyOf, selection }: ListBodyProps<Row>) {
  const name = columns.find((column) => column.isName === true);
  const facts = columns.filter((column) => column.isName !== true && column.isHiddenOnPhone !== true);
  return (
    <ul className="cards" aria-label={caption}>
      {rows.map((row) => (
        <li key={keyOf(row)} className="card">
          <div className="row card-title">
            {selection === undefined ? null : <SelectRow row={row} id={keyOf(row)} selection={selection} />}
            <div>{name?.cell(row)}</div>
          </div>
          <dl>
            {facts.map((column) => {
              const content = column.cell(row);
              return isNothing(content) ? null : (
                <div key={column.key} className="card-fact">
                  <dt>{column.title}</dt>
                  <dd>{content}</dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}

interface ChoiceProps<Row> {
  readonly selection: Selection<Row>;
}

function SelectRow<Row>({ row, id, selection }: ChoiceProps<Row> & { readonly row: Row; readonly id: string }) {
  const { t } = useTranslation();
  const toggle = (): void => {
    const chosen = new Set(selection.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    selection.onChange(chosen);
  };
  return (
    <input
      type="checkbox"
      className="checkbox"
      aria-label={t('list.selectRow', { name: selection.nameOf(row) })}
      checked={selection.chosen.has(id)}
      disabled={selection.isSelectable?.(row) === false}
      onChange={toggle}
    />
  );
}

function SelectAll<Row>({
  rows,
  keyOf,
  selection,
}: ChoiceProps<Row> & { readonly rows: readonly Row[]; readonly keyOf: (row: Row) => string }) {
  const { t } = useTranslation();
  const keys = rows.filter((row) => selection.isSelectable?.(row) !== false).map(keyOf);
  const isAll = keys.length > 0 && keys.every((key) => selection.chosen.has(key));
  return (
    <input
      type="checkbox"
      className="checkbox"
      aria-label={t('list.selectAll')}
      checked={isAll}
      disabled={keys.length === 0}
      onChange={() =>
        selection.onChange(
          isAll ? new Set([...selection.chosen].filter((key) => !keys.includes(key))) : new Set([...selection.chosen, ...keys]),
        )
      }
    />
  );
}
