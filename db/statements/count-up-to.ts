import { sql, type SQLWrapper } from 'drizzle-orm';
import type { Db } from '../connection.ts';

/** Counting stops here, so that no list costs more as the county grows. */
export const countedUpTo = 1000;

interface Countable {
  readonly limit: (count: number) => SQLWrapper;
}

/** How many rows a query finds, one more than is counted at the most. */
export const countUpTo = (db: Db, query: Countable): number =>
  db.get<{ readonly count: number }>(sql`select count(*) as count from ${query.limit(countedUpTo + 1)} as counted`).count;
