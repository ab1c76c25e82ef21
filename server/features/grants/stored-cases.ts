import type { RecallCase, ReturnCase } from '#server/domain/grants/grant-cases.ts';
import { peopleBehind } from '#server/domain/people/signatory.ts';
import { unknownCase } from '#server/domain/values/outcome.ts';
import type { RecallRow, ReturnRow } from './queries.ts';

/** Columns that a state needs may be null in the table: a row without them is a fault of the file, never a guess. */
function demand<T>(value: T | null, what: string): T {
  if (value === null) throw new RangeError(`${what} is missing`);
  return value;
}

/** A stored return as the rules see it: only what its state has. */
export function returnCaseOf(row: ReturnRow): ReturnCase {
  const { id, grantId, reasonCode, text, wishedOn, pendingCases, filedAt, state, answeredAt, supportPlan } = row;
  const filing = {
    ...{ id, grantId, reasonCode, text, wishedOn, pendingCases, filedAt },
    filedBy: peopleBehind(row.filedBy),
    effectiveAt: demand(row.effectiveAt, `the instant at which return ${id} takes effect`),
    answerDueAt: demand(row.answerDueAt, `the deadline of return ${id}`),
  };
  switch (state) {
    case 'filed':
      return { ...filing, state };
    case 'accepted':
      return { ...filing, state, answeredAt: demand(answeredAt, `the answer to return ${id}`) };
    case 'deferred':
      return {
        ...filing,
        state,
        answeredAt: demand(answeredAt, `the answer to return ${id}`),
        supportPlan: demand(supportPlan, `the plan of return ${id}`),
      };
    case 'cancelled':
      return { ...filing, state, answeredAt, supportPlan };
    default:
      return unknownCase(state);
  }
}

/** A stored recall as the rules see it: only what its state has. */
export function recallCaseOf(row: RecallRow): RecallCase {
  const { id, grantId, reasonCode, basis, notice, isUrgent, openedAt, hearingUntilAt, suspensionId, state, statement, statedAt } = row;
  const noticed = {
    ...{ id, grantId, reasonCode, basis, notice, isUrgent, openedAt, hearingUntilAt, suspensionId },
    openedBy: peopleBehind(row.openedBy),
  };
  switch (state) {
    case 'noticed':
      return { ...noticed, state };
    case 'heard':
      return {
        ...noticed,
        state,
        statement: demand(statement, `the statement on recall ${id}`),
        statedAt: demand(statedAt, `the day of the statement on recall ${id}`),
      };
    case 'decided':
      return { ...noticed, ...decisionOf(row), state, statement, statedAt, decidedAt: demand(row.decidedAt, `the day of recall ${id}`) };
    default:
      return unknownCase(state);
  }
}

function decisionOf({ id, outcome, effectiveAt, pendingCases }: RecallRow) {
  const decided = demand(outcome, `the outcome of recall ${id}`);
  if (decided === 'keep') return { outcome: decided };
  return { outcome: decided, effectiveAt: demand(effectiveAt, `the instant at which recall ${id} takes effect`), pendingCases };
}

/** What a decision on a recall leaves in the columns of its row. */
export function columnsOfDecision(decided: Extract<RecallCase, { readonly state: 'decided' }>) {
  const { state, outcome, decidedAt } = decided;
  const none = { effectiveAt: null, pendingCases: [] };
  const { effectiveAt, pendingCases } = decided.outcome === 'recall' ? decided : none;
  return { state, outcome, decidedAt, effectiveAt, pendingCases };
}
