import { beforeEach } from 'vitest';
import type { ResourceItem } from '#server/domain/menu/terms.ts';
import { workCalendar } from '#server/features/organisations/queries.ts';
import { commitmentFactsOf, openCommitments } from '#server/features/resources/open-commitments.ts';
import { change, type Act } from '#server/records/change.ts';
import { itemOf } from '#tests/builders/county.ts';
import type { TestApp } from '#tests/support/app.ts';

/** What a body owes. */
export const item = (key: string, organisationId: string): ResourceItem => ({
  key,
  kind: 'equipment',
  organisationId,
  amount: 1,
  unit: 'pieces',
  description: '执法记录车',
  withinWorkingDays: 10,
});

/** A request of the east township to which the urban department owes a car, and what can be done with its commitments. */
export function useCommitments(app: () => TestApp) {
  /** Runs what requests call within their own changes. */
  const within = (work: (act: Act) => void): Promise<unknown> =>
    change(
      app().ports,
      {
        operationId: 'test',
        actor: { accountId: 'decider', name: '县领导', onBehalfOf: null },
        now: app().clock.now(),
        requestId: 'r',
        idempotency: null,
      },
      (act) => {
        work(act);
        act.record({ action: 'lapsed', subjectKind: 'request', subjectId: requestId, detail: { state: 'lapsed', stage: null } });
        return { kind: 'done' as const, value: null };
      },
    );

  const tasks = (): unknown[] =>
    app()
      .db.$client.prepare(
        "SELECT kind, organisation_id AS organisationId, role, due_at AS dueAt FROM tasks WHERE subject_kind = 'commitment' AND closed_at IS NULL ORDER BY id",
      )
      .all();
  const facts = () => commitmentFactsOf(app().db, requestId, app().clock.now());

  async function commitmentId(key = 'car'): Promise<string> {
    const { items } = await app().as('auditor').ok('GET /commitments');
    return items.find((one) => one.key === key)?.id ?? 'none';
  }
  async function open(items: readonly ResourceItem[]): Promise<void> {
    await within((act) => openCommitments(act, { requestId, townshipId: 'east', powerId: 'fine', items, calendar: workCalendar(act.tx) }));
  }

  /** The request that the commitments belong to; here it need not have come further than the cart. */
  let requestId = '';
  beforeEach(async () => {
    const line = {
      itemId: itemOf('fine'),
      need: '',
      casesPerYear: null,
      approach: '',
      officerIds: [],
      startWishOn: null,
      replacesGrantId: null,
    };
    const order = await app()
      .as('eastclerk')
      .ok('POST /orders', { body: { name: '草稿', lines: [line] } });
    requestId = order.lines[0]?.requestId ?? '';
    await open([item('car', 'urban')]);
  });
  return { within, tasks, facts, commitmentId, open, requestId: () => requestId };
}
