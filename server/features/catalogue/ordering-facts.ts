import type { Db } from '#db/connection.ts';
import { orderingColumns } from './queries.ts';
import type { ItemTerms } from '#server/features/editions/index.ts';

/** What of the terms decides whether a township may and can order an item. */
export type OrderingFacts = Pick<ItemTerms, 'eligibility' | 'prerequisites' | 'suitability' | 'companions' | 'exclusiveWith'>;

/**
 * The ordering facts of a whole edition, by item. Most items of a menu say the same, so equal texts are read once and shared: ten
 * thousand items stay small, and a check of eligibility may cache its findings by identity.
 */
export function orderingFactsOf(db: Db, editionId: string): ReadonlyMap<string, OrderingFacts> {
  const shared = new Map<string, unknown>();
  const read = (text: string): unknown => {
    const known = shared.get(text) ?? (JSON.parse(text) as unknown);
    shared.set(text, known);
    return known;
  };
  return new Map(
    orderingColumns(db, editionId).map((row) => [
      row.id,
      {
        eligibility: read(row.eligibility) as OrderingFacts['eligibility'],
        prerequisites: read(row.prerequisites) as OrderingFacts['prerequisites'],
        suitability: row.suitability === null ? null : (read(row.suitability) as OrderingFacts['suitability']),
        companions: read(row.companions) as OrderingFacts['companions'],
        exclusiveWith: read(row.exclusiveWith) as OrderingFacts['exclusiveWith'],
      },
    ]),
  );
}
