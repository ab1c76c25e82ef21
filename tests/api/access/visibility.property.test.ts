import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OperationShape } from '#contract/operation.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { mayCall } from '#server/platform/binding.ts';
import { openAccount, type FilledCounty, type Post } from './given.ts';
import { askingAs, sendRosters, useRandomPeople, type Someone } from './random-people.ts';
import { subjects, type Subject } from './subjects.ts';

let county: FilledCounty;
let someone: fc.Arbitrary<Someone>;
useRandomPeople((filled, random) => {
  county = filled;
  someone = random;
});

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

test.each(subjects)(
  '$name: a list shows what single reads open, for every person',
  async (subject) => {
    await fc.assert(
      fc.asyncProperty(someone, async (given) => {
        const { accountId, capacities } = askingAs(county, given);
        if (subject.name === 'imports') sendRosters(county, accountId, [...given.own, ...given.former]);
        for (const { actor } of capacities) await agree(actor, subject);
      }),
      { numRuns: 100 },
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
        for (const { actor, at } of askingAs(county, given).capacities) {
          const parts = await Promise.all(at.map((one) => seenAt(subject, one)));
          const seen = mayCall(subject.list, actor) ? (await listed(actor, subject)).ids : [];
          expect([subject.name, sorted(seen)]).toEqual([subject.name, sorted(parts.flat())]);
        }
      }),
      { numRuns: 100 },
    );
  },
  120_000,
);
