import { expect, test } from 'vitest';
import { approved, fileOf, granted, placeOrder, prepared, reviewed, submitted, supported } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();

test('an order of three powers becomes three requests, each on its own way', async () => {
  const order = await placeOrder(app(), ['fine', 'inspect', 'relief']);
  expect(order).toMatchObject({
    number: '点单〔2026〕1号',
    status: 'in_review',
    township: { id: 'east' },
    submittedBy: { name: '东河镇长' },
    version: 1,
  });
  expect(order.lines.map(({ state, stage, departmentName }) => [state, stage, departmentName])).toEqual([
    ['in_review', 'department', '青禾县城市管理局'],
    ['in_review', 'department', '青禾县城市管理局'],
    ['in_review', 'department', '青禾县水利局'],
  ]);
});

test('from the order to the grant', async () => {
  const done = await granted(app(), 'fine');
  expect(done.state).toBe('granted');
  expect(done.timeline.map(({ kind }) => kind)).toEqual([
    'submitted',
    'opinion',
    'legal_review',
    'decision',
    'preparation_started',
    'commitment_delivered',
    'commitment_confirmed',
    'hand_over_edited',
    'hand_over_signed',
    'hand_over_signed',
    'granted',
  ]);
  expect(done.grantId).not.toBeNull();
});

test('the stations on the way, and whose edition the file cites', async () => {
  expect(await fileOf(app(), await submitted(app(), 'inspect'))).toMatchObject({
    stage: 'department',
    editionNumber: 1,
    haveTermsChanged: false,
  });
  expect((await fileOf(app(), await supported(app(), 'litter'))).stage).toBe('legal');
  expect((await fileOf(app(), await reviewed(app(), 'relief'))).stage).toBe('county');
  expect((await fileOf(app(), await approved(app(), 'fine'))).state).toBe('preparing');
  expect((await fileOf(app(), await prepared(app(), 'well'))).state).toBe('ready');
});
