import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#server/domain/people/actor.ts';
import type { DomainRefusalCode } from '#server/domain/values/outcome.ts';
import {
  type PowerRequest,
  type RequestMove,
  allowedActions,
  canMove,
  guardRequest,
  transitions,
} from '#server/domain/requests/request.ts';
import { type RequestAction, type RequestState, type Stage, requestActions, requestStates } from '#server/domain/values/words.ts';
import { admin, auditor, circumstances, clerk, decider, lead, legalReviewer, request, reviewer, trainer } from '#tests/domain/given.ts';

// Written out by hand from RULES.md 5.1 and 5.5, not derived from the table under test. Each row is an action, each column a state;
// the letter says what the right person gets: y yes, s wrong state, t wrong stage.
const states = [
  'draft',
  'department',
  'legal',
  'county',
  'sent_back',
  'approved',
  'preparing',
  'granted',
  'rejected',
  'withdrawn',
  'lapsed',
] as const;
const matrix: Record<RequestAction, string> = {
  submit: 'y ssss sss sss',
  edit: 'y sssy sss sss',
  discard: 'y ssss sss sss',
  give_opinion: 's ytts sss sss',
  review_legally: 's tyts sss sss',
  decide: 's ttys sss sss',
  send_back: 's ytts sss sss',
  resubmit: 's sssy sss sss',
  withdraw: 's yyyy yys sss',
  request_reconsideration: 's ssss sss yss',
  extend_preparation: 's ssss sys sss',
  waive: 's ssss sys sss',
  attest: 's ssss sys sss',
  edit_hand_over: 's ssss sys sss',
  sign_hand_over: 's ssss sys sss',
};
const rightPerson: Record<RequestAction, Actor> = {
  submit: lead,
  edit: clerk,
  discard: clerk,
  give_opinion: reviewer,
  review_legally: legalReviewer,
  decide: decider,
  send_back: reviewer,
  resubmit: lead,
  withdraw: lead,
  request_reconsideration: lead,
  extend_preparation: decider,
  waive: decider,
  attest: lead,
  edit_hand_over: clerk,
  sign_hand_over: lead,
};
const verdict: Record<string, DomainRefusalCode | null> = { y: null, s: 'wrong_state', t: 'wrong_stage' };

const given = (column: (typeof states)[number]): PowerRequest => {
  if (column === 'department' || column === 'legal' || column === 'county') return request('in_review', column);
  return column === 'sent_back' ? request('sent_back', 'legal') : request(column);
};
const codeFor = (action: RequestAction, file: PowerRequest, actor: Actor) => guardRequest(action, file, actor, circumstances)?.code ?? null;

const cells = requestActions.flatMap((action) => {
  const row = matrix[action].replaceAll(' ', '');
  return states.map((column, index) => [action, column, verdict[row[index] ?? ''] ?? null, row.length] as const);
});

describe('every state and every action', () => {
  it('the matrix has a cell for each', () => {
    expect(cells).toHaveLength(requestActions.length * states.length);
    expect(new Set(cells.map(([, , , width]) => width))).toEqual(new Set([states.length]));
    expect(new Set(states.map((column) => given(column).state))).toEqual(new Set(requestStates));
  });

  it.each(cells)('%s at %s: %s', (action, column, code) => {
    expect(codeFor(action, given(column), rightPerson[action])).toBe(code);
  });

  it.each([
    ['legal', legalReviewer],
    ['county', decider],
  ] as const)('send_back belongs to the body that has the file: %s', (stage, actor) => {
    expect(codeFor('send_back', request('in_review', stage), actor)).toBeNull();
  });
});

// Who may, over all states together: the columns are the roles of RULES.md 2.5.
const people = { clerk, lead, reviewer, legalReviewer, decider, admin, auditor, trainer };
const mayEver: Record<RequestAction, readonly (keyof typeof people)[]> = {
  submit: ['lead'],
  edit: ['clerk', 'lead'],
  discard: ['clerk', 'lead'],
  give_opinion: ['reviewer'],
  review_legally: ['legalReviewer'],
  decide: ['decider'],
  send_back: ['reviewer', 'legalReviewer', 'decider'],
  resubmit: ['lead'],
  withdraw: ['lead'],
  request_reconsideration: ['lead'],
  extend_preparation: ['decider'],
  waive: ['decider'],
  attest: ['lead'],
  edit_hand_over: ['clerk', 'lead', 'reviewer'],
  sign_hand_over: ['lead', 'reviewer'],
};

describe('every role and every action', () => {
  const rows = requestActions.flatMap((action) => Object.entries(people).map(([name, actor]) => [action, name, actor] as const));
  it.each(rows)('%s by %s', (action, name, actor) => {
    const codes = states.map((column) => codeFor(action, given(column), actor));
    const expected = (mayEver[action] as readonly string[]).includes(name);
    expect(codes.some((code) => code === null)).toBe(expected);
    if (!expected) expect(new Set(codes)).toEqual(new Set(['forbidden']));
  });

  it('allowedActions says the same as the guard', () => {
    for (const column of states)
      for (const actor of Object.values(people)) {
        const file = given(column);
        const one = requestActions.filter((action) => codeFor(action, file, actor) === null);
        expect(allowedActions(file, actor, circumstances)).toEqual(one);
      }
    expect(allowedActions(request('draft'), lead, circumstances)).toEqual(['submit', 'edit', 'discard']);
    expect(allowedActions(request('preparing'), admin, circumstances)).toEqual([]);
  });
});

describe('the table', () => {
  const targets = (state: RequestState): string[] => [...new Set(Object.values(transitions[state]).flat() as string[])];

  it('leaves no state unreachable from a draft', () => {
    const reached = new Set<string>(['draft']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const state of [...reached]) if (state !== 'discarded') targets(state as RequestState).forEach((next) => reached.add(next));
    }
    expect([...reached].sort()).toEqual([...requestStates, 'discarded'].sort());
  });

  it('has dead ends only where a request is over', () => {
    expect(requestStates.filter((state) => targets(state).length === 0)).toEqual(['granted', 'withdrawn', 'lapsed']);
    const isOver = (state: RequestState, seen: readonly string[] = []): boolean =>
      targets(state).length === 0 ||
      targets(state).some((next) => next === 'discarded' || (!seen.includes(next) && isOver(next as RequestState, [...seen, state])));
    expect(requestStates.filter((state) => !isOver(state))).toEqual([]);
  });

  it('knows every action somewhere, and the moves of time and ledger', () => {
    const moves: readonly RequestMove[] = [...requestActions, 'pass_in_silence', 'start_preparation', 'lapse', 'grant'];
    expect(moves.filter((move) => !requestStates.some((state) => canMove(state, move)))).toEqual([]);
    expect(
      requestStates.flatMap((state) => Object.keys(transitions[state])).filter((move) => !(moves as readonly string[]).includes(move)),
    ).toEqual([]);
  });

  it('is what the diagram of the room draws', () => {
    const readme = readFileSync(new URL('../../../server/domain/README.md', import.meta.url), 'utf8');
    const arrows = [...readme.matchAll(/^ {2}(\w+) --> (\w+): (.+)$/gm)].flatMap(([, from, to, moves]) =>
      (moves ?? '').split(', ').map((move) => `${from} ${move} ${to}`),
    );
    const table = requestStates.flatMap((from) =>
      Object.entries(transitions[from] as Record<string, readonly string[]>).flatMap(([move, to]) =>
        to.map((one) => `${from} ${move} ${one}`),
      ),
    );
    expect(arrows.sort()).toEqual(table.sort());
  });

  it('a pair of state and stage that cannot be is a fault', () => {
    const wrong: readonly (readonly [RequestState, Stage | null])[] = [
      ['in_review', null],
      ['draft', 'legal'],
      ['sent_back', null],
    ];
    for (const [state, stage] of wrong) expect(() => request(state, stage)).toThrow(RangeError);
  });
});
