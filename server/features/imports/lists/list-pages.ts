import { mostListRows } from '#contract/imports/list-files.ts';
import type { OperationShape } from '#contract/operation.ts';
import { refuse, type Binding, type CallOf, type Refused } from '#server/platform/binding.ts';
import { rowsIn } from './list-cells.ts';

/** Which list, and what of it: as its own operation is asked. */
export interface AskedList {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly rows: string;
  /** Only rows with these ids. */
  readonly only: ReadonlySet<string> | null;
}

const longestPage = '200';
const takes = ({ query }: OperationShape, name: string): boolean =>
  query !== undefined && 'shape' in query && typeof query.shape === 'object' && query.shape !== null && name in query.shape;

/**
 * All pages of a list, each by the list's own use case for the same person: rights, filters and order cannot be others than
 * those of the screen. Between two pages everybody else is served (RULES.md R12).
 */
export async function eachPage(
  { operation, handle }: Binding,
  call: CallOf<OperationShape>,
  asked: AskedList,
  take: (rows: readonly unknown[]) => void,
): Promise<Refused | null> {
  const params = operation.params?.safeParse(asked.params);
  if (params?.success === false) return refuse('not_found');
  let cursor: string | undefined;
  let count = 0;
  do {
    const query = operation.query?.safeParse({
      ...asked.query,
      ...(takes(operation, 'limit') ? { limit: longestPage } : {}),
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (query?.success === false) return refuse('invalid_input');
    const answer = await handle({
      ...call,
      ...{ operationId: operation.id, params: params?.data, query: query?.data, body: undefined, expectedVersion: null, idempotency: null },
    });
    if (answer.kind === 'refused') return answer;
    if (answer.kind === 'file') return refuse('list_unknown');
    const value: unknown =
      answer.kind === 'ready' ? JSON.parse(Buffer.from(answer.body).toString('utf8')) : operation.response.parse(answer.value);
    const rows = rowsIn(value, asked.rows);
    if (!rows) return refuse('list_unknown');
    count += rows.length;
    if (count > mostListRows || isKnownTooLong(value)) return refuse('list_too_long', { most: mostListRows });
    take(asked.only ? rows.filter((row) => asked.only?.has(idOf(row))) : rows);
    cursor = nextOf(value);
    await new Promise((resolve) => setImmediate(resolve));
  } while (cursor !== undefined);
  return null;
}

const idOf = (row: unknown): string => (typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : '');

const nextOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'nextCursor' in answer && typeof answer.nextCursor === 'string'
    ? answer.nextCursor
    : undefined;

const isKnownTooLong = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'total' in answer && typeof answer.total === 'number' && answer.total > mostListRows;
