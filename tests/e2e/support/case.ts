import type { Page } from '@playwright/test';
import type { Answer, Given, LooseInput, Route } from '#client/lib/call-types.ts';
import { expect, signIn } from './fixtures.ts';

/** Calls an operation from inside the page, as the person who is signed in there; for what a journey only passes through. */
export async function ask<R extends Route>(page: Page, route: R, given: Given<R>): Promise<Answer<R>> {
  const { params, query, body, version } = given as LooseInput;
  const [method = 'GET', path = ''] = route.split(' ');
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
  const search = new URLSearchParams(Object.entries(query ?? {}).map(([name, value]) => [name, String(value)])).toString();
  const answer = await page.evaluate(
    async ({ method, address, body, version }) => {
      const headers: Record<string, string> = {
        'idempotency-key': Array.from(crypto.getRandomValues(new Uint8Array(16)), String).join(''),
      };
      if (body !== undefined) headers['content-type'] = 'application/json';
      if (version !== undefined) headers['if-match'] = `"${version}"`;
      const init = { method, headers: method === 'GET' ? {} : headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const response = await fetch(address, init);
      return { status: response.status, text: await response.text() };
    },
    { method, address: `/api/v1${filled}${search === '' ? '' : `?${search}`}`, body, version },
  );
  expect(answer.status, `${route}: ${answer.text}`).toBeLessThan(300);
  return JSON.parse(answer.text === '' ? 'null' : answer.text) as Answer<R>;
}

const approach = '由便民服务中心专人负责，AB角互补，首月由县级部门带办。';

/** A township's lead orders powers by their codes; the ids of the requests, in the same order. */
export async function placeOrder(page: Page, lead: string, ...codes: readonly string[]): Promise<string[]> {
  await signIn(page, lead);
  const { items: officers } = await ask(page, 'GET /officers', {});
  const lines = await Promise.all(
    codes.map(async (code) => {
      const { items } = await ask(page, 'GET /menu/items', { query: { q: code } });
      const item = items.find((one) => one.code === code);
      expect(item, `menu item ${code}`).toBeDefined();
      const officerIds = officers.slice(0, 2).map(({ id }) => id);
      const said = {
        need: '群众办事往返县城路途远，申请集中。',
        casesPerYear: 30,
        approach,
        officerIds,
        startWishOn: null,
        replacesGrantId: null,
      };
      return { itemId: item?.id ?? '', ...said };
    }),
  );
  const order = await ask(page, 'POST /orders', { body: { name: '承接点单', lines, submit: true } });
  return codes.map((code) => order.lines.find((line) => line.code === code)?.requestId ?? '');
}

const read = (page: Page, requestId: string) => ask(page, 'GET /requests/{requestId}', { params: { requestId } });

export async function supportAs(page: Page, reviewer: string, requestId: string): Promise<void> {
  await signIn(page, reviewer);
  const { version } = await read(page, requestId);
  await ask(page, 'POST /requests/{requestId}/opinion', {
    params: { requestId },
    version,
    body: { position: 'support', text: '同意下放。' },
  });
}

export async function findLawfulAs(page: Page, reviewer: string, requestId: string): Promise<void> {
  await signIn(page, reviewer);
  const { version } = await read(page, requestId);
  await ask(page, 'POST /requests/{requestId}/legal-review', {
    params: { requestId },
    version,
    body: { finding: 'lawful', citation: '', text: '' },
  });
}

export async function approveAs(page: Page, decider: string, requestId: string): Promise<void> {
  await signIn(page, decider);
  const { version } = await read(page, requestId);
  await ask(page, 'POST /requests/{requestId}/decision', {
    params: { requestId },
    version,
    body: { outcome: 'approve', text: '' },
  });
}

/** Opens the page of a request as somebody else. */
export async function openRequest(page: Page, username: string, requestId: string): Promise<void> {
  await signIn(page, username);
  await page.goto(`/app/requests/${requestId}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Fills a form, reads what will happen, confirms. */
export async function confirm(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await expect(page.getByText('提交后将发生')).toBeVisible();
  await page.getByRole('button', { name: label, exact: true }).click();
}

/** On the screen of imports: takes a file and sends it in. */
export async function sendSheet(page: Page, name: string, bytes: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '表格文件：选择文件' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await page.getByRole('button', { name: '上传并核对' }).click();
}
