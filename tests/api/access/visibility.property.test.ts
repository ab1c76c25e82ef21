import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OperationShape } from '#contract/operation.ts';
import { imports, importFiles } from '#db/schema/imports.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { roles } from '#server/domain/values/words.ts';
import { areCompatible, fits } from '#server/features/accounts/membership-rules.ts';
import { organisationsOfKind } from '#server/features/organisations/queries.ts';
import { mayCall } from '#server/platform/binding.ts';
import { fillCounty, openAccount, standIn, type FilledCounty, type Post } from './given.ts';
import { subjects, type Subject } from './subjects.ts';

const now = Date.parse('2026-11-22T04:00:00Z');
const day = 86_400_000;

let county: FilledCounty;
let posts: readonly Post[];
beforeAll(async () => {
  county = await fillCounty(now);
  // Those with most to look at first.
  const busy = idsOf(
    `SELECT o.id FROM requests r JOIN organisations o ON o.id IN (r.township_id, r.department_id) GROUP BY o.id ORDER BY count(*) DESC`,
  );
  const place = ({ id }: { id: string }): number => (busy.includes(id) ? busy.indexOf(id) : busy.length);
  const bodies = organisationsOfKind(county.db).sort((a, b) => place(a) - place(b));
  posts = roles.flatMap((role) => bodies.filter((body) => fits(role, body)).map(({ id }) => ({ role, organisationId: id })));
}, 120_000);
afterAll(() => county.close());

const idsOf = (sql: string): string[] => county.db.$client.prepare(sql).pluck().all() as string[];

/** Every id that a list shows, page after page, and the figure that stands above it. */
async function listed(actor: Actor, { list, listed: of }: Subject): Promise<{ ids: string[]; total: number | null }> {
  const pages = takesLimit(list) ? { limit: '17' } : {};
  const ids: string[] = [];
  let cursor: string | null = null;
  let total: number | null = null;
  do {
    const query = { ...pages, ...(list.id === 'listOfficers' ? { withLeft: 'yes' } : {}), ...(cursor === null ? {} : { cursor }) };
    const answer = await county.ask(actor, list, { query });
    if (answer.kind === 'refused') throw new Error(`${list.id} was refused: ${answer.code}`);
    const page = answer.value as { items: { id: string }[]; nextCursor?: string | null; total?: number; isTotalExact?: boolean };
    ids.push(...(of ? of(page as never) : page.items.map(({ id }) => id)));
    if (page.isTotalExact === true) total = page.total ?? null;
    cursor = page.nextCursor ?? null;
  } while (cursor !== null);
  return { ids, total };
}
const takesLimit = ({ query }: OperationShape): boolean => query !== undefined && 'shape' in query && 'limit' in (query.shape as object);

/** Every id that a single read opens. What it does not open, it does not know: 404, as for an id that never was. */
async function opened(actor: Actor, { operation, input, isThere }: Subject['reads'][number], every: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const id of every) {
    const answer = await county.ask(actor, operation, input(id));
    if (answer.kind === 'refused') expect([operation.id, id, answer.code]).toEqual([operation.id, id, 'not_found']);
    else if (isThere?.(answer.value as never) ?? true) ids.push(id);
  }
  return ids;
}

const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].sort();

async function agree(actor: Actor, subject: Subject): Promise<void> {
  if (!mayCall(subject.list, actor)) return;
  const list = await listed(actor, subject);
  if (subject.listed === undefined) expect([subject.name, list.ids.length]).toEqual([subject.name, new Set(list.ids).size]);
  if (list.total !== null) expect([subject.name, list.total]).toEqual([subject.name, list.ids.length]);
  const every = idsOf(subject.every);
  for (const read of subject.reads) {
    if (mayCall(read.operation, actor))
      expect([read.operation.id, sorted(await opened(actor, read, every))]).toEqual([read.operation.id, sorted(list.ids)]);
  }
}

const compatible = (some: readonly Post[]): boolean => areCompatible(some.map(({ role }) => role));
/** A role, then one of the bodies in which it can be held: few bodies, so that two posts meet in one case. */
const post = fc
  .tuple(fc.constantFrom(...roles), fc.nat(2))
  .map(([role, nth]) => posts.filter((one) => one.role === role).at(nth) ?? posts.find((one) => one.role === role))
  .filter((one) => one !== undefined);
const somePosts = (most: number) =>
  fc.uniqueArray(post, { minLength: 1, maxLength: most, selector: ({ role, organisationId }) => `${role} ${organisationId}` });

/** Roster sheets that somebody sent in from each of their posts: for some townships, for their own, and for all. */
function sendRosters(accountId: string, at: readonly Post[]): void {
  const townships = idsOf(`SELECT id FROM organisations WHERE kind = 'township' ORDER BY id`);
  const own = at.map(({ organisationId }) => organisationId).filter((id) => townships.includes(id));
  const file = { fileName: 'a.csv', fileHash: 'a roster', sheet: '', headers: [], mapping: {}, counts: {}, doneRows: 0, totalRows: 0 };
  county.tx
    .insert(importFiles)
    .values({ hash: file.fileHash, bytes: Buffer.from('x') })
    .onConflictDoNothing()
    .run();
  for (const { organisationId } of at) {
    for (const townshipId of [null, ...townships.slice(0, 2), ...own]) {
      const row = {
        ...file,
        id: `${accountId}-${organisationId.slice(-6)}-${townshipId?.slice(-6) ?? 'all'}`,
        scope: townshipId === null ? {} : { townshipId },
      };
      const rest = { kind: 'rosters', state: 'checked', accountId, actorName: '', organisationId, createdAt: now, version: 1 } as const;
      county.tx
        .insert(imports)
        .values({ ...row, ...rest })
        .onConflictDoNothing()
        .run();
    }
  }
}

/** Somebody with one to three posts and some that are over, who stands in for a colleague today or not. */
const someone = fc.record({
  own: somePosts(3).filter(compatible),
  former: somePosts(2),
  away: fc.option(fc.record({ role: fc.constantFrom(...roles), from: fc.constantFrom(-2, 1), days: fc.constantFrom(1, 5) })),
});
type Someone = typeof someone extends fc.Arbitrary<infer T> ? T : never;

/** As whom the person can ask: in their own name and, if they stand in for somebody today, in that person's place. */
function actorsOf({ own, former, away }: Someone, subject: Subject): { readonly actors: readonly Actor[]; readonly at: readonly Post[] } {
  const accountId = openAccount(county.tx, own, former);
  if (subject.name === 'imports') sendRosters(accountId, [...own, ...former]);
  const [first] = own;
  const at = posts.find(({ role, organisationId }) => role === away?.role && organisationId === first?.organisationId);
  const themselves = county.actorOf(accountId);
  if (!away || !at) return { actors: themselves ? [themselves] : [], at: own };
  const awayId = openAccount(county.tx, [at]);
  standIn(county.tx, awayId, accountId, now + away.from * day, now + (away.from + away.days) * day);
  const inTheirPlace = county.actorOf(accountId, awayId);
  const again = county.actorOf(accountId);
  return { actors: [again, inTheirPlace].flatMap((one) => one ?? []), at: inTheirPlace ? [...own, at] : own };
}

test.each(subjects)(
  '$name: a list shows what single reads open, whoever asks',
  async (subject) => {
    await fc.assert(
      fc.asyncProperty(someone, async (given) => {
        for (const actor of actorsOf(given, subject).actors) await agree(actor, subject);
      }),
      { numRuns: 12 },
    );
  },
  120_000,
);

/** What somebody with one of the posts alone sees, who has sent in nothing. */
async function seenAt(subject: Subject, at: Post): Promise<readonly string[]> {
  const actor = county.actorOf(openAccount(county.tx, [at]));
  return actor && mayCall(subject.list, actor) ? (await listed(actor, subject)).ids : [];
}

// What somebody sent in is theirs, so that no other person sees a part of it.
test.each(subjects.filter(({ name }) => name !== 'imports'))(
  '$name: who holds several posts sees what each of them shows, and no more',
  async (subject) => {
    await fc.assert(
      fc.asyncProperty(someone, async (given) => {
        const { actors, at } = actorsOf(given, subject);
        const parts = await Promise.all(at.map((one) => seenAt(subject, one)));
        for (const actor of actors) {
          const seen = mayCall(subject.list, actor) ? (await listed(actor, subject)).ids : [];
          expect([subject.name, sorted(seen)]).toEqual([subject.name, sorted(parts.flat())]);
        }
      }),
      { numRuns: 12 },
    );
  },
  120_000,
);
