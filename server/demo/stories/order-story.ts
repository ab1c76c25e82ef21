import { createOrder, submitOrder } from '#contract/orders.ts';
import { grantKey, needOf, type Cast, type LinePlan, type OrderPlan } from './cast.ts';
import { clerkOf, leadOf } from '../people.ts';
import { later } from './case.ts';
import { requestStory } from './request-story.ts';
import type { Stage, Story } from './stories.ts';
import { daysAgo } from '../world.ts';

/** The clerk drafts, the lead signs and submits; from then on every line goes its own way. */
export async function* orderStory(cast: Cast, stage: Stage, plan: OrderPlan, nth: number): Story {
  const { world, township } = cast;
  yield daysAgo(world, plan.daysAgo, nth);
  const lines = plan.lines.map((line) => lineOf(cast, line));
  const draft = await world.act(clerkOf(township), createOrder, { body: { name: plan.name, lines } });
  if (plan.isDraft) return;
  yield later({ world, nth }, 0);
  const order = await world.act(leadOf(township), submitOrder, { params: { orderId: draft.id }, version: draft.version });
  for (const [index, line] of plan.lines.entries()) {
    const itemId = cast.menu.itemByCode.get(line.code);
    const requestId = order.lines.find((one) => one.itemId === itemId)?.requestId;
    if (requestId === undefined) throw new Error(`${plan.name} has lost its line ${line.code}`);
    stage.tell(requestStory({ ...cast, stage, line, requestId, nth: nth * 3 + index }));
  }
}

function lineOf(cast: Cast, line: LinePlan) {
  const itemId = cast.menu.itemByCode.get(line.code);
  if (itemId === undefined) throw new Error(`${line.code} is not on the demo's menu`);
  const replacesGrantId = line.replaces === undefined ? null : (cast.grants.get(grantKey(cast.township, line.replaces)) ?? null);
  if (line.replaces !== undefined && replacesGrantId === null) throw new Error(`${line.replaces} is not held when it should be swapped`);
  return { itemId, ...needOf(cast, line), replacesGrantId };
}
