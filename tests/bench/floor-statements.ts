import type { Database } from 'better-sqlite3';

export interface ListQuery {
  readonly category?: string;
  readonly department?: string;
  readonly q: string;
  readonly sort: 'code' | 'name';
  readonly limit: string;
}
export interface NewOrder {
  readonly townshipId: string;
  readonly leadId: string;
  readonly name: string;
  readonly lines: readonly {
    readonly itemId: string;
    readonly need: string;
    readonly casesPerYear: number;
    readonly approach: string;
    readonly officerIds: readonly string[];
  }[];
}

let made = 0;
/** Rising, as the product's ids are: random ones would scatter every insert over its index. */
function nextId(): string {
  made += 1;
  return Date.now().toString(32).padStart(10, '0') + made.toString(32).padStart(16, '0');
}

/** The same five statements as the product must answer, and nothing else. */
export function floorStatements(db: Database) {
  return { ...readStatements(db), ...writeStatements(db) };
}

const matching = `FROM menu_items mi JOIN powers p ON p.id = mi.power_id JOIN organisations o ON o.id = p.department_id
  WHERE mi.edition_id = (SELECT id FROM menu_editions WHERE state = 'published')
    AND p.category = coalesce(:category, p.category) AND p.name LIKE :pattern`;
const columns = `mi.id, p.id AS powerId, p.code, p.name, p.statutory_type AS statutoryType, p.category, p.field, p.department_id AS departmentId, o.name AS departmentName,
  mi.terms ->> '$.carrier' AS carrier, mi.terms ->> '$.difficulty' AS difficulty, mi.terms ->> '$.liability' AS liability`;

function readStatements(db: Database) {
  const page = (where: string, sort: string) => db.prepare(`SELECT ${columns} ${matching} ${where} ORDER BY ${sort} LIMIT :limit`);
  const count = (where: string) => db.prepare(`SELECT count(*) ${matching} ${where}`).pluck();
  // A department has an index of its own, so it gets statements of its own.
  const inDepartment = 'AND p.department_id = :department';
  const lists = {
    all: { code: page('', 'p.code'), name: page('', 'p.name, p.code'), count: count('') },
    one: { code: page(inDepartment, 'p.code'), name: page(inDepartment, 'p.name, p.code'), count: count(inDepartment) },
  };
  const request = db.prepare(
    `SELECT r.id, r.state, r.stage, r.need, r.cases_per_year AS casesPerYear, r.approach, r.route, r.officer_ids AS officerIds, r.start_wish_on AS startWishOn,
       r.submitted_at AS submittedAt, r.since_at AS sinceAt, r.due_at AS dueAt, r.grant_id AS grantId, r.version, o.number AS orderNumber, o.name AS orderName,
       p.code, p.name AS powerName, t.name AS townshipName, d.name AS departmentName
     FROM requests r JOIN orders o ON o.id = r.order_id JOIN powers p ON p.id = r.power_id JOIN organisations t ON t.id = r.township_id
     JOIN organisations d ON d.id = r.department_id WHERE r.id = ?`,
  );
  const events = db.prepare(
    `SELECT id, at, kind, stage, actor_name AS actorName, actor_organisation AS actorOrganisation, on_behalf_of AS onBehalfOf, facts
     FROM request_events WHERE request_id = ? ORDER BY id`,
  );
  const tasks = db.prepare(
    `SELECT k.id, k.kind, k.subject_kind AS subjectKind, k.subject_id AS subjectId, k.opened_at AS openedAt, k.due_at AS dueAt, p.name AS powerName, p.code AS powerCode,
       t.name AS townshipName
     FROM tasks k JOIN powers p ON p.id = k.power_id JOIN organisations t ON t.id = k.township_id
     WHERE k.organisation_id = ? AND k.role = ? AND k.closed_at IS NULL ORDER BY k.id DESC LIMIT 50`,
  );
  return {
    list({ category, department, q, sort, limit }: ListQuery) {
      const one = department === undefined ? lists.all : lists.one;
      const given = { category: category ?? null, pattern: `%${q}%`, ...(department === undefined ? {} : { department }) };
      return { items: (sort === 'code' ? one.code : one.name).all({ ...given, limit: Number(limit) }), total: one.count.get(given) };
    },
    detail: (id: string) => ({ ...(request.get(id) as object), timeline: events.all(id) }),
    inbox: (organisation: string, role: string) => ({ items: tasks.all(organisation, role) }),
  };
}

function writeStatements(db: Database) {
  const nextNumber = db
    .prepare(`INSERT INTO sequences (name, value) VALUES ('floor', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`)
    .pluck();
  const order = db.prepare(
    `INSERT INTO orders (id, number, name, township_id, created_by, created_at, submitted_at, updated_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)`,
  );
  const line = db.prepare(
    `INSERT INTO requests (id, order_id, township_id, power_id, item_id, department_id, state, stage, route, need, cases_per_year, approach, officer_ids, submitted_at, since_at,
       due_at, is_due_provisional, is_reconsidered, is_extension_used, writers, version, created_at)
     SELECT :id, :orderId, :townshipId, p.id, mi.id, p.department_id, 'in_review', 'department', '[]', :need, :casesPerYear, :approach, :officerIds, :now, :now,
       :now + 864000000, 0, 0, 0, :writers, 1, :now
     FROM menu_items mi JOIN powers p ON p.id = mi.power_id WHERE mi.id = :itemId
     RETURNING power_id AS powerId, department_id AS departmentId`,
  );
  const event = db.prepare(`INSERT INTO request_events (id, request_id, at, kind, stage, account_id, facts) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const task = db.prepare(
    `INSERT INTO tasks (id, kind, subject_kind, subject_id, organisation_id, role, power_id, township_id, due_at, opened_at)
     VALUES (?, 'department_opinion', 'request', ?, ?, 'reviewer', ?, ?, ?, ?)`,
  );
  const decide = db.prepare(
    `UPDATE requests SET state = 'approved', stage = NULL, approved_at = ?, due_at = NULL, version = version + 1 WHERE id = ? AND version = ?`,
  );
  const close = db.prepare(
    `UPDATE tasks SET closed_at = ?, outcome = 'done' WHERE subject_kind = 'request' AND subject_id = ? AND closed_at IS NULL`,
  );
  const create = db.transaction(({ townshipId, leadId, name, lines }: NewOrder, now: number) => {
    const orderId = nextId();
    const number = `点单〔2026〕${nextNumber.get() as number}号`;
    order.run(orderId, number, name, townshipId, leadId, now, now, now);
    for (const { itemId, need, casesPerYear, approach, officerIds } of lines) {
      const id = nextId();
      const values = {
        id,
        orderId,
        townshipId,
        itemId,
        need,
        casesPerYear,
        approach,
        officerIds: JSON.stringify(officerIds),
        writers: JSON.stringify([leadId]),
        now,
      };
      const { powerId, departmentId } = line.get(values) as { powerId: string; departmentId: string };
      event.run(nextId(), id, now, 'submitted', null, leadId, '{}');
      task.run(nextId(), id, departmentId, powerId, townshipId, now + 864_000_000, now);
    }
    return { id: orderId, number };
  });
  const approve = db.transaction((id: string, version: number, text: string, now: number) => {
    if (decide.run(now, id, version).changes !== 1) throw new Error('stale');
    event.run(nextId(), id, now, 'decision', 'county', null, JSON.stringify({ outcome: 'approve', text }));
    close.run(now, id);
    return { id, version: version + 1 };
  });
  return {
    create: (input: NewOrder) => create(input, Date.now()),
    approve: (id: string, version: number, text: string) => approve(id, version, text, Date.now()),
  };
}
