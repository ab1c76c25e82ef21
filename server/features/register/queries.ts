import { prepared, type Db } from '#db/connection.ts';
import { readTerms, type CarveOutRow, type TermsRow } from '#db/schema/terms.ts';
import type { Carrier, EndKind, OrganisationKind, StatutoryType, SuspensionKind, TownshipKind } from '#server/domain/values/words.ts';

/** The public may know of a body: how to reach it, nothing else. */
export interface BodyRow {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly contactPhone: string;
  readonly complaintPhone: string;
  readonly address: string;
  readonly divisionCode: string | null;
  readonly townshipKind: TownshipKind | null;
  readonly isActive: 0 | 1;
}
export interface EditionRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly documentNumber: string;
  readonly publishedAt: number;
}
export interface PowerRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly statutoryType: StatutoryType;
  readonly departmentId: string;
}
/** A holding that covers the instant asked about, with the suspension that covers it, if one does. */
export interface HeldRow {
  readonly grantId: string;
  readonly powerId: string;
  readonly townshipId: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly carrier: Carrier;
  readonly documentNumber: string;
  readonly trialEndsAt: number | null;
  readonly trialClosedAt: number | null;
  readonly endKind: EndKind | null;
  readonly suspensionId: string | null;
  readonly suspensionKind: SuspensionKind | null;
  readonly suspendedFromAt: number | null;
  readonly suspendedToAt: number | null;
}
export interface ListedRow extends HeldRow {
  readonly code: string;
  readonly powerName: string;
  readonly statutoryType: StatutoryType;
  readonly departmentId: string;
}

const body = `id, kind, name, contact_phone AS contactPhone, complaint_phone AS complaintPhone, address, division_code AS divisionCode,
  township_kind AS townshipKind, is_active AS isActive`;
const power = 'p.id, p.code, p.name, p.statutory_type AS statutoryType, p.department_id AS departmentId';
const held = `h.grant_id AS grantId, h.power_id AS powerId, h.township_id AS townshipId, h.from_at AS fromAt, h.to_at AS toAt, g.carrier,
  g.document_number AS documentNumber, g.trial_ends_at AS trialEndsAt, g.trial_closed_at AS trialClosedAt, g.end_kind AS endKind,
  s.id AS suspensionId, s.kind AS suspensionKind, s.from_at AS suspendedFromAt, s.to_at AS suspendedToAt`;
const withGrant = `CROSS JOIN grants g ON g.id = h.grant_id
  LEFT JOIN suspensions s ON s.grant_id = h.grant_id AND s.from_at <= :at AND s.to_at > :at`;
const covers = 'h.from_at <= :at AND h.to_at > :at';
const listed = `${held}, p.code, p.name AS powerName, p.statutory_type AS statutoryType, p.department_id AS departmentId`;
const matches = `(:departmentId IS NULL OR p.department_id = :departmentId)
  AND (:pattern IS NULL OR p.name LIKE :pattern ESCAPE '\\' OR p.code LIKE :pattern ESCAPE '\\')`;
const after = '(:code IS NULL OR p.code > :code OR (p.code = :code AND h.township_id > :after))';
// Two ways through the same rows: power by power in the order of the codes, or one township's few rows, then sorted.
const byPower = `FROM powers p CROSS JOIN holdings h ON h.power_id = p.id AND ${covers}`;
const byTownship = `FROM holdings h CROSS JOIN powers p ON p.id = h.power_id`;
const inTownship = `h.township_id = :townshipId AND ${covers}`;
const published = `SELECT id FROM menu_editions WHERE state = 'published'`;

/** The statements of the register, by name; their plans are tested. */
export const registerSql = {
  settings: 'SELECT "values", is_demo AS isDemo FROM settings WHERE id = 1',
  bodies: `SELECT ${body} FROM organisations ORDER BY kind, division_code, name`,
  body: `SELECT ${body} FROM organisations WHERE id = :id`,
  edition: `SELECT id, number, title, document_number AS documentNumber, published_at AS publishedAt FROM menu_editions WHERE state = 'published'`,
  powerByCode: `SELECT ${power} FROM powers p WHERE p.code = :code`,
  terms: `SELECT i.id AS itemId, e.published_at AS publishedAt, i.terms FROM menu_items i CROSS JOIN menu_editions e ON e.id = i.edition_id
    WHERE i.power_id = :powerId AND e.state <> 'draft' ORDER BY (e.published_at <= :at) DESC, e.number DESC LIMIT 1`,
  holder: `SELECT ${held} FROM holdings h ${withGrant} WHERE h.power_id = :powerId AND h.township_id = :townshipId AND ${covers}`,
  holdersOfPower: `SELECT ${held} FROM holdings h ${withGrant} WHERE h.power_id = :powerId AND ${covers}`,
  search: `SELECT ${listed} ${byPower} ${withGrant} WHERE (:code IS NULL OR p.code >= :code) AND ${after} AND ${matches} ORDER BY p.code, h.township_id LIMIT :limit`,
  count: `SELECT count(*) FROM (SELECT 1 ${byPower} WHERE ${matches} LIMIT :limit)`,
  searchTownship: `SELECT ${listed} ${byTownship} ${withGrant} WHERE ${inTownship} AND ${after} AND ${matches} ORDER BY p.code, h.township_id LIMIT :limit`,
  countTownship: `SELECT count(*) FROM (SELECT 1 ${byTownship} WHERE ${inTownship} AND ${matches} LIMIT :limit)`,
  history: `SELECT h.grant_id AS grantId, h.power_id AS powerId, h.township_id AS townshipId, h.from_at AS fromAt, h.to_at AS toAt, g.carrier,
    g.document_number AS documentNumber, g.end_kind AS endKind
    FROM holdings h CROSS JOIN grants g ON g.id = h.grant_id WHERE h.power_id = :powerId AND h.township_id = :townshipId AND h.from_at < h.to_at ORDER BY h.from_at`,
  suspensions:
    'SELECT id, grant_id AS grantId, kind, from_at AS fromAt, to_at AS toAt FROM suspensions WHERE grant_id = :grantId ORDER BY from_at',
  powers: `SELECT p.code, p.name, p.statutory_type AS statutoryType, d.name AS departmentName,
      (SELECT count(*) FROM holdings h WHERE h.power_id = p.id AND ${covers}
        AND NOT EXISTS (SELECT 1 FROM suspensions s WHERE s.grant_id = h.grant_id AND s.from_at <= :at AND s.to_at > :at)) AS townshipsHolding
    FROM powers p CROSS JOIN menu_items i ON i.edition_id = (${published}) AND i.power_id = p.id CROSS JOIN organisations d ON d.id = p.department_id
    WHERE p.code > :code AND ${matches} ORDER BY p.code LIMIT :limit`,
  countPowers: `SELECT count(*) FROM (SELECT 1 FROM powers p CROSS JOIN menu_items i ON i.edition_id = (${published}) AND i.power_id = p.id WHERE ${matches} LIMIT :limit)`,
  document: `SELECT d.kind, d.title, d.issued_on AS issuedOn, json_extract(d.payload, '$.carveOuts') AS carveOuts, p.code AS powerCode, t.name AS townshipName
    FROM issued_documents d LEFT JOIN grants g ON g.id = d.subject_id AND d.subject_kind = 'grant'
    LEFT JOIN powers p ON p.id = g.power_id LEFT JOIN organisations t ON t.id = g.township_id WHERE d.number = :number`,
  existingDocument: `SELECT g.issued_at AS issuedAt, p.code AS powerCode, p.name AS powerName, t.name AS townshipName
    FROM grants g JOIN powers p ON p.id = g.power_id JOIN organisations t ON t.id = g.township_id
    WHERE g.document_number = :number AND g.origin = 'existing' ORDER BY g.id LIMIT :limit`,
  editionDocument: `SELECT title, decided_on AS decidedOn, published_at AS publishedAt FROM menu_editions
    WHERE document_number = :number AND document_number IS NOT NULL AND state <> 'draft'`,
} as const satisfies Record<string, string>;

interface Statement {
  get(parameters?: object): unknown;
  all(parameters?: object): unknown[];
  pluck(): Statement;
}
const statements = prepared((db: Db) => {
  const entries = Object.entries(registerSql).map(([name, text]): [string, Statement] => [name, db.$client.prepare<unknown[]>(text)]);
  return Object.fromEntries(entries) as Record<keyof typeof registerSql, Statement>;
});

export interface RegisterSettings {
  readonly county: string;
  readonly contact: string;
  readonly isDemo: boolean;
}
export function registerSettings(db: Db): RegisterSettings {
  const row = statements(db).settings.get() as { values: string; isDemo: number } | undefined;
  if (!row) throw new Error('the settings of the county are missing');
  const { countyName, registerContact } = JSON.parse(row.values) as { countyName: string; registerContact: string };
  return { county: countyName, contact: registerContact, isDemo: row.isDemo === 1 };
}

export const bodiesOf = (db: Db): BodyRow[] => statements(db).bodies.all() as BodyRow[];
export const bodyById = (db: Db, id: string): BodyRow | undefined => statements(db).body.get({ id }) as BodyRow | undefined;
export const publishedEdition = (db: Db): EditionRow | undefined => statements(db).edition.get() as EditionRow | undefined;
export const powerByCode = (db: Db, code: string): PowerRow | undefined => statements(db).powerByCode.get({ code }) as PowerRow | undefined;

/** The published terms of a power: of the latest edition by that time, else of the first after it. None: nothing of it is public. */
export interface PublishedTerms {
  readonly itemId: string;
  readonly publishedAt: number;
  readonly terms: TermsRow;
}
export function publishedTerms(db: Db, powerId: string, at: number): PublishedTerms | null {
  const row = statements(db).terms.get({ powerId, at }) as (Omit<PublishedTerms, 'terms'> & { readonly terms: string }) | undefined;
  return row ? { ...row, terms: readTerms(row.terms) } : null;
}

export const holdingsOfPower = (db: Db, powerId: string, at: number): HeldRow[] =>
  statements(db).holdersOfPower.all({ powerId, at }) as HeldRow[];

export interface HoldingFilter {
  readonly q: string | undefined;
  readonly townshipId: string | undefined;
  readonly departmentId: string | undefined;
  readonly at: number;
}
export interface HoldingCursor {
  readonly code: string;
  readonly townshipId: string;
}
const parametersOf = ({ q, townshipId, departmentId, at }: HoldingFilter) => ({
  at,
  pattern: patternOf(q),
  departmentId: departmentId ?? null,
  ...(townshipId === undefined ? {} : { townshipId }),
});

export function holdingPage(db: Db, filter: HoldingFilter, cursor: HoldingCursor | null, limit: number): ListedRow[] {
  const { search, searchTownship } = statements(db);
  const statement = filter.townshipId === undefined ? search : searchTownship;
  return statement.all({ ...parametersOf(filter), code: cursor?.code ?? null, after: cursor?.townshipId ?? '', limit }) as ListedRow[];
}
export function holdingCount(db: Db, filter: HoldingFilter, limit: number): number {
  const { count, countTownship } = statements(db);
  const statement = filter.townshipId === undefined ? count : countTownship;
  return statement.pluck().get({ ...parametersOf(filter), limit }) as number;
}

function patternOf(q: string | undefined): string | null {
  const text = q?.normalize('NFKC').trim() ?? '';
  return text === '' ? null : `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

export interface HistoryRow {
  readonly grantId: string;
  readonly powerId: string;
  readonly townshipId: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly carrier: Carrier;
  readonly documentNumber: string;
  readonly endKind: EndKind | null;
}
export const historyRows = (db: Db, powerId: string, townshipId: string): HistoryRow[] =>
  statements(db).history.all({ powerId, townshipId }) as HistoryRow[];
interface SuspensionRow {
  readonly id: string;
  readonly grantId: string;
  readonly kind: SuspensionKind;
  readonly fromAt: number;
  readonly toAt: number;
}
export const suspensionsOf = (db: Db, grantIds: readonly string[]): SuspensionRow[] =>
  grantIds.flatMap((grantId) => statements(db).suspensions.all({ grantId }) as SuspensionRow[]);

interface PublicPower {
  readonly code: string;
  readonly name: string;
  readonly statutoryType: StatutoryType;
  readonly departmentName: string;
  readonly townshipsHolding: number;
}
interface PowerFilter {
  readonly q: string | undefined;
  readonly departmentId: string | undefined;
}
export function powerPage(
  db: Db,
  filter: PowerFilter,
  { at, after: code, limit }: { at: number; after: string; limit: number },
): PublicPower[] {
  return statements(db).powers.all({
    at,
    code,
    limit,
    pattern: patternOf(filter.q),
    departmentId: filter.departmentId ?? null,
  }) as PublicPower[];
}
export const powerCount = (db: Db, filter: PowerFilter, limit: number): number =>
  statements(db)
    .countPowers.pluck()
    .get({ limit, pattern: patternOf(filter.q), departmentId: filter.departmentId ?? null }) as number;

interface DocumentRow {
  readonly kind: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly powerCode: string | null;
  readonly townshipName: string | null;
  /** As the paper says; papers from before carve-outs say nothing. */
  readonly carveOuts: readonly CarveOutRow[];
}
export function documentByNumber(db: Db, number: string): DocumentRow | undefined {
  const row = statements(db).document.get({ number }) as (Omit<DocumentRow, 'carveOuts'> & { carveOuts: string | null }) | undefined;
  return row && { ...row, carveOuts: row.carveOuts === null ? [] : (JSON.parse(row.carveOuts) as CarveOutRow[]) };
}
interface ExistingRow {
  readonly issuedAt: number;
  readonly powerCode: string;
  readonly powerName: string;
  readonly townshipName: string;
}
/** What was registered under a paper that is older than the portal; a paper has one day. */
export const existingByDocument = (db: Db, number: string, limit: number): ExistingRow[] =>
  statements(db).existingDocument.all({ number, limit }) as ExistingRow[];
export const editionByDocument = (db: Db, number: string) =>
  statements(db).editionDocument.get({ number }) as { title: string; decidedOn: string | null; publishedAt: number } | undefined;
