import { countUpTo } from '#db/statements/count-up-to.ts';
import { and, asc, desc, eq, lt, ne, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { prepared, type Db } from '#db/connection.ts';
import { isOneOf } from '#db/statements/id-list.ts';
import { organisations } from '#db/schema/organisations.ts';
import { menuEditions, menuItems } from '#db/schema/editions.ts';
import { powerWords, powers } from '#db/schema/powers.ts';
import { issuedDocuments } from '#db/schema/records.ts';
import type { TermsRow } from '#db/schema/terms.ts';
import { certificateKinds } from '#db/schema/training.ts';
import type { OrganisationSystem } from '#server/domain/values/words.ts';
import { afterCode, searched, type PowerRow, type SearchedPage } from '#server/features/powers/index.ts';

const copies = alias(menuItems, 'copy');

/** The terms of an item as they are stored: those of the wire, but read-only. */
export type ItemTerms = TermsRow;
export type EditionRow = typeof menuEditions.$inferSelect;
type Brief = Pick<TermsRow, 'carrier' | 'release' | 'difficulty' | 'liability' | 'isReturnable'>;
function readBrief(text: string): Brief {
  const [carrier, release, difficulty, liability, isReturnable] = JSON.parse(text) as [
    Brief['carrier'],
    Brief['release'],
    Brief['difficulty'],
    Brief['liability'],
    boolean,
  ];
  return { carrier, release, difficulty, liability, isReturnable };
}
// One call for all of them: each call would read the whole JSON text again.
const brief =
  sql<Brief>`json_extract(${menuItems.terms}, '$.carrier', '$.release', '$.difficulty', '$.liability', '$.isReturnable')`.mapWith(
    readBrief,
  );

/** What of an item a list shows; the rest of its terms is long and stays in the database until it is asked for. */
const listed = {
  id: menuItems.id,
  powerId: menuItems.powerId,
  code: powers.code,
  name: powers.name,
  statutoryType: powers.statutoryType,
  category: powers.category,
  field: powers.field,
  departmentId: powers.departmentId,
  departmentName: organisations.name,
};
const whole = {
  ...listed,
  editionId: menuItems.editionId,
  editionNumber: menuEditions.number,
  editionState: menuEditions.state,
  terms: menuItems.terms,
  version: menuItems.version,
};

const statements = prepared((db: Db) => ({
  item: db
    .select(whole)
    .from(menuItems)
    .innerJoin(menuEditions, eq(menuEditions.id, menuItems.editionId))
    .innerJoin(powers, eq(powers.id, menuItems.powerId))
    .innerJoin(organisations, eq(organisations.id, powers.departmentId))
    .where(eq(menuItems.id, sql.placeholder('id')))
    .prepare(),
  terms: db.$client.prepare('SELECT terms, version FROM menu_items WHERE id = ?').raw(),
  edition: db
    .select()
    .from(menuEditions)
    .where(eq(menuEditions.id, sql.placeholder('id')))
    .prepare(),
}));

export type ItemRow = NonNullable<ReturnType<typeof itemRow>>;
/** An item of whatever edition. */
export function itemRow(db: Db, id: string) {
  const row = statements(db).item.get({ id });
  if (!row) return undefined;
  const { carrier, release, difficulty, liability, isReturnable } = row.terms;
  return { ...row, carrier, release, difficulty, liability, isReturnable };
}

/** What of an item is not in memory: its terms, and how often they were edited before they were published. */
export function termsRow(db: Db, id: string): { readonly terms: ItemTerms; readonly version: number } | undefined {
  const row = statements(db).terms.get(id) as [terms: string, version: number] | undefined;
  return row && { terms: menuItems.terms.mapFromDriverValue(row[0]) as ItemTerms, version: row[1] };
}
export const editionById = (db: Db, id: string): EditionRow | undefined => statements(db).edition.get({ id });
export const publishedEdition = (db: Db): EditionRow | undefined =>
  db.select().from(menuEditions).where(eq(menuEditions.state, 'published')).get();
export const draftEdition = (db: Db): EditionRow | undefined => db.select().from(menuEditions).where(eq(menuEditions.state, 'draft')).get();
export const allEditions = (db: Db): EditionRow[] => db.select().from(menuEditions).orderBy(desc(menuEditions.number)).all();
export const lastEditionNumber = (db: Db): number =>
  db.select({ number: menuEditions.number }).from(menuEditions).orderBy(desc(menuEditions.number)).limit(1).get()?.number ?? 0;
/** The edition that was in force before this one: what the next is compared with. */
export const editionBefore = (db: Db, number: number): EditionRow | undefined =>
  db
    .select()
    .from(menuEditions)
    .where(and(lt(menuEditions.number, number), ne(menuEditions.state, 'draft')))
    .orderBy(desc(menuEditions.number))
    .limit(1)
    .get();
export const itemCount = (db: Db, editionId: string): number =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(menuItems)
    .where(eq(menuItems.editionId, editionId))
    .get()?.count ?? 0;
export const isDocumentNumberTaken = (db: Db, number: string): boolean =>
  db.select({ id: menuEditions.id }).from(menuEditions).where(eq(menuEditions.documentNumber, number)).get() !== undefined ||
  db.select({ number: issuedDocuments.number }).from(issuedDocuments).where(eq(issuedDocuments.number, number)).get() !== undefined;

type ListedRow = ReturnType<typeof flat>;
const flat = ({ brief: terms, ...row }: ReturnType<ReturnType<typeof itemRowsOf>['all']>[number]) => ({ ...row, ...terms });
const itemRowsOf = (db: Db, condition: SQL | undefined) =>
  db
    .select({ ...listed, brief })
    .from(menuItems)
    .innerJoin(powers, eq(powers.id, menuItems.powerId))
    .innerJoin(organisations, eq(organisations.id, powers.departmentId))
    .where(condition)
    .orderBy(asc(powers.code));
/** Every item of an edition by code, with the spelling of its name. */
export const editionRows = (db: Db, editionId: string) =>
  db
    .select({ ...listed, brief, pinyin: powerWords.words })
    .from(menuItems)
    .innerJoin(powers, eq(powers.id, menuItems.powerId))
    .innerJoin(organisations, eq(organisations.id, powers.departmentId))
    .leftJoin(powerWords, eq(powerWords.powerId, menuItems.powerId))
    .where(eq(menuItems.editionId, editionId))
    .orderBy(asc(powers.code))
    .all()
    .map(({ brief: terms, ...row }) => ({ ...row, ...terms }));

/** A page of an edition that is still worked on, straight from the database. */
export function editionPage(db: Db, editionId: string, page: SearchedPage): { readonly rows: ListedRow[]; readonly total: number } {
  const wanted = and(eq(menuItems.editionId, editionId), searched(db, page));
  const rows = itemRowsOf(db, and(wanted, afterCode(page.after)))
    .limit(page.limit + 1)
    .all()
    .map(flat);
  const found = db
    .select({ one: sql`1` })
    .from(menuItems)
    .innerJoin(powers, eq(powers.id, menuItems.powerId))
    .where(wanted);
  return { rows, total: countUpTo(db, found) };
}

export interface CheckedRow {
  readonly id: string;
  readonly powerId: string;
  readonly code: string;
  readonly name: string;
  readonly statutoryType: PowerRow['statutoryType'];
  readonly terms: TermsRow;
  readonly departmentId: string;
  readonly departmentSystem: OrganisationSystem;
  readonly departmentSystemBasis: string | null;
}
const checked = {
  id: menuItems.id,
  powerId: menuItems.powerId,
  code: powers.code,
  name: powers.name,
  statutoryType: powers.statutoryType,
  terms: menuItems.terms,
  departmentId: powers.departmentId,
  departmentSystem: organisations.system,
  departmentSystemBasis: organisations.systemBasis,
};
const checkedOf = (db: Db, condition: SQL | undefined) =>
  db
    .select(checked)
    .from(menuItems)
    .innerJoin(powers, eq(powers.id, menuItems.powerId))
    .innerJoin(organisations, eq(organisations.id, powers.departmentId))
    .where(condition);
/** Every item of an edition with all that the legal gates and the comparison look at. */
export const checkedRows = (db: Db, editionId: string): CheckedRow[] =>
  checkedOf(db, eq(menuItems.editionId, editionId)).orderBy(asc(powers.code)).all();
export const checkedRow = (db: Db, itemId: string): CheckedRow | undefined => checkedOf(db, eq(menuItems.id, itemId)).get();

/** Items of an edition that were reviewed when a statute ended, with their copies on the next. */
export const reviewedCopies = (db: Db, editionId: string, draftId: string): { readonly itemId: string; readonly copyId: string }[] =>
  db
    .select({ itemId: menuItems.id, copyId: copies.id })
    .from(menuItems)
    .innerJoin(copies, and(eq(copies.editionId, draftId), eq(copies.powerId, menuItems.powerId)))
    .where(
      and(
        eq(menuItems.editionId, editionId),
        sql`exists (select 1 from basis_reviews r where r.subject_kind = 'menu_item' and r.subject_id = ${menuItems.id})`,
      ),
    )
    .all();

export interface NamedCode {
  readonly code: string;
  readonly name: string;
  readonly statutoryType: PowerRow['statutoryType'];
  /** Null when the power is not on that edition. */
  readonly itemId: string | null;
}

/** The powers behind codes, and their items on an edition. */
export function namedCodes(db: Db, editionId: string, codes: readonly string[]): NamedCode[] {
  if (codes.length === 0) return [];
  return db
    .select({ code: powers.code, name: powers.name, statutoryType: powers.statutoryType, itemId: menuItems.id })
    .from(powers)
    .leftJoin(menuItems, and(eq(menuItems.powerId, powers.id), eq(menuItems.editionId, editionId)))
    .where(isOneOf(powers.code, codes))
    .all();
}

export const knownCertificateKinds = (db: Db, ids: readonly string[]): Set<string> =>
  new Set(
    ids.length === 0
      ? []
      : db
          .select({ id: certificateKinds.id })
          .from(certificateKinds)
          .where(isOneOf(certificateKinds.id, ids))
          .all()
          .map(({ id }) => id),
  );
