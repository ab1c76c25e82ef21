import { DataList, type DataListProps } from './data-list.tsx';
import type { Address } from './use-address.ts';

/** A page of a list as the server answers it. */
interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor?: string | null;
  readonly total?: number;
  readonly isTotalExact?: boolean;
}

interface Found<Row> {
  readonly data: Page<Row> | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly isPlaceholderData: boolean;
}

type Given = 'rows' | 'total' | 'nextCursor' | 'pages' | 'error' | 'onRetry' | 'isUpdating' | 'address';

interface FoundListProps<Row> extends Omit<DataListProps<Row>, Given> {
  readonly found: Found<Row>;
  readonly address: Pick<Address<string>, 'hasFilters' | 'clear' | 'pages'>;
}

/** What was found for the filters and the page in the address bar; a total that is only a lower bound is not shown as one. */
export function FoundList<Row>({ found, address, ...list }: FoundListProps<Row>) {
  const { data } = found;
  return (
    <DataList
      {...list}
      rows={data?.items}
      total={data?.isTotalExact === false ? undefined : data?.total}
      nextCursor={data?.nextCursor}
      pages={address.pages}
      error={found.error}
      onRetry={() => void found.refetch()}
      isUpdating={found.isPlaceholderData}
      address={address}
    />
  );
}
