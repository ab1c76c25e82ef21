import { categories, objects, places } from '#tests/bench/county/menu.ts';
import { scattered } from '#tests/bench/county/ids.ts';
import { linesPerOrder } from '#tests/bench/county/sizes.ts';
import type { Plan } from './plan.ts';

/** One request as it is sent. */
export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
export type Side = 'product' | 'floor';
/** The n-th request of an operation, the same question on both sides; null when the county has nothing left to ask about. */
export type Ask = (nth: number) => Sent | null;

export interface Operation {
  readonly name: string;
  readonly what: string;
  /** Each request uses something up. */
  readonly isConsuming: boolean;
  /** Least ratio of requests per second to the floor, at 32 connections or at any number. */
  readonly goal: { readonly ratio: number; readonly isForMany: boolean; readonly p99: number } | null;
  readonly ask: (plan: Plan) => Record<Side, Ask>;
}

const one = <T>(list: readonly T[], nth: number): T => {
  const found = list[nth % list.length];
  if (found === undefined) throw new RangeError('an empty list');
  return found;
};
const any = <T>(list: readonly T[], seed: number): T => one(list, scattered(seed, list.length));

/** A page of a browser sends both; a script of a stranger can send neither. */
const signedIn = (token: string): Record<string, string> => ({ cookie: `__Host-session=${token}`, 'sec-fetch-site': 'same-origin' });
const json = { 'content-type': 'application/json' };
let keys = 0;
const posted = (token: string, more: Record<string, string> = {}): Record<string, string> => {
  keys += 1;
  return { ...signedIn(token), ...json, 'idempotency-key': `bench-${process.pid}-${keys}`, ...more };
};

interface Query {
  readonly category: string;
  readonly department: string;
  readonly q: string;
  readonly sort: 'code' | 'name';
  readonly limit: string;
}

function listOf(queryOf: (plan: Plan, nth: number) => Query): Operation['ask'] {
  return (plan) => ({
    product(nth) {
      const { department, ...query } = queryOf(plan, nth);
      const text = new URLSearchParams({ ...query, departmentId: department }).toString();
      return { method: 'GET', path: `/api/v1/menu/items?${text}`, headers: signedIn(one(plan.leads, nth).token) };
    },
    floor: (nth) => ({ method: 'GET', path: `/items?${new URLSearchParams({ ...queryOf(plan, nth) }).toString()}` }),
  });
}

/** What people look for again and again: 336 questions. */
const usualQuery = (plan: Plan, nth: number): Query => ({
  category: any(categories, nth),
  department: any(plan.departments, nth + 1).id,
  q: any(places, nth + 2),
  sort: scattered(nth + 3, 2) === 0 ? 'code' : 'name',
  limit: '50',
});
const words = [...places, ...objects, '活动', '经营', '使用'];
/** Questions that hardly anybody has asked before: no kept answer helps. */
const freshQuery = (plan: Plan, nth: number): Query => ({
  ...usualQuery(plan, nth),
  q: `${any(words, nth + 4)}`,
  limit: String(40 + scattered(nth + 5, 160)),
});

function lineOf(itemId: string, officerIds: readonly string[]) {
  const need = '群众反映强烈，辖区内每月发生多起，县级部门往返路程超过一小时，难以及时查处。';
  const approach = '由综合行政执法队承担，两名持证人员专职办理。';
  return { itemId, need, casesPerYear: 36, approach, officerIds, startWishOn: null, replacesGrantId: null };
}

/** The n-th order: leads take turns, and each goes on where it stopped. */
function orderOf(plan: Plan, nth: number) {
  const lead = one(plan.leads, nth);
  const from = Math.floor(nth / plan.leads.length) * linesPerOrder;
  const itemIds = lead.itemIds.slice(from, from + linesPerOrder);
  return itemIds.length < linesPerOrder ? null : { lead, lines: itemIds.map((itemId) => lineOf(itemId, lead.officerIds)) };
}

const create: Operation['ask'] = (plan) => ({
  product(nth) {
    const order = orderOf(plan, nth);
    if (!order) return null;
    const body = JSON.stringify({ name: `点单${nth}`, lines: order.lines, submit: true });
    return { method: 'POST', path: '/api/v1/orders', headers: posted(order.lead.token), body };
  },
  floor(nth) {
    const order = orderOf(plan, nth);
    if (!order) return null;
    const { townshipId, accountId: leadId } = order.lead;
    return {
      method: 'POST',
      path: '/orders',
      headers: json,
      body: JSON.stringify({ townshipId, leadId, name: `点单${nth}`, lines: order.lines }),
    };
  },
});

const text = '经研究，同意赋权，请按要求做好承接准备。';
const decision = JSON.stringify({ outcome: 'approve', text });
const approve: Operation['ask'] = (plan) => ({
  product(nth) {
    const request = plan.undecided[nth];
    if (!request) return null;
    const headers = posted(one(plan.deciders, nth), { 'if-match': `"${request.version}"` });
    return { method: 'POST', path: `/api/v1/requests/${request.id}/decision`, headers, body: decision };
  },
  floor(nth) {
    const request = plan.undecided[nth];
    if (!request) return null;
    return {
      method: 'POST',
      path: `/requests/${request.id}/decision`,
      headers: json,
      body: JSON.stringify({ version: request.version, text }),
    };
  },
});

export const operations: readonly Operation[] = [
  {
    name: 'list',
    what: 'menu page: category, department, text contains, sorted, 50 rows and the total; 336 questions come again',
    isConsuming: false,
    goal: { ratio: 5, isForMany: false, p99: 1 },
    ask: listOf(usualQuery),
  },
  {
    name: 'list-fresh',
    what: 'the same, with questions that hardly ever come again',
    isConsuming: false,
    goal: { ratio: 5, isForMany: false, p99: 1 },
    ask: listOf(freshQuery),
  },
  {
    name: 'detail',
    what: 'a request with its timeline and power names, as a decider',
    isConsuming: false,
    goal: { ratio: 0.9, isForMany: false, p99: 2 },
    ask: (plan) => ({
      product: (nth) => ({
        method: 'GET',
        path: `/api/v1/requests/${any(plan.requestIds, nth)}`,
        headers: signedIn(one(plan.deciders, nth)),
      }),
      floor: (nth) => ({ method: 'GET', path: `/requests/${any(plan.requestIds, nth)}` }),
    }),
  },
  {
    name: 'inbox',
    what: "a department reviewer's 50 newest tasks",
    isConsuming: false,
    goal: { ratio: 0.9, isForMany: false, p99: 2 },
    ask: (plan) => ({
      product: (nth) => ({
        method: 'GET',
        path: '/api/v1/tasks?sort=newest&limit=50',
        headers: signedIn(one(plan.departments, nth).token),
      }),
      floor: (nth) => ({ method: 'GET', path: `/tasks?organisation=${one(plan.departments, nth).id}&role=reviewer` }),
    }),
  },
  {
    name: 'create',
    what: 'place an order of 3 powers, as a township lead',
    isConsuming: true,
    goal: { ratio: 1.5, isForMany: true, p99: 2 },
    ask: create,
  },
  {
    name: 'approve',
    what: 'approve a request at the county stage',
    isConsuming: true,
    goal: { ratio: 1.5, isForMany: true, p99: 2 },
    ask: approve,
  },
];

/** How many requests of a consuming operation the county has in it. */
export function stockOf(operation: Operation, plan: Plan): number {
  if (operation.name === 'approve') return plan.undecided.length;
  const [lead] = plan.leads;
  return operation.isConsuming ? plan.leads.length * Math.floor((lead?.itemIds.length ?? 0) / linesPerOrder) : Number.POSITIVE_INFINITY;
}
