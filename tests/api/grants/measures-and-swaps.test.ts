import { describe, expect, test } from 'vitest';
import { startOfDay } from '#server/domain/time/time.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { exchanging, heldAfterAll, recalled, returned } from '#tests/builders/swaps.ts';
import { measure, penalty, seedTwoPenalties, served, servesBoth } from '#tests/builders/measures.ts';
import type { PowerKey } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { demand, givenGrant, trySwap } from './given.ts';

const app = useApp({ seed: seedTwoPenalties });
const read = (grantId: string) => app().as('eastlead').ok('GET /grants/{grantId}', { params: { grantId } });
const ends = async (grantId: string) => {
  const { endsAt, endKind, tie } = await read(grantId);
  return { endsAt, endKind, with: tie.endsWith?.grantId ?? null };
};
const goesOn = { endsAt: null, endKind: null, with: null };
const on = startOfDay;

/** Both sides have signed that a grant is exchanged for another power from a day on. */
async function swapped(replacedId: string, power: PowerKey, startsOn: string): Promise<string> {
  const requestId = exchanging(app(), replacedId, power);
  return demand(await trySwap(app(), replacedId, power, { requestId, startsAt: on(startsOn) })).grantId;
}
async function tied() {
  const penaltyId = await givenGrant(app(), penalty);
  return { penaltyId, measureId: await givenGrant(app(), measure, { serves: served, prerequisites: [] }) };
}

/** Entries and rows agree, whatever happened. */
const isProved = (): void => expect(proveLedger(app().db).faults).toEqual([]);

describe('a measure that comes back from an undone swap (行政强制法 17)', () => {
  test('ends with its penalty, which was returned meanwhile', async () => {
    const { penaltyId, measureId } = await tied();
    const fresh = await swapped(measureId, 'litter', '2026-06-01');
    await returned(app(), penaltyId, '2026-07-01');
    expect(await ends(measureId)).toEqual({ endsAt: on('2026-06-01'), endKind: 'swapped', with: null });
    await recalled(app(), fresh, null);
    expect(await ends(measureId)).toEqual({ endsAt: on('2026-07-01'), endKind: 'returned', with: penaltyId });
    expect((await read(measureId)).timeline.map(({ kind }) => kind).slice(-2)).toEqual(['swap_undone', 'end_rides']);
    await heldAfterAll(app(), penaltyId);
    expect(await ends(measureId)).toEqual(goesOn);
    isProved();
  });

  test('ends with its penalty, which was recalled meanwhile for a day before the swap', async () => {
    const { penaltyId, measureId } = await tied();
    const fresh = await swapped(measureId, 'litter', '2026-06-01');
    await recalled(app(), penaltyId, '2026-05-01');
    expect(await ends(measureId)).toEqual({ endsAt: on('2026-05-01'), endKind: 'recalled', with: penaltyId });
    await recalled(app(), fresh, null);
    expect(await ends(measureId)).toEqual({ endsAt: on('2026-05-01'), endKind: 'recalled', with: penaltyId });
    isProved();
  });

  test('goes with the swap after all when the return of its penalty is cancelled: never both by accident', async () => {
    const { penaltyId, measureId } = await tied();
    await swapped(measureId, 'litter', '2026-06-01');
    await returned(app(), penaltyId, '2026-05-01');
    expect(await ends(measureId)).toEqual({ endsAt: on('2026-05-01'), endKind: 'returned', with: penaltyId });
    await heldAfterAll(app(), penaltyId);
    expect(await ends(measureId)).toEqual({ endsAt: on('2026-06-01'), endKind: 'swapped', with: null });
    isProved();
  });

  test('rests while the department exercises the penalty', async () => {
    const { penaltyId, measureId } = await tied();
    const fresh = await swapped(measureId, 'litter', '2026-06-01');
    await app()
      .as('decider')
      .ok('POST /grants/{grantId}/suspension', { params: { grantId: penaltyId }, version: 1, body: { reason: '整改' } });
    await recalled(app(), fresh, null);
    expect(await read(measureId)).toMatchObject({ state: 'suspended', endsAt: null });
    isProved();
  });

  test('ends with the last of two penalties', async () => {
    const first = await givenGrant(app(), penalty);
    const second = await givenGrant(app(), 'ditch');
    const measureId = await givenGrant(app(), measure, { serves: servesBoth, prerequisites: [] });
    const fresh = await swapped(measureId, 'litter', '2026-05-20');
    await returned(app(), first, '2026-06-01');
    await returned(app(), second, '2026-07-01');
    await recalled(app(), fresh, null);
    expect(await ends(measureId)).toEqual({ endsAt: on('2026-07-01'), endKind: 'returned', with: second });
    await heldAfterAll(app(), first);
    expect(await ends(measureId)).toEqual(goesOn);
    isProved();
  });

  test('ends with the term of its penalty, and goes on for its own term', async () => {
    const first = await givenGrant(app(), penalty, { termMonths: 6 });
    const second = await givenGrant(app(), 'ditch', { termMonths: 12 });
    const measureId = await givenGrant(app(), measure, { serves: servesBoth, prerequisites: [] });
    const agreed = await ends(measureId);
    expect(agreed).toMatchObject({ endsAt: (await read(second)).endsAt, endKind: 'expired' });
    const fresh = await swapped(measureId, 'litter', '2026-06-01');
    await returned(app(), second, '2026-07-01');
    await recalled(app(), fresh, null);
    expect(await ends(measureId)).toEqual({ endsAt: (await read(first)).endsAt, endKind: 'expired', with: first });
    await heldAfterAll(app(), second);
    expect(await ends(measureId)).toEqual({ ...agreed, with: null });
    isProved();
  });
});

describe('a penalty that comes back from an undone swap brings its measure', () => {
  test('that runs', async () => {
    const { penaltyId, measureId } = await tied();
    const fresh = await swapped(penaltyId, 'litter', '2026-06-01');
    expect(await ends(measureId)).toEqual({ endsAt: on('2026-06-01'), endKind: 'swapped', with: penaltyId });
    await recalled(app(), fresh, null);
    expect(await ends(measureId)).toEqual(goesOn);
    isProved();
  });

  test('that was to begin later', async () => {
    const penaltyId = await givenGrant(app(), penalty);
    const measureId = await givenGrant(app(), measure, { serves: served, startsAt: on('2026-06-10'), prerequisites: [] });
    const fresh = await swapped(penaltyId, 'litter', '2026-06-01');
    expect((await read(measureId)).state).toBe('ended');
    await recalled(app(), fresh, null);
    expect(await read(measureId)).toMatchObject({ state: 'scheduled', endsAt: null, endKind: null, tie: { endsWith: null } });
    isProved();
  });

  test.each(['measure first', 'penalty first'] as const)('where both were exchanged and both come back, the %s', async (order) => {
    const { penaltyId, measureId } = await tied();
    const forPenalty = await swapped(penaltyId, 'litter', '2026-05-20');
    expect(await ends(measureId)).toMatchObject({ endsAt: on('2026-05-20'), endKind: 'swapped', with: penaltyId });
    await recalled(app(), forPenalty, null);
    const forMeasure = await swapped(measureId, 'relief', '2026-06-01');
    const again = await swapped(penaltyId, 'litter', '2026-05-20');
    expect(await ends(measureId)).toMatchObject({ endsAt: on('2026-05-20'), with: penaltyId });
    for (const id of order === 'measure first' ? [forMeasure, again] : [again, forMeasure]) await recalled(app(), id, null);
    expect(await ends(penaltyId)).toMatchObject({ endsAt: null, endKind: null });
    expect(await ends(measureId)).toEqual(goesOn);
    isProved();
  });
});

describe('a measure that was to come in exchange', () => {
  test('and falls with its penalty before it begins: the old grant runs on (RULES.md 6.18)', async () => {
    const penaltyId = await givenGrant(app(), penalty);
    const old = await givenGrant(app(), 'relief');
    const measureId = await swapped(old, measure, '2026-06-10');
    expect(await ends(old)).toMatchObject({ endsAt: on('2026-06-10'), endKind: 'swapped' });
    await returned(app(), penaltyId, '2026-06-01');
    expect((await read(measureId)).state).toBe('ended');
    expect(await ends(old)).toMatchObject({ endsAt: null, endKind: null });
    // What was given up for the old grant does not come back beside it.
    await heldAfterAll(app(), penaltyId);
    expect((await read(measureId)).state).toBe('ended');
    isProved();
  });
});

describe('a measure on a penalty that the portal does not know of', () => {
  test('is left as it is until a penalty that it serves begins', async () => {
    const measureId = await givenGrant(app(), measure, { prerequisites: [] });
    const penaltyId = await givenGrant(app(), penalty, { startsAt: on('2026-06-01') });
    expect(await read(measureId)).toMatchObject({ state: 'trial', endsAt: null });
    await recalled(app(), penaltyId, '2026-08-01');
    expect(await read(measureId)).toMatchObject({ state: 'trial', endsAt: on('2026-08-01'), endKind: 'recalled' });
    isProved();
  });
});
