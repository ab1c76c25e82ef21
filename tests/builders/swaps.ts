import { orders } from '#db/schema/orders.ts';
import { requests } from '#db/schema/requests.ts';
import { itemOf, menu, type PowerKey } from './county.ts';
import type { TestApp } from '#tests/support/app.ts';

/** A request of east that asks for a power in exchange for a grant, as it stands when its hand-over is signed; answers its id. */
export function exchanging(app: TestApp, replacesGrantId: string, power: PowerKey): string {
  const [id, orderId, now] = [app.newId(), app.newId(), app.clock.now()];
  const { department } = menu[power];
  app.arrange((tx) => {
    tx.insert(orders)
      .values({
        id: orderId,
        number: null,
        name: '换权',
        townshipId: 'east',
        createdBy: 'eastclerk',
        createdAt: now,
        updatedAt: now,
        version: 1,
      })
      .run();
    tx.insert(requests)
      .values({
        ...{ id, orderId, townshipId: 'east', powerId: power, itemId: itemOf(power), departmentId: department, replacesGrantId },
        ...{ state: 'granted', grantId: id, route: [], need: '', approach: '', officerIds: [], writers: [], version: 1, createdAt: now },
        ...{ isDueProvisional: false, isReconsidered: false, isExtensionUsed: false },
      })
      .run();
  });
  return id;
}

/** The county takes a grant back: notice, statement of the township, decision by another person. */
export async function recalled(app: TestApp, grantId: string, effectiveOn: string | null): Promise<void> {
  const params = { grantId };
  const lead = app.as('eastlead');
  let { version } = await lead.ok('GET /grants/{grantId}', { params });
  const notice = { reasonCode: 'reorganisation', basis: '县机构改革方案', notice: '职责调整', isUrgent: false } as const;
  ({ version } = await app.as('decider').ok('POST /grants/{grantId}/recall', { params, version, body: notice }));
  ({ version } = await lead.ok('POST /grants/{grantId}/recall/statement', { params, version, body: { statement: '没有意见' } }));
  const body = { outcome: 'recall' as const, text: '收回', effectiveOn, pendingCases: [] };
  await app.as('decider2').ok('POST /grants/{grantId}/recall/decision', { params, version, body });
}

/** A township gives a power back by the end of a day's eve; the county agrees to that day. */
export async function returned(app: TestApp, grantId: string, wishedOn: string): Promise<void> {
  const params = { grantId };
  const lead = app.as('eastlead');
  let { version } = await lead.ok('GET /grants/{grantId}', { params });
  const body = { reasonCode: 'too_few_cases' as const, text: '案件少', wishedOn, pendingCases: [] };
  ({ version } = await lead.ok('POST /grants/{grantId}/return', { params, version, body }));
  const answer = { effectiveOn: wishedOn, text: '同意' };
  await app.as('decider').ok('POST /grants/{grantId}/return/acceptance', { params, version, body: answer });
}

/** A return is taken back before it takes effect. */
export async function heldAfterAll(app: TestApp, grantId: string): Promise<void> {
  const params = { grantId };
  const lead = app.as('eastlead');
  const { version } = await lead.ok('GET /grants/{grantId}', { params });
  await lead.ok('POST /grants/{grantId}/return/cancellation', { params, version, body: { text: '继续' } });
}
