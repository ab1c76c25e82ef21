import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '#client/lib/call-error.ts';
import { formatNumber } from '#client/lib/format.ts';
import { Empty, type EmptyProps } from './empty.tsx';
import { ListCards, ListTable, type ListBodyProps } from './list-parts.tsx';
import { Loading } from '../shown/loading.tsx';
import { ProblemAlert } from '../shown/problem-alert.tsx';
import type { Address, Pages } from './use-address.ts';
import { useIsNarrow } from '../page/use-is-narrow.ts';

export type { Column, Selection, Sorting } from './list-parts.tsx';

export interface DataListProps<Row> extends Omit<ListBodyProps<Row>, 'rows'> {
  /** Absent while the first answer is on its way. */
  readonly rows: readonly Row[] | undefined;
  readonly total?: number | undefined;
  readonly nextCursor?: string | null | undefined;
  readonly pages?: Pages;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  /** Old rows are shown while new ones are on their way (`isPlaceholderData`). */
  readonly isUpdating?: boolean;
  /** What to say when nothing stands here at all, and what to do about it. */
  readonly empty: EmptyProps;
  /** With filters set, an empty list says so and offers to clear them instead. */
  readonly address?: Pick<Address<string>, 'hasFilters' | 'clear'>;
  /** Beside the count: export, bulk acts. */
  readonly actions?: ReactNode;
}

/** Every list of the portal: a table where there is room, cards on a phone; count, order, pages, selection, empty state. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { t } = useTranslation();
  const { rows, error, onRetry, isUpdating = false } = props;
  const isNarrow = useIsNarrow();
  if (error instanceof ProblemError && error.code === 'no_published_edition' && rows === undefined) {
    // A county that begins has no menu yet: nothing went wrong.
    return <Empty title={t('list.noMenuTitle')} advice={t('list.noMenu')} />;
  }
  if (error !== undefined && error !== null && rows === undefined) {
    return <ProblemAlert error={error} isReading {...(onRetry === undefined ? {} : { onRetry })} />;
  }
  if (rows === undefined) return <Loading />;
  if (rows.length === 0) return <EmptyList {...props} />;
  const Body = isNarrow ? ListCards<Row> : ListTable<Row>;
  return (
    <div className={isUpdating ? 'is-updating' : undefined} aria-busy={isUpdating}>
      <ListHead {...props} rows={rows} />
      <Body
        caption={props.caption}
        columns={props.columns}
        rows={rows}
        keyOf={props.keyOf}
        sorting={props.sorting}
        selection={props.selection}
      />
      <Pager nextCursor={props.nextCursor} pages={props.pages} />
    </div>
  );
}

function ListHead<Row>({ rows, total, pages, selection, actions }: DataListProps<Row> & { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  // A list without pages stands here whole.
  const count = total ?? (pages === undefined ? rows.length : undefined);
  return (
    <div className="list-head">
      <p role="status">
        {count === undefined ? t('list.shown', { shown: formatNumber(rows.length) }) : t('list.total', { total: formatNumber(count) })}
        {selection === undefined || selection.chosen.size === 0 ? null : ` · ${t('list.selected', { count: selection.chosen.size })}`}
      </p>
      {actions === undefined ? null : <div className="row no-print">{actions}</div>}
    </div>
  );
}

function EmptyList<Row>({ address, empty, pages }: DataListProps<Row>) {
  const { t } = useTranslation();
  if (address?.hasFilters === true) {
    return (
      <Empty
        title={t('list.noMatchTitle')}
        advice={t('list.noMatch')}
        act={
          <button type="button" className="button" onClick={address.clear}>
            {t('action.reset')}
          </button>
        }
      />
    );
  }
  return (
    <>
      <Empty {...empty} />
      <Pager nextCursor={null} pages={pages} />
    </>
  );
}

function Pager({ nextCursor, pages }: { readonly nextCursor: string | null | undefined; readonly pages: Pages | undefined }) {
  const { t } = useTranslation();
  const following = nextCursor ?? undefined;
  if (pages === undefined || (pages.isFirst && following === undefined)) return null;
  return (
    <nav className="pager no-print" aria-label={t('list.paging')}>
      {pages.isFirst ? null : (
        <>
          <button type="button" className="button" onClick={pages.first}>
            {t('list.firstPage')}
          </button>
          <button type="button" className="button" onClick={pages.previous}>
            {t('list.previousPage')}
          </button>
        </>
      )}
      {following === undefined ? null : (
        <button type="button" className="button" onClick={() => pages.next(following)}>
          {t('list.nextPage')}
        </button>
      )}
    </nav>
  );
}
