import { prepared, type Db } from '#db/connection.ts';
import { readTerms, type TermsRow } from '#db/schema/terms.ts';

export interface DifferingRow {
  readonly powerId: string;
  readonly code: string;
  readonly name: string;
  readonly departmentName: string;
  readonly fromItemId: string | null;
  readonly toItemId: string | null;
}
export type DifferingTerms = DifferingRow & { readonly before: TermsRow | null; readonly after: TermsRow | null };

const named = 'p.id AS powerId, p.code, p.name, o.name AS departmentName';
const joined = 'CROSS JOIN powers p ON p.id = i.power_id CROSS JOIN organisations o ON o.id = p.department_id';

/** What differs is found by the texts as they are kept: only what was written anew has another one, and only that is understood. */
export const differenceSql = {
  presentOrOther: `SELECT ${named}, b.id AS fromItemId, i.id AS toItemId, b.terms AS before, i.terms AS after
    FROM menu_items i LEFT JOIN menu_items b ON b.edition_id = :from AND b.power_id = i.power_id ${joined}
    WHERE i.edition_id = :to AND (b.id IS NULL OR b.terms <> i.terms)`,
  gone: `SELECT ${named}, i.id AS fromItemId, NULL AS toItemId, i.terms AS before, NULL AS after
    FROM menu_items i LEFT JOIN menu_items a ON a.edition_id = :to AND a.power_id = i.power_id ${joined}
    WHERE i.edition_id = :from AND a.id IS NULL`,
} as const;

const statements = prepared((db: Db) => ({
  presentOrOther: db.$client.prepare(differenceSql.presentOrOther),
  gone: db.$client.prepare(differenceSql.gone),
}));

type Read = DifferingRow & { readonly before: string | null; readonly after: string | null };

/** The powers that two editions do not have with the same words, by code. Without a former edition all are new. */
export function differingItems(db: Db, from: string | null, to: string): DifferingTerms[] {
  const { presentOrOther, gone } = statements(db);
  const pair = { from, to };
  const rows = [...presentOrOther.all(pair), ...(from === null ? [] : gone.all(pair))] as Read[];
  return rows
    .map(({ before, after, ...row }) => ({
      ...row,
      before: before === null ? null : readTerms(before),
      after: after === null ? null : readTerms(after),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
