import { countUpTo } from '#db/statements/count-up-to.ts';
import { prepared, type Db } from '#db/connection.ts';
import { isOneOf } from '#db/statements/id-list.ts';
import { organisations } from '#db/schema/organisations.ts';
import { powers } from '#db/schema/powers.ts';
import { isFound } from './finding-queries.ts';
import { and, asc, eq, gt, isNull, isNotNull, sql, type SQL } from 'drizzle-orm';

const powerStatements = prepared((db: Db) => ({
  power: db
    .select()
    .from(powers)
    .where(eq(powers.id, sql.placeholder('id')))
    .prepare(),
}));
export type PowerRow = typeof powers.$inferSelect;
export const powerById = (db: Db, id: string): PowerRow | undefined => powerStatements(db).power.get({ id });
export interface SearchedPage {
  readonly q: string | undefined;
  readonly departmentId: string | undefined;
  readonly after: string | null;
  readonly limit: number;
}
export const searched = (db: Db, { q, departmentId }: SearchedPage): SQL | undefined =>
  and(isFound(db, q), departmentId === undefined ? undefined : eq(powers.departmentId, departmentId));
export const afterCode = (after: string | null): SQL | undefined => (after === null ? undefined : gt(powers.code, after));
const powerColumns = { power: powers, departmentName: organisations.name };
export function powerPage(
  db: Db,
  page: SearchedPage & { readonly isRetired: boolean },
): { readonly rows: { readonly power: PowerRow; readonly departmentName: string }[]; readonly total: number } {
  const wanted = and(searched(db, page), page.isRetired ? isNotNull(powers.mergedIntoId) : isNull(powers.mergedIntoId));
  const rows = db
    .select(powerColumns)
    .from(powers)
    .innerJoin(organisations, eq(organisations.id, powers.departmentId))
    .where(and(wanted, afterCode(page.after)))
    .orderBy(asc(powers.code))
    .limit(page.limit + 1)
    .all();
  const found = db
    .select({ one: sql`1` })
    .from(powers)
    .where(wanted);
  return { rows, total: countUpTo(db, found) };
}
export type PowerUse = 'menu' | 'request' | 'grant';
const uses = prepared((db: Db) => ({
  of: db.$client
    .prepare(
      `SELECT 'menu' WHERE EXISTS (SELECT 1 FROM menu_items i JOIN menu_editions e ON e.id = i.edition_id
         WHERE i.power_id = :powerId AND e.state IN ('draft', 'published'))
       UNION ALL SELECT 'request' WHERE EXISTS (SELECT 1 FROM requests WHERE power_id = :powerId)
       UNION ALL SELECT 'grant' WHERE EXISTS (SELECT 1 FROM grants WHERE power_id = :powerId)`,
    )
    .pluck(),
}));

/** Where a power is used: on a draft or published menu, in a request, in a grant. */
export const usesOfPower = (db: Db, powerId: string): PowerUse[] => uses(db).of.all({ powerId }) as PowerUse[];
export const powerByCode = (db: Db, code: string): PowerRow | undefined => db.select().from(powers).where(eq(powers.code, code)).get();
/** Which of these ids exist: what terms point to is checked where terms are saved, since JSON has no foreign keys. */
export const knownCodes = (db: Db, codes: readonly string[]): Set<string> =>
  new Set(
    codes.length === 0
      ? []
      : db
          .select({ code: powers.code })
          .from(powers)
          .where(isOneOf(powers.code, codes))
          .all()
          .map(({ code }) => code),
  );
