import { countedUpTo } from '#db/statements/count-up-to.ts';
import { totalOf } from '#server/platform/list-page.ts';
import { prepared, type Db } from '#db/connection.ts';
import { fieldsOf } from '#server/domain/people/scope.ts';
import type { commitmentScope } from '#server/domain/people/visibility.ts';
import type { CommitmentState } from '#server/domain/requests/readiness.ts';
import type { OrganisationKind, ResourceKind, ResourceUnit } from '#server/domain/values/words.ts';

/** A commitment with the names that a reader needs. */
export interface CommitmentRow {
  readonly id: string;
  readonly requestId: string;
  readonly key: string;
  readonly townshipId: string;
  readonly townshipName: string;
  readonly townshipShortName: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly organisationDuty: string | null;
  readonly organisationName: string;
  readonly organisationShortName: string;
  readonly powerId: string;
  readonly powerName: string;
  readonly kind: ResourceKind;
  readonly unit: ResourceUnit;
  readonly amount: number;
  readonly description: string;
  readonly dueAt: number;
  readonly state: CommitmentState;
  readonly waivedUntilAt: number | null;
  readonly evidence: string | null;
  readonly deliveredAt: number | null;
  readonly confirmedAt: number | null;
  readonly disputeText: string | null;
  readonly version: number;
}

const columns = `c.id, c.request_id AS requestId, c.key, c.township_id AS townshipId, t.name AS townshipName, t.short_name AS townshipShortName,
  c.organisation_id AS organisationId, o.kind AS organisationKind, o.duty AS organisationDuty, o.name AS organisationName, o.short_name AS organisationShortName,
  c.power_id AS powerId, p.name AS powerName, c.kind, c.unit, c.amount, c.description, c.due_at AS dueAt, c.state, c.waived_until_at AS waivedUntilAt,
  c.evidence, c.delivered_at AS deliveredAt, c.confirmed_at AS confirmedAt, c.dispute_text AS disputeText, c.version`;
const joins = `FROM commitments c JOIN organisations t ON t.id = c.township_id JOIN organisations o ON o.id = c.organisation_id JOIN powers p ON p.id = c.power_id`;

const statements = prepared((db: Db) => ({
  byId: db.$client.prepare(`SELECT ${columns} ${joins} WHERE c.id = ?`),
  ofRequest: db.$client.prepare(`SELECT ${columns} ${joins} WHERE c.request_id = ? ORDER BY c.key`),
  byKey: db.$client.prepare(`SELECT ${columns} ${joins} WHERE c.request_id = ? AND c.key = ?`),
  facts: db.$client.prepare('SELECT key, state, waived_until_at AS waivedUntilAt FROM commitments WHERE request_id = ? ORDER BY key'),
}));

export const commitmentById = (db: Db, id: string) => statements(db).byId.get(id) as CommitmentRow | undefined;
export const commitmentByKey = (db: Db, requestId: string, key: string) =>
  statements(db).byKey.get(requestId, key) as CommitmentRow | undefined;
/** What the county owes for a request, by key. */
export const commitmentsOf = (db: Db, requestId: string): readonly CommitmentRow[] =>
  statements(db).ofRequest.all(requestId) as CommitmentRow[];
/** As `commitmentsOf`, but only what readiness is computed from. */
export const commitmentStates = (db: Db, requestId: string) =>
  statements(db).facts.all(requestId) as { readonly key: string; readonly state: CommitmentState; readonly waivedUntilAt: number | null }[];

type Scope = ReturnType<typeof commitmentScope>;
export interface CommitmentFilter {
  readonly scope: Scope;
  readonly state: CommitmentState | undefined;
  readonly townshipId: string | undefined;
  readonly requestId: string | undefined;
  readonly commitmentId: string | undefined;
  readonly now: number;
}

interface Part {
  readonly where: string;
  readonly values: readonly (string | number)[];
}

/** Newest first, behind the id `before`; one row more than asked tells that there are further ones. */
export function commitmentPage(db: Db, filter: CommitmentFilter, before: string | null, limit: number): CommitmentRow[] {
  const found = new Map<string, CommitmentRow>();
  for (const { where, values } of partsOf(filter)) {
    const sql = `SELECT ${columns} ${joins} WHERE ${where}${before === null ? '' : ' AND c.id < ?'} ORDER BY c.id DESC LIMIT ?`;
    const rows = db.$client.prepare(sql).all(...values, ...(before === null ? [] : [before]), limit + 1) as CommitmentRow[];
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, limit + 1);
}

/** Counting stops at 1,000, so that no list costs more as the county grows. */
export function commitmentCount(db: Db, filter: CommitmentFilter): { readonly total: number; readonly isTotalExact: boolean } {
  let total = 0;
  for (const { where, values } of partsOf(filter)) {
    total += db.$client
      .prepare(`SELECT count(*) FROM (SELECT 1 FROM commitments c WHERE ${where} LIMIT ?)`)
      .pluck()
      .get(...values, countedUpTo + 1) as number;
  }
  return totalOf(total);
}

/** Disjoint parts, each of them one stretch of one index: one commitment, a request, a township, an organisation, or everything, in one stored state or in any. */
function partsOf(filter: CommitmentFilter): Part[] {
  return placesOf(filter).flatMap((place) => statesOf(filter).map((state) => and(place, state)));
}

function placesOf({ scope, townshipId, requestId, commitmentId }: CommitmentFilter): Part[] {
  const visible = scopePart(scope);
  if (commitmentId !== undefined) return [and({ where: 'c.id = ?', values: [commitmentId] }, visible)];
  // The narrowest wish leads to the rows; the unary plus keeps the wider ones from being taken as the way in.
  if (requestId !== undefined) return [and({ where: 'c.request_id = ?', values: [requestId] }, visible, townshipPart(townshipId))];
  if (townshipId !== undefined) return [and({ where: 'c.township_id = ?', values: [townshipId] }, visible)];
  return stretchesOf(scope);
}

const everything: Part = { where: '1', values: [] };
// A mark for each id would be another text of the statement for each number of them (db/statements/id-list.ts).
const oneParameter = '(SELECT value FROM json_each(?))';
const scopeColumns = { organisationId: 'c.organisation_id', townshipId: 'c.township_id' } as const;

/** One stretch for each body; what an earlier one has told is left out, so that no row is told or counted twice. */
function stretchesOf(scope: Scope): Part[] {
  if (scope === 'all') return [everything];
  const stretches: Part[] = [];
  let told = everything;
  for (const [field, ids] of scope.flatMap((ground) => fieldsOf(ground))) {
    const column = scopeColumns[field];
    for (const id of ids) stretches.push(and({ where: `${column} = ?`, values: [id] }, told));
    told = and(told, { where: `+${column} NOT IN ${oneParameter}`, values: [JSON.stringify(ids)] });
  }
  return stretches;
}

function scopePart(scope: Scope): Part {
  if (scope === 'all') return everything;
  const fields = scope.flatMap((ground) => fieldsOf(ground));
  const open = fields.map(([field]) => `+${scopeColumns[field]} IN ${oneParameter}`).join(' OR ');
  return { where: `(${open || '0'})`, values: fields.map(([, ids]) => JSON.stringify(ids)) };
}

const townshipPart = (id: string | undefined): Part => (id === undefined ? everything : { where: '+c.township_id = ?', values: [id] });

/** A waiver that is over is a promise again, although the row still says waived. */
function statesOf({ state, now }: CommitmentFilter): Part[] {
  if (state === undefined) return [everything];
  if (state === 'waived') return [{ where: "c.state = 'waived' AND c.waived_until_at > ?", values: [now] }];
  const stored: Part = { where: 'c.state = ?', values: [state] };
  return state === 'promised' ? [stored, { where: "c.state = 'waived' AND c.waived_until_at <= ?", values: [now] }] : [stored];
}

function and(...parts: readonly Part[]): Part {
  const said = parts.filter(({ where }) => where !== '1');
  return { where: said.map(({ where }) => where).join(' AND ') || '1', values: said.flatMap(({ values }) => values) };
}
