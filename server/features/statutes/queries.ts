import { countUpTo } from '#db/statements/count-up-to.ts';
import { totalOf } from '#server/platform/list-page.ts';
import { asc, eq, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { isOneOf } from '#db/statements/id-list.ts';
import { legalCitations, statutes, statuteVersions } from '#db/schema/statutes.ts';
import type { LegalBasisRow } from '#db/schema/terms.ts';
import type { BasisReview, BasisSubject, StatuteVersion } from '#server/domain/law/statutes.ts';

export type StatuteRow = typeof statutes.$inferSelect;

/** A version with the title that it is cited by, and what took its place. */
export interface VersionRow extends StatuteVersion {
  readonly statuteId: string;
  readonly endBasis: string;
  readonly version: number;
  readonly successorId: string | null;
  readonly successorStatuteId: string | null;
  readonly successorTitle: string | null;
  readonly successorOn: string | null;
}
export interface ReviewRow extends BasisReview {
  readonly law: string;
  readonly versionOn: string;
  readonly reason: string;
  readonly accountId: string;
  readonly actorName: string;
}
export interface Subject {
  readonly kind: BasisSubject;
  readonly id: string;
}

const version = `SELECT v.id, v.statute_id AS statuteId, s.title, v.version_on AS versionOn, v.ended_on AS endedOn, v.end_kind AS endKind,
    v.marked_at AS markedAt, v.end_basis AS endBasis, v.version, v.successor_id AS successorId, n.statute_id AS successorStatuteId,
    t.title AS successorTitle, n.version_on AS successorOn`;
const withSuccessor = 'LEFT JOIN statute_versions n ON n.id = v.successor_id LEFT JOIN statutes t ON t.id = n.statute_id';

/** The statements on statutes, by name; their plans are tested. */
export const statuteSql = {
  byId: `${version} FROM statute_versions v JOIN statutes s ON s.id = v.statute_id ${withSuccessor} WHERE v.id = :id`,
  cited: `${version} FROM statutes s JOIN statute_versions v ON v.statute_id = s.id ${withSuccessor} WHERE s.title = :law AND v.version_on = :versionOn`,
  ofStatute: `${version} FROM statutes s JOIN statute_versions v ON v.statute_id = s.id ${withSuccessor} WHERE s.id = :statuteId ORDER BY v.version_on DESC`,
  // The newest end first; of one day, the version that was registered last.
  ended: `${version} FROM statute_versions v JOIN statutes s ON s.id = v.statute_id ${withSuccessor}
    WHERE v.ended_on IS NOT NULL AND (:endedOn IS NULL OR (v.ended_on, v.id) < (:endedOn, :after)) ORDER BY v.ended_on DESC, v.id DESC LIMIT :limit`,
  countEnded: 'SELECT count(*) FROM (SELECT 1 FROM statute_versions WHERE ended_on IS NOT NULL LIMIT :limit)',
  isAnyEnded: 'SELECT 1 FROM statute_versions WHERE ended_on IS NOT NULL AND ended_on <= :on LIMIT 1',
  reviews: `SELECT r.id, r.statute_version_id AS versionId, r.act, r.new_bases AS newBases, r.at, r.reason, r.account_id AS accountId, r.actor_name AS actorName, s.title AS law,
    v.version_on AS versionOn FROM basis_reviews r JOIN statute_versions v ON v.id = r.statute_version_id JOIN statutes s ON s.id = v.statute_id
    WHERE r.subject_kind = :kind AND r.subject_id = :id ORDER BY r.id`,
  tasks: `SELECT organisation_id AS organisationId, role, due_at AS dueAt FROM tasks
    WHERE subject_kind = 'statute_version' AND subject_id = :id AND closed_at IS NULL`,
  ownOfItem: `SELECT json_extract(terms, '$.legalBases') FROM menu_items WHERE id = :id`,
  ownOfGrant: `SELECT json_extract(i.terms, '$.legalBases') FROM grants g JOIN menu_items i ON i.id = g.item_id WHERE g.id = :id`,
  ownOfEntry: 'SELECT bases FROM directory_entries WHERE id = :id',
  ownOfPower: 'SELECT bases FROM township_powers WHERE id = :id',
} as const;

interface Statement {
  get(parameters: object): unknown;
  all(parameters: object): unknown[];
  pluck(): Statement;
}
const statements = prepared((db: Db) => {
  const entries = Object.entries(statuteSql).map(([name, text]): [string, Statement] => [name, db.$client.prepare<unknown[]>(text)]);
  return Object.fromEntries(entries) as Record<keyof typeof statuteSql, Statement>;
});

export const versionById = (db: Db, id: string): VersionRow | undefined => statements(db).byId.get({ id }) as VersionRow | undefined;
export const citedVersion = (db: Db, { law, versionOn }: Pick<LegalBasisRow, 'law' | 'versionOn'>): VersionRow | undefined =>
  statements(db).cited.get({ law, versionOn }) as VersionRow | undefined;
export const versionsOf = (db: Db, statuteId: string): VersionRow[] => statements(db).ofStatute.all({ statuteId }) as VersionRow[];
export const endedVersions = (db: Db, after: { endedOn: string; id: string } | null, limit: number): VersionRow[] =>
  statements(db).ended.all({ endedOn: after?.endedOn ?? null, after: after?.id ?? '', limit }) as VersionRow[];
export const endedCount = (db: Db, limit: number): number => statements(db).countEnded.pluck().get({ limit }) as number;
/** Where nothing has ended, nothing is flagged: most days of most counties. */
export const isAnyEnded = (db: Db, on: string): boolean => statements(db).isAnyEnded.get({ on }) !== undefined;

/** All reviews of something, the oldest first. */
export function reviewsOf(db: Db, { kind, id }: Subject): ReviewRow[] {
  const rows = statements(db).reviews.all({ kind, id }) as (Omit<ReviewRow, 'newBases'> & { newBases: string | null })[];
  return rows.map(({ newBases, ...row }) => ({ ...row, newBases: newBases === null ? null : (JSON.parse(newBases) as LegalBasisRow[]) }));
}

export const statuteById = (db: Db, id: string): StatuteRow | undefined => db.select().from(statutes).where(eq(statutes.id, id)).get();
export const statuteByTitle = (db: Db, title: string): StatuteRow | undefined =>
  db.select().from(statutes).where(eq(statutes.title, title)).get();

/** Whether anything, published long ago or still a draft, cites a statute, or one version of it. */
export const isCited = (db: Db, law: string, versionOn?: string): boolean =>
  db
    .select({ id: legalCitations.subjectId })
    .from(legalCitations)
    .where(
      versionOn === undefined
        ? eq(legalCitations.law, law)
        : sql`${legalCitations.law} = ${law} and ${legalCitations.versionOn} = ${versionOn}`,
    )
    .limit(1)
    .get() !== undefined;

/** What something rests on now. */
export const citationsOf = (db: Db, { kind, id }: Subject): LegalBasisRow[] =>
  db
    .select({ law: legalCitations.law, article: legalCitations.article, versionOn: legalCitations.versionOn })
    .from(legalCitations)
    .where(sql`${legalCitations.subjectKind} = ${kind} and ${legalCitations.subjectId} = ${id}`)
    .orderBy(asc(legalCitations.position))
    .all();

export interface StatuteFilter {
  readonly q: string | undefined;
  readonly state: 'in_force' | 'ending' | 'ended' | undefined;
  readonly today: string;
  /** The id of the last statute of the page before. */
  readonly after: string | undefined;
  readonly limit: number;
}

/** Titles hold full-width brackets, and a reader may type either kind. */
const folded = sql`replace(replace(${statutes.title}, '（', '('), '）', ')')`;

export function statutePage(db: Db, { q, state, today, after, limit }: StatuteFilter) {
  const text = q?.normalize('NFKC').replaceAll(/[《》\s]/g, '') ?? '';
  const pattern = text === '' ? null : `%${text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
  const any = (condition: ReturnType<typeof sql>) =>
    sql`exists (select 1 from statute_versions v where v.statute_id = ${statutes.id} and ${condition})`;
  const states = {
    in_force: any(sql`(v.ended_on is null or v.ended_on > ${today})`),
    ending: any(sql`v.ended_on > ${today}`),
    ended: sql`not ${any(sql`(v.ended_on is null or v.ended_on > ${today})`)} and ${any(sql`v.ended_on <= ${today}`)}`,
  };
  const wanted = sql`${pattern === null ? sql`1` : sql`${folded} like ${pattern} escape '\\'`} and ${state === undefined ? sql`1` : states[state]}`;
  const from = after === undefined ? sql`1` : sql`${statutes.title} > (select title from statutes where id = ${after})`;
  const rows = db
    .select()
    .from(statutes)
    .where(sql`${statutes.title} >= '' and ${wanted} and ${from}`)
    .orderBy(asc(statutes.title))
    .limit(limit + 1)
    .all();
  const found = db
    .select({ one: sql`1` })
    .from(statutes)
    .where(sql`${statutes.title} >= '' and ${wanted}`);
  return { rows, ...totalOf(countUpTo(db, found)) };
}

export const briefVersions = (db: Db, statuteIds: readonly string[]) =>
  db.select().from(statuteVersions).where(isOneOf(statuteVersions.statuteId, statuteIds)).all();

export interface OpenTask {
  readonly organisationId: string;
  readonly role: string;
  readonly dueAt: number | null;
}
export const openTasksOf = (db: Db, versionId: string): OpenTask[] => statements(db).tasks.all({ id: versionId }) as OpenTask[];

const ownBases = { menu_item: 'ownOfItem', grant: 'ownOfGrant', directory_entry: 'ownOfEntry', township_power: 'ownOfPower' } as const;
/** On what something rested before any rebase: its terms, or those of its item. */
export function ownBasesOf(db: Db, { kind, id }: Subject): LegalBasisRow[] {
  const text = statements(db)[ownBases[kind]].pluck().get({ id }) as string | undefined;
  return text === undefined ? [] : (JSON.parse(text) as LegalBasisRow[]);
}
