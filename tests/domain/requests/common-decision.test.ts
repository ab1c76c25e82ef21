import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeTownship, refuseCommon, type CommonPlace } from '#server/domain/requests/common-decision.ts';
import { decider, lead, now } from '#tests/domain/given.ts';

const granted: CommonPlace = { kind: 'granted' };
const out: CommonPlace = { kind: 'left_out', reasons: ['already_held'] };

describe('the place of a township in a common decision', () => {
  it.each([
    ['nothing open, nothing owed', { against: [], openPrerequisites: 0, owed: 0 }, granted],
    ['people still to be trained', { against: [], openPrerequisites: 2, owed: 0 }, { kind: 'preparing', openPrerequisites: 2, owed: 0 }],
    [
      'the county still owes something',
      { against: [], openPrerequisites: 0, owed: 1 },
      { kind: 'preparing', openPrerequisites: 0, owed: 1 },
    ],
    ['already held, although all is met', { against: ['already_held'], openPrerequisites: 0, owed: 0 }, out],
    [
      'two reasons, one of them twice',
      { against: ['tags', 'tags', 'kind'], openPrerequisites: 1, owed: 1 },
      { kind: 'left_out', reasons: ['tags', 'kind'] },
    ],
  ] as const)('%s', (_, facts, place) => expect(placeTownship(facts)).toEqual(place));

  it('is one and only one: no township is both granted and left out, and a power moves at once only where all is met', () => {
    const facts = fc.record({
      against: fc.array(fc.constantFrom('kind', 'already_held', 'already_requested', 'taken_back'), { maxLength: 4 }),
      openPrerequisites: fc.nat({ max: 3 }),
      owed: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(facts, (one) => {
        const place = placeTownship(one);
        expect(place.kind === 'left_out').toBe(one.against.length > 0);
        expect(place.kind === 'granted').toBe(one.against.length === 0 && one.openPrerequisites + one.owed === 0);
        if (place.kind === 'left_out') expect(new Set(place.reasons)).toEqual(new Set(one.against));
      }),
    );
  });
});

describe('a common decision', () => {
  const good = { release: 'common', gates: [], text: '统一赋予', startsOn: '2026-09-02', places: [granted, out] } as const;
  it.each([
    ['good', decider, good, undefined],
    ['by somebody who decides nothing', lead, good, 'forbidden'],
    ['on what is ordered', decider, { ...good, release: 'optional' }, 'item_not_common'],
    ['without a reason', decider, { ...good, text: ' ' }, 'reason_required'],
    ['from yesterday on', decider, { ...good, startsOn: '2026-09-01' }, 'date_invalid'],
    ['from no day on', decider, { ...good, startsOn: '2026-02-30' }, 'date_invalid'],
    ['from another century on', decider, { ...good, startsOn: '2126-09-02' }, 'date_invalid'],
    ['for no township', decider, { ...good, places: [out] }, 'common_nobody'],
  ] as const)('%s', (_, actor, decision, code) => expect(refuseCommon(actor, decision, now)?.code).toBe(code));
});
