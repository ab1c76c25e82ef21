import { prepared, type Db } from '#db/connection.ts';
import type { BasisSubject, StatuteEnd } from '#server/domain/law/statutes.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { isAnyEnded } from './queries.ts';

export const subjectKinds = ['menu_item', 'grant', 'directory_entry', 'township_power'] as const satisfies readonly BasisSubject[];
export type Status = 'open' | 'done';

/** The same rule as `standingsOn` of the domain, for lists: the newest review since the end was entered reconfirms, or a recall is under way. */
const isSettled = (of: string): string => `CASE (SELECT r.act FROM basis_reviews r WHERE r.subject_kind = ${of}.subject_kind
    AND r.subject_id = ${of}.subject_id AND r.statute_version_id = v.id AND r.at >= v.marked_at AND r.at <= :at ORDER BY r.id DESC LIMIT 1)
  WHEN 'reconfirmed' THEN 1
  WHEN 'recalled' THEN EXISTS (SELECT 1 FROM recall_cases k WHERE k.grant_id = ${of}.subject_id AND k.state IN ('noticed','heard'))
  ELSE 0 END`;

/** What counts as resting on a statute today: the menu in force and its draft, grants that run or are to begin, entries that still stand. */
const living = (kind: BasisSubject, of: string): string =>
  ({
    menu_item: `CROSS JOIN menu_items ${of}i ON ${of}i.id = ${of}.subject_id
      CROSS JOIN menu_editions ${of}e ON ${of}e.id = ${of}i.edition_id AND (${of}e.state = 'published' OR (${of}e.state = 'draft' AND :drafts = 1))`,
    grant: `CROSS JOIN holdings ${of}h ON ${of}h.grant_id = ${of}.subject_id AND ${of}h.to_at > :at AND ${of}h.from_at < ${of}h.to_at`,
    directory_entry: `CROSS JOIN directory_entries ${of}d ON ${of}d.id = ${of}.subject_id AND (${of}d.ended_on IS NULL OR ${of}d.ended_on > :day)`,
    township_power: `CROSS JOIN township_powers ${of}t ON ${of}t.id = ${of}.subject_id`,
  })[kind];
/** A grant that was recalled has ended and is done; of anything else only what still stands is told. */
const standing = (kind: BasisSubject, of: string): string =>
  kind === 'grant' ? `CROSS JOIN grants ${of}g ON ${of}g.id = ${of}.subject_id` : living(kind, of);

const version = 'FROM statute_versions v CROSS JOIN statutes s ON s.id = v.statute_id';
const resting = (kind: BasisSubject): string => `${version}
  CROSS JOIN legal_citations c ON c.law = s.title AND c.version_on = v.version_on AND c.subject_kind = '${kind}' ${living(kind, 'c')}
  WHERE v.id = :versionId AND c.subject_id > :after AND (v.ended_on IS NULL OR NOT ${isSettled('c')})`;
/** The newest review of each subject, unless the subject is open again: it cites the version anew, or its recall came to nothing. */
const reviewed = (kind: BasisSubject): string => `${version}
  CROSS JOIN basis_reviews c ON c.statute_version_id = v.id AND c.subject_kind = '${kind}' ${standing(kind, 'c')}
  WHERE v.id = :versionId AND c.subject_id > :after AND c.at >= v.marked_at
    AND NOT EXISTS (SELECT 1 FROM basis_reviews l WHERE l.subject_kind = c.subject_kind AND l.subject_id = c.subject_id
      AND l.statute_version_id = c.statute_version_id AND l.id > c.id)
    AND NOT EXISTS (SELECT 1 FROM legal_citations o ${living(kind, 'o')} WHERE o.subject_kind = c.subject_kind AND o.subject_id = c.subject_id
      AND o.law = s.title AND o.version_on = v.version_on AND NOT ${isSettled('o')})`;
const rests = (
  kind: BasisSubject,
): string => `SELECT 1 ${version} CROSS JOIN legal_citations c ON c.subject_kind = '${kind}' AND c.subject_id = :id
  AND c.law = s.title AND c.version_on = v.version_on ${living(kind, 'c')} WHERE v.id = :versionId LIMIT 1`;
const pageOf = (what: string): string => `SELECT DISTINCT c.subject_id ${what} ORDER BY c.subject_id LIMIT :limit`;
const countOf = (what: string): string => `SELECT count(*) FROM (SELECT DISTINCT c.subject_id ${what} LIMIT :limit)`;

const named: Record<BasisSubject, string> = {
  menu_item: `SELECT p.name, p.code, e.title AS place, e.id AS editionId, e.state AS editionState, 0 AS isRecallOpen FROM menu_items i
    CROSS JOIN powers p ON p.id = i.power_id CROSS JOIN menu_editions e ON e.id = i.edition_id WHERE i.id = :id`,
  grant: `SELECT p.name, p.code, o.name AS place, NULL AS editionId, NULL AS editionState,
    EXISTS (SELECT 1 FROM recall_cases k WHERE k.grant_id = g.id AND k.state IN ('noticed','heard')) AS isRecallOpen
    FROM grants g CROSS JOIN powers p ON p.id = g.power_id CROSS JOIN organisations o ON o.id = g.township_id WHERE g.id = :id`,
  directory_entry: `SELECT name, code, '' AS place, NULL AS editionId, NULL AS editionState, 0 AS isRecallOpen FROM directory_entries WHERE id = :id`,
  township_power: `SELECT name, '' AS code, '' AS place, NULL AS editionId, NULL AS editionState, 0 AS isRecallOpen FROM township_powers WHERE id = :id`,
};

/** The statements on what rests on statutes, by name; their plans are tested. */
export const restingSql: Readonly<Record<string, string>> = {
  flags: `SELECT c.subject_id AS id, max(v.end_kind = 'repealed') AS isRepealed FROM json_each(:ids) AS asked
    CROSS JOIN legal_citations c ON c.subject_kind = :kind AND c.subject_id = asked.value
    CROSS JOIN statutes s ON s.title = c.law CROSS JOIN statute_versions v ON v.statute_id = s.id AND v.version_on = c.version_on
    WHERE v.ended_on <= :on AND NOT ${isSettled('c')} GROUP BY c.subject_id`,
  ...Object.fromEntries(
    subjectKinds.flatMap((kind) => [
      [`open ${kind}`, pageOf(resting(kind))],
      [`count open ${kind}`, countOf(resting(kind))],
      [`done ${kind}`, pageOf(reviewed(kind))],
      [`count done ${kind}`, countOf(reviewed(kind))],
      [`rests ${kind}`, rests(kind)],
      [`named ${kind}`, named[kind]],
    ]),
  ),
};

interface Statement {
  get(parameters: object): unknown;
  all(parameters: object): unknown[];
}
const statements = prepared((db: Db) => {
  const made = new Map(Object.entries(restingSql).map(([name, text]): [string, Statement] => [name, db.$client.prepare<unknown[]>(text)]));
  return (name: string): Statement => {
    const statement = made.get(name);
    if (!statement) throw new Error(`no statement is called ${name}`);
    return statement;
  };
});

/** Which of these rest on a statute that has ended by an instant's day, and were not reviewed by then. */
export function lawFlags(db: Db, kind: BasisSubject, ids: readonly string[], at: number): ReadonlyMap<string, StatuteEnd> {
  const on = dayOf(at);
  if (ids.length === 0 || !isAnyEnded(db, on)) return new Map();
  const rows = statements(db)('flags').all({ kind, ids: JSON.stringify(ids), on, at }) as { id: string; isRepealed: number }[];
  return new Map(rows.map(({ id, isRepealed }) => [id, isRepealed === 1 ? 'repealed' : 'amended']));
}

interface Asked {
  readonly versionId: string;
  readonly at: number;
  readonly limit: number;
  readonly after?: string;
  /** False for those who do not see what is not published yet. */
  readonly withDrafts?: boolean;
}
const parametersOf = ({ versionId, at, limit, after = '', withDrafts = true }: Asked) => ({
  ...{ versionId, at, day: dayOf(at), after, limit },
  drafts: withDrafts ? 1 : 0,
});

export const restingIds = (db: Db, kind: BasisSubject, status: Status, asked: Asked): string[] =>
  (statements(db)(`${status} ${kind}`).all(parametersOf(asked)) as { subject_id: string }[]).map((row) => row.subject_id);
export const restingCount = (db: Db, kind: BasisSubject, status: Status, asked: Asked): number =>
  Object.values(statements(db)(`count ${status} ${kind}`).get(parametersOf(asked)) as Record<string, number>)[0] ?? 0;

/** Whether something still stands and cites the version now. */
export function restsOn(
  db: Db,
  { kind, id }: { readonly kind: BasisSubject; readonly id: string },
  versionId: string,
  at: number,
): boolean {
  return statements(db)(`rests ${kind}`).get({ id, versionId, at, day: dayOf(at), drafts: 1 }) !== undefined;
}

export interface NamedSubject {
  readonly name: string;
  readonly code: string;
  readonly place: string;
  readonly editionId: string | null;
  readonly editionState: 'draft' | 'published' | 'superseded' | null;
  readonly isRecallOpen: 0 | 1;
}
export const namedSubject = (db: Db, kind: BasisSubject, id: string): NamedSubject | undefined =>
  statements(db)(`named ${kind}`).get({ id }) as NamedSubject | undefined;
