import fc from 'fast-check';
import { afterAll, beforeAll } from 'vitest';
import { importFiles, imports } from '#db/schema/imports.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { roles } from '#server/domain/values/words.ts';
import { areCompatible, fits } from '#server/features/accounts/membership-rules.ts';
import { organisationsOfKind } from '#server/features/organisations/queries.ts';
import { fillCounty, openAccount, standIn, type FilledCounty, type Post } from './given.ts';

const day = 86_400_000;
const idsOf = ({ db }: FilledCounty, sql: string): string[] => db.$client.prepare(sql).pluck().all() as string[];

/** Every role in every body in which it can be held, those with most to look at first. */
function postsOf(county: FilledCounty): readonly Post[] {
  const busy = idsOf(
    county,
    'SELECT o.id FROM requests r JOIN organisations o ON o.id IN (r.township_id, r.department_id) GROUP BY o.id ORDER BY count(*) DESC',
  );
  const place = ({ id }: { readonly id: string }): number => (busy.includes(id) ? busy.indexOf(id) : busy.length);
  const bodies = organisationsOfKind(county.db).sort((a, b) => place(a) - place(b));
  return roles.flatMap((role) => bodies.filter((body) => fits(role, body)).map(({ id }) => ({ role, organisationId: id })));
}

const compatible = (some: readonly Post[]): boolean => areCompatible(some.map(({ role }) => role));

/** Somebody with one to three posts and some that are over, who stands in for a colleague today or not. */
export interface Someone {
  readonly own: readonly Post[];
  readonly former: readonly Post[];
  readonly away: { readonly role: Post['role']; readonly from: number; readonly days: number } | null;
}
function someoneOf(county: FilledCounty): fc.Arbitrary<Someone> {
  const posts = postsOf(county);
  // A role, then one of the bodies in which it can be held: few bodies, so that two posts meet in one case.
  const post = fc
    .tuple(fc.constantFrom(...roles), fc.nat(2))
    .map(([role, nth]) => posts.filter((one) => one.role === role).at(nth) ?? posts.find((one) => one.role === role))
    .filter((one) => one !== undefined);
  const somePosts = (most: number) =>
    fc.uniqueArray(post, { minLength: 1, maxLength: most, selector: ({ role, organisationId }) => `${role} ${organisationId}` });
  return fc.record({
    own: somePosts(3).filter(compatible),
    former: somePosts(2),
    away: fc.option(fc.record({ role: fc.constantFrom(...roles), from: fc.constantFrom(-2, 1), days: fc.constantFrom(1, 5) })),
  });
}

/** A filled county for the tests of a file, and random people for it. */
export function useRandomPeople(onFilled: (county: FilledCounty, someone: fc.Arbitrary<Someone>) => void): void {
  let county: FilledCounty | undefined;
  beforeAll(async () => {
    county = await fillCounty(Date.parse('2026-11-22T04:00:00Z'));
    onFilled(county, someoneOf(county));
  }, 120_000);
  afterAll(() => county?.close());
}

/** A person in one capacity, with the posts that open something to them in it. */
export interface Capacity {
  readonly actor: Actor;
  readonly at: readonly Post[];
}
export interface Asking {
  readonly accountId: string;
  /** In their own name and, if they stand in for somebody today, in that person's place. */
  readonly capacities: readonly Capacity[];
}
export function askingAs(county: FilledCounty, { own, former, away }: Someone): Asking {
  const accountId = openAccount(county.tx, own, former);
  const [first] = own;
  const body = organisationsOfKind(county.db).find(({ id }) => id === first?.organisationId);
  const at = away && body && fits(away.role, body) ? { role: away.role, organisationId: body.id } : null;
  const asThemselves = capacityOf(county.actorOf(accountId), own);
  if (!away || !at) return { accountId, capacities: asThemselves };
  const awayId = openAccount(county.tx, [at]);
  standIn(county.tx, awayId, accountId, county.now + away.from * day, county.now + (away.from + away.days) * day);
  return { accountId, capacities: [...asThemselves, ...capacityOf(county.actorOf(accountId, awayId), [at])] };
}
const capacityOf = (actor: Actor | null, at: readonly Post[]): Capacity[] => (actor ? [{ actor, at }] : []);

/** Roster sheets that somebody sent in from each of their posts: for some townships, for their own, and for all. */
export function sendRosters(county: FilledCounty, accountId: string, at: readonly Post[]): void {
  const townships = idsOf(county, `SELECT id FROM organisations WHERE kind = 'township' ORDER BY id`);
  const own = at.map(({ organisationId }) => organisationId).filter((id) => townships.includes(id));
  const file = { fileName: 'a.csv', fileHash: 'a roster', sheet: '', headers: [], mapping: {}, counts: {}, doneRows: 0, totalRows: 0 };
  const whole = { hash: file.fileHash, bytes: Buffer.from('x') };
  county.tx.insert(importFiles).values(whole).onConflictDoNothing().run();
  for (const { organisationId } of at) {
    for (const townshipId of [null, ...townships.slice(0, 2), ...own]) {
      const id = `${accountId}-${organisationId.slice(-6)}-${townshipId?.slice(-6) ?? 'all'}`;
      const scope = townshipId === null ? {} : { townshipId };
      const rest = {
        kind: 'rosters',
        state: 'checked',
        accountId,
        actorName: '',
        organisationId,
        createdAt: county.now,
        version: 1,
      } as const;
      const row = { ...file, ...rest, id, scope };
      county.tx.insert(imports).values(row).onConflictDoNothing().run();
    }
  }
}
