import { describe, expect, it } from 'vitest';
import type { Actor } from '#server/domain/people/actor.ts';
import { type GrantFile, allowedGrantActions, endKindOf, grantState, guardGrant, isTrialOpen } from '#server/domain/grants/grant.ts';
import { returnStateOf } from '#server/domain/grants/grant-cases.ts';
import type { Suspension } from '#server/domain/ledger/ledger.ts';
import type { DomainRefusalCode } from '#server/domain/values/outcome.ts';
import { FOREVER } from '#server/domain/time/time.ts';
import { type GrantAction, grantActions } from '#server/domain/values/words.ts';
import {
  acceptedReturn,
  admin,
  at,
  auditor,
  clerk,
  decider,
  deferredReturn,
  grant,
  grantFile,
  heardRecall,
  lead,
  legalReviewer,
  now,
  person,
  recallCase,
  returnCase,
  reviewer,
  township,
  trainer,
} from '#tests/domain/given.ts';

const suspended = (kind: Suspension['kind']): Suspension => ({
  id: 's',
  grantId: 'grant-1',
  kind,
  fromAt: at('2026-09-01'),
  toAt: FOREVER,
});
const trial = { trialEndsAt: at('2026-12-01') };

// The situations of a grant, and beside each action what the right person gets in each: hand-written, in this order.
const situations = {
  scheduled: grantFile({ fromAt: at('2026-10-01') }),
  trial: grantFile(trial),
  active: grantFile(),
  lapsed: grantFile({ suspensions: [suspended('lapse')] }),
  stopped: grantFile({ suspensions: [suspended('decision')] }),
  ended: grantFile({ toAt: at('2026-09-01'), endKind: 'returned' }),
  fixed: grantFile({ isReturnable: false, notReturnableBasis: 'order 5' }),
  filed: grantFile({ toAt: at('2026-09-30'), endKind: 'returned' }, { openReturn: returnCase() }),
  deferred: grantFile({ toAt: at('2026-10-30'), endKind: 'returned' }, { openReturn: deferredReturn({ effectiveAt: at('2026-10-30') }) }),
  accepted: grantFile({ toAt: at('2026-09-30'), endKind: 'returned' }, { openReturn: acceptedReturn() }),
  noticed: grantFile({}, { openRecall: recallCase() }),
  heard: grantFile(trial, { openRecall: heardRecall() }),
  silent: grantFile({}, { openRecall: recallCase({ hearingUntilAt: at('2026-09-01') }) }),
  recalled: grantFile({ toAt: at('2026-09-30'), endKind: 'recalled' }),
  swapping: grantFile({}, { swapRequestId: 'request-9' }),
} as const satisfies Record<string, GrantFile>;
const codes = {
  y: null,
  e: 'grant_ended',
  n: 'grant_not_running',
  c: 'case_open',
  f: 'not_returnable',
  w: 'wrong_state',
  d: 'already_deferred',
  h: 'hearing_not_over',
  a: 'already_heard',
  o: 'suspension_overlap',
  r: 'not_suspended',
  t: 'not_on_trial',
} as const satisfies Record<string, DomainRefusalCode | null>;

//                     scheduled trial active lapsed stopped | ended | fixed | filed deferred accepted | noticed heard silent recalled | swapping
const matrix: Record<GrantAction, string> = {
  file_return: 'n yyyy e f ccc cccc c',
  cancel_return: 'w wwww e w yyy wwww w',
  accept_return: 'w wwww e w yww wwww w',
  defer_return: 'w wwww e w ydw wwww w',
  start_swap: 'n yyyy e f ccc cccc c',
  open_recall: 'y yyyy e y ccc cccc y',
  state_in_hearing: 'w wwww e w www yaww w',
  decide_recall: 'w wwww e w www hyyw w',
  suspend: 'n yyyo e y yyy yyyy y',
  resume: 'r rrry e r rrr rrrr r',
  close_trial: 't yttt e t ttt tctt t',
};
const rightPerson: Record<GrantAction, Actor> = {
  file_return: lead,
  cancel_return: lead,
  accept_return: decider,
  defer_return: decider,
  start_swap: clerk,
  open_recall: decider,
  state_in_hearing: lead,
  decide_recall: decider,
  suspend: decider,
  resume: decider,
  close_trial: decider,
};

const cells = grantActions.flatMap((action) =>
  Object.entries(situations).map(([name, file], index) => {
    const letter = matrix[action].replaceAll(' ', '')[index] as keyof typeof codes;
    return [action, name, codes[letter], file] as const;
  }),
);

describe('every situation of a grant and every action', () => {
  it('the matrix has a cell for each', () => {
    for (const action of grantActions) expect(matrix[action].replaceAll(' ', '')).toHaveLength(Object.keys(situations).length);
  });

  it.each(cells)('%s when %s: %s', (action, _name, code, file) => {
    expect(guardGrant(action, file, rightPerson[action], now)?.code ?? null).toBe(code);
  });

  it('allowedGrantActions says the same', () => {
    expect(allowedGrantActions(situations.active, lead, now)).toEqual(['file_return', 'start_swap']);
    expect(allowedGrantActions(situations.trial, decider, now)).toEqual(['open_recall', 'suspend', 'close_trial']);
    for (const none of [admin, auditor, trainer, reviewer, legalReviewer])
      for (const file of Object.values(situations)) expect(allowedGrantActions(file, none, now)).toEqual([]);
  });

  it('strangers and interested parties are kept out', () => {
    for (const action of grantActions) {
      const stranger = rightPerson[action] === decider ? lead : person('lead-2', 'lead', 'township-2');
      expect(guardGrant(action, situations.active, stranger, now)?.code).toBe('forbidden');
      if (rightPerson[action] !== decider) continue;
      const both: Actor = { ...decider, memberships: [...decider.memberships, ...person('x', 'auditor', township).memberships] };
      expect(guardGrant(action, situations.active, both, now)?.code).toBe('interested_party');
    }
  });

  it('who opened a recall does not decide it, nor does a substitute for them', () => {
    const file = grantFile({}, { openRecall: heardRecall({ openedBy: ['decider'] }) });
    expect(guardGrant('decide_recall', file, decider, now)?.code).toBe('opened_by_self');
    const substitute: Actor = { ...decider, accountId: 'x', onBehalfOf: { accountId: 'decider', name: 'decider' } };
    expect(guardGrant('decide_recall', file, substitute, now)?.code).toBe('opened_by_self');
  });
});

describe('the state of a grant', () => {
  const limited = { fromAt: at('2026-06-01'), toAt: at('2026-12-01'), termEndsAt: at('2026-12-01') };

  it.each([
    ['before its start', grant(limited), at('2026-06-01') - 1, 'scheduled'],
    ['at its start', grant(limited), at('2026-06-01'), 'active'],
    ['at its last instant', grant(limited), at('2026-12-01') - 1, 'active'],
    ['at its end', grant(limited), at('2026-12-01'), 'ended'],
    ['recalled before its start', grant({ fromAt: at('2026-10-01'), toAt: at('2026-10-01') }), now, 'ended'],
    ['in an open trial', grant(trial), now, 'trial'],
    ['past the trial day, without a closing', grant(trial), at('2027-05-01'), 'trial'],
    ['after the trial was confirmed', grant({ ...trial, trialClosedAt: now }), now, 'active'],
    ['before the trial was confirmed', grant({ ...trial, trialClosedAt: now }), now - 1, 'trial'],
    ['suspended in a trial', grant({ ...trial, suspensions: [suspended('lapse')] }), now, 'suspended'],
    ['before a suspension', grant({ suspensions: [suspended('lapse')] }), at('2026-09-01') - 1, 'active'],
    [
      'with a cancelled suspension',
      grant({ suspensions: [{ ...suspended('lapse'), toAt: at('2026-09-01') }] }),
      at('2026-09-01'),
      'active',
    ],
    ['suspended to the end', grant({ ...limited, suspensions: [suspended('decision')] }), at('2026-12-01'), 'ended'],
  ] as const)('%s', (_name, one, instant, state) => {
    expect(grantState(one, instant)).toBe(state);
  });

  it('says why it ends', () => {
    expect(endKindOf(grant())).toBeNull();
    expect(endKindOf(grant({ toAt: at('2026-12-01') }))).toBe('expired');
    expect(endKindOf(grant({ toAt: at('2026-12-01'), endKind: 'recalled' }))).toBe('recalled');
    expect(isTrialOpen(grant(), now)).toBe(false);
  });

  it('a return is over at its instant, whichever side was silent', () => {
    for (const one of [returnCase(), acceptedReturn(), deferredReturn()]) {
      expect(returnStateOf(one, at('2026-09-30') - 1)).toBe(one.state);
      expect(returnStateOf(one, at('2026-09-30'))).toBe('ended');
    }
    expect(returnStateOf({ ...returnCase(), state: 'cancelled' }, FOREVER)).toBe('cancelled');
  });
});
