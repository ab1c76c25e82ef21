import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listMenu } from '#contract/catalogue/menu-items.ts';
import { listEditionReviews } from '#contract/editions/editions.ts';
import { listGrants, readGrant } from '#contract/grants/grants.ts';
import type { OperationShape } from '#contract/operation.ts';
import { listBadges, listOrders } from '#contract/orders.ts';
import { listRequests, readRequest } from '#contract/requests/request-file.ts';
import { listCommitments } from '#contract/resources.ts';
import { readStatuteVersion } from '#contract/statutes.ts';
import { countTasks, listTasks } from '#contract/tasks.ts';
import { listOfficers } from '#contract/training.ts';
import { townshipsOf, type Actor } from '#server/domain/people/actor.ts';
import { rosterImporter } from '#server/features/training/roster-importer.ts';
import { mayCall } from '#server/platform/binding.ts';
import type { FilledCounty, Input } from './given.ts';
import { askingAs, useRandomPeople, type Someone } from './random-people.ts';

let county: FilledCounty;
let someone: fc.Arbitrary<Someone>;
useRandomPeople((filled, random) => {
  county = filled;
  someone = random;
});

interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

async function answer<T>(actor: Actor, operation: OperationShape, input: Input = {}): Promise<T> {
  const got = await county.ask(actor, operation, input);
  if (got.kind === 'refused') throw new Error(`${operation.id} was refused: ${got.code}`);
  return got.value as T;
}

/** Every row of a list, page after page. */
async function rowsOf(actor: Actor, operation: OperationShape, query: Record<string, string> = {}): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const asked: Record<string, string> = { ...query, limit: '19', ...(cursor === null ? {} : { cursor }) };
    const page = await answer<{ items: Row[]; nextCursor?: string | null }>(actor, operation, { query: asked });
    rows.push(...page.items);
    cursor = page.nextCursor ?? null;
  } while (cursor !== null);
  return rows;
}
const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => id).sort();

const check = (holds: (actor: Actor) => Promise<void>): Promise<void> =>
  fc.assert(
    fc.asyncProperty(someone, async (given) => {
      for (const { actor } of askingAs(county, given).capacities) await holds(actor);
    }),
    { numRuns: 15 },
  );

const readOf: Record<string, readonly [OperationShape, (id: string) => Input]> = {
  request: [readRequest, (requestId) => ({ params: { requestId } })],
  grant: [readGrant, (grantId) => ({ params: { grantId } })],
  commitment: [listCommitments, (commitmentId) => ({ query: { commitmentId } })],
  statute_version: [readStatuteVersion, (versionId) => ({ params: { versionId } })],
  edition: [listEditionReviews, (editionId) => ({ params: { editionId } })],
};

test('the inbox is the same in both orders, its figure counts it, and every task opens what it is about', async () => {
  await check(async (actor) => {
    const tasks = await rowsOf(actor, listTasks);
    expect(idsOf(await rowsOf(actor, listTasks, { sort: 'newest' }))).toEqual(idsOf(tasks));
    const overdue = tasks.filter(({ isOverdue }) => isOverdue).length;
    expect(await answer(actor, countTasks)).toMatchObject({ open: tasks.length, overdue });
    for (const { id, subjectKind, subjectId } of tasks) {
      const [operation, input] = readOf[String(subjectKind)] ?? [];
      if (!operation || !input) throw new Error(`nothing reads a ${String(subjectKind)}`);
      expect([id, (await county.ask(actor, operation, input(String(subjectId)))).kind]).toEqual([id, 'done']);
    }
  });
}, 120_000);

test('what is taken along as a file is what the list shows', async () => {
  await check(async (actor) => {
    for (const list of [listRequests, listOrders, listGrants, listCommitments]) {
      if (!mayCall(list, actor)) continue;
      expect(idsOf((await county.taken(actor, list)) as Row[])).toEqual(idsOf(await rowsOf(actor, list)));
    }
  });
}, 120_000);

const rosters = rosterImporter({ rosterChanged: () => undefined });
test('the sheets of people that somebody may take along hold whom the roster shows', async () => {
  await check(async (actor) => {
    if (!mayCall(listOfficers, actor)) return;
    const { items } = await answer<{ items: { name: string }[] }>(actor, listOfficers, { query: { withLeft: 'yes' } });
    const taken = (rosters.scopes?.(county.db, actor, 'export') ?? []).flatMap(({ scope }) => [...rosters.exported(county.db, scope)]);
    const names = (rows: readonly { readonly name?: string }[]): unknown[] => [...new Set(rows.map(({ name }) => name))].sort();
    expect(names(taken)).toEqual(names(items));
  });
}, 120_000);

const running = ['in_review', 'sent_back', 'approved', 'preparing'];
/** Of these items, those that stand for one of the powers. */
const standingFor = (menu: readonly Row[], field: 'powerId' | 'name', wanted: readonly unknown[]): string[] =>
  idsOf(menu.filter((row) => wanted.includes(row[field])));

test('badges of a township say what its lists say', async () => {
  await check(async (actor) => {
    for (const townshipId of townshipsOf(actor)) {
      const menu = (await rowsOf(actor, listMenu)).slice(0, 40);
      const query = { itemIds: menu.map(({ id }) => id).join(','), townshipId };
      const { items } = await answer<{ items: (Record<string, unknown> & { itemId: string })[] }>(actor, listBadges, { query });
      const marked = (badge: string): string[] => items.flatMap((one) => (one[badge] === true ? [one.itemId] : [])).sort();
      const asked = (await rowsOf(actor, listRequests, { townshipId })).filter(({ state }) => running.includes(String(state)));
      const held = (await rowsOf(actor, listGrants, { townshipId })).filter(({ state }) => state !== 'ended');
      const drafted = (await rowsOf(actor, listOrders, { townshipId, kind: 'draft' })).flatMap(({ powerNames }) => powerNames);
      const powerIds = (rows: readonly Row[]): unknown[] => rows.map(({ powerId }) => powerId);
      expect(marked('isOrdered')).toEqual(standingFor(menu, 'powerId', powerIds(asked)));
      expect(marked('isHeld')).toEqual(standingFor(menu, 'powerId', powerIds(held)));
      expect(marked('inDraft')).toEqual(standingFor(menu, 'name', drafted));
    }
  });
}, 120_000);
