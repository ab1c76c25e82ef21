import type { Page } from '@playwright/test';
import { ask } from './case.ts';

/** A picture for the README: who looks at what, on which screen, in which language. */
export interface Shot {
  readonly name: string;
  /** Fixed, or found by the person who is signed in: ids of the demo county are new every time. */
  readonly path: string | ((page: Page) => Promise<string>);
  /** A demo person's username; undefined for public pages. */
  readonly as?: string;
  readonly language: 'zh' | 'en';
  readonly size: { readonly width: number; readonly height: number };
}

const wide = { width: 1366, height: 768 };
const phone = { width: 360, height: 780 };

/** A draft of two powers as a clerk has it in the middle of the work, opened where its answers are checked. */
async function draftToCheck(page: Page): Promise<string> {
  const [officers, menu] = await Promise.all([
    ask(page, 'GET /officers', {}),
    ask(page, 'GET /menu/items', { query: { sort: 'difficulty', limit: '60' } }),
  ]);
  const { items: badges } = await ask(page, 'GET /menu/badges', { query: { itemIds: menu.items.map(({ id }) => id).join(',') } });
  const open = badges.filter((badge) => !badge.isHeld && !badge.isOrdered && badge.notEligible.length === 0).map(({ itemId }) => itemId);
  const lines = menu.items
    .filter(({ id, release }) => release === 'optional' && open.includes(id))
    .slice(0, 2)
    .map(({ id }) => ({
      itemId: id,
      need: '群众办事往返县城路途远，申请集中在赶集日，希望就近办理。',
      casesPerYear: 60,
      approach: '由便民服务中心专人负责，AB角互补，首月由县级部门带办。',
      officerIds: officers.items.slice(0, 2).map((officer) => officer.id),
      startWishOn: null,
      replacesGrantId: null,
    }));
  const { id } = await ask(page, 'POST /orders', { body: { name: '年底点单', lines } });
  return `/app/drafts/${id}/check`;
}

async function requestToDecide(page: Page): Promise<string> {
  const { items } = await ask(page, 'GET /tasks', { query: { limit: '50' } });
  const task = items.find(({ kind, isForColleague }) => kind === 'county_decision' && !isForColleague);
  if (!task) throw new Error('no request waits for a decision in the demo county');
  return `/app/requests/${task.subjectId}`;
}

async function grantInUse(page: Page): Promise<string> {
  const { items } = await ask(page, 'GET /grants', { query: { limit: '50' } });
  const grant = items.find(({ state }) => state === 'active') ?? items[0];
  if (!grant) throw new Error('the township holds no power');
  return `/app/grants/${grant.id}`;
}

export const shots: readonly Shot[] = [
  { name: 'menu', path: '/app/menu', as: 'liuhe-fuze', language: 'zh', size: wide },
  { name: 'draft-check', path: draftToCheck, as: 'liuhe-fuze', language: 'zh', size: wide },
  { name: 'decision', path: requestToDecide, as: 'xian-jueding1', language: 'zh', size: wide },
  { name: 'grant', path: grantInUse, as: 'liuhe-fuze', language: 'en', size: wide },
  { name: 'register', path: '/', language: 'zh', size: wide },
  { name: 'register-phone', path: '/', language: 'zh', size: phone },
  { name: 'home-phone', path: '/app', as: 'xian-jueding1', language: 'zh', size: phone },
];
