import { describe, expect, test } from 'vitest';
import type { Terms } from '#contract/catalogue/menu-terms.ts';
import { auditRecords, outbox, tasks } from '#db/schema/records.ts';
import type { Person } from '#tests/builders/county.ts';
import { terms } from '#tests/builders/terms.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const admin = () => app().as('admin');
const legal = () => app().as('legal');
const publication = { documentNumber: '青禾府发〔2026〕9号', decidedOn: '2026-02-27' };

const open = async () => (await admin().ok('POST /editions', { body: { title: '第二版' } })).id;
const versionOf = async (editionId: string) => (await admin().ok('GET /editions')).items.find(({ id }) => id === editionId)?.version ?? 0;
const sendCall = async (editionId: string, note = '', version?: number) =>
  admin().call('POST /editions/{editionId}/reviews', {
    params: { editionId },
    version: version ?? (await versionOf(editionId)),
    body: { note },
  });
const send = async (editionId: string, note = '') => (await sendCall(editionId, note)).body;
const answer = (
  editionId: string,
  review: { id: string; version: number },
  body: Partial<{ outcome: string; text: string; citation: string }>,
  as: Person = 'legal',
) =>
  app()
    .as(as)
    .call('POST /editions/{editionId}/reviews/{reviewId}/opinion', {
      params: { editionId, reviewId: review.id },
      version: review.version,
      body: { outcome: 'lawful', text: '', citation: '', ...body } as never,
    });
const list = (editionId: string, as: Person = 'admin') => app().as(as).ok('GET /editions/{editionId}/reviews', { params: { editionId } });
const publish = async (editionId: string) =>
  admin().call('POST /editions/{editionId}/publication', { params: { editionId }, version: await versionOf(editionId), body: publication });
async function change(editionId: string): Promise<void> {
  const { items } = await admin().ok('GET /editions/{editionId}/items', { params: { editionId } });
  const itemId = items.find(({ powerId }) => powerId === 'relief')?.id ?? '';
  const { version, terms: before } = await admin().ok('GET /editions/{editionId}/items/{itemId}', { params: { editionId, itemId } });
  const body = { terms: { ...before, trialMonths: before.trialMonths + 1 } };
  await admin().ok('PUT /editions/{editionId}/items/{itemId}', { params: { editionId, itemId }, version, body });
}
const openTasks = () =>
  app()
    .db.select()
    .from(tasks)
    .all()
    .filter(({ closedAt }) => closedAt === null)
    .map(({ kind, organisationId, role }) => [kind, organisationId, role]);

describe('sending a draft', () => {
  test('gives the office a task, its time in working days, and is told once', async () => {
    const editionId = await open();
    const before = await list(editionId);
    expect(before).toMatchObject({
      standing: 'none',
      items: [],
      ifSent: { officeName: '青禾县司法局', workingDays: 5, isMajorDecision: false },
    });
    const { status, body } = await sendCall(editionId, '已公开征求意见');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      editionVersion: 1,
      note: '已公开征求意见',
      outcome: null,
      dueAt: before.ifSent?.dueAt,
      allowedActions: ['call_back'],
    });
    expect(openTasks()).toEqual([['review_edition', 'justice', 'legal_reviewer']]);
    const { items } = await legal().ok('GET /tasks');
    expect(items).toMatchObject([{ kind: 'review_edition', subjectKind: 'edition', subjectId: editionId, dueAt: body.dueAt }]);
    expect((await list(editionId, 'legal')).items).toMatchObject([{ allowedActions: ['review'] }]);
    expect((await list(editionId, 'auditor')).items).toMatchObject([{ allowedActions: [] }]);
    const facts = app()
      .db.select()
      .from(auditRecords)
      .all()
      .filter(({ subjectId }) => subjectId === body.id);
    expect(facts.map(({ action, actorName }) => [action, actorName])).toEqual([['edition_sent_for_review', '管理员']]);
    expect(
      app()
        .db.select()
        .from(outbox)
        .all()
        .map(({ kind }) => kind),
    ).toEqual(['edition_sent_for_review']);
  });

  test('leaves a major decision at least seven working days', async () => {
    const { settings, version } = await admin().ok('GET /settings');
    await admin().ok('PUT /settings', { version, body: { ...settings, isMenuMajorDecision: true, menuReviewDays: 3 } });
    const editionId = await open();
    // From Monday 2 March 2026 on.
    expect((await list(editionId)).ifSent).toMatchObject({ workingDays: 7, isMajorDecision: true });
    expect(new Date((await send(editionId)).dueAt).toISOString()).toBe('2026-03-11T16:00:00.000Z');
  });

  test('is refused for what is there already, unseen, blocked, empty, published or unknown', async () => {
    const editionId = await open();
    expect((await sendCall(editionId, '', 7)).problem.code).toBe('version_stale');
    await send(editionId);
    expect((await sendCall(editionId)).problem).toMatchObject({ status: 409, code: 'review_open' });
    expect((await sendCall('edition-1')).problem.code).toBe('edition_not_draft');
    expect((await sendCall('unknown', '', 1)).problem.code).toBe('not_found');
    const { items } = await admin().ok('GET /editions/{editionId}/items', { params: { editionId } });
    const params = { editionId, itemId: items.find(({ powerId }) => powerId === 'litter')?.id ?? '' };
    const body = { terms: terms({ carrier: 'entrustment' }) as Terms };
    await admin().ok('PUT /editions/{editionId}/items/{itemId}', { params, version: 1, body });
    expect((await sendCall(editionId)).problem).toMatchObject({ status: 422, code: 'edition_has_findings', params: { count: 1 } });
  });

  test('needs an office that exists', async () => {
    const editionId = await open();
    app().arrange((tx) => tx.$client.exec(`UPDATE organisations SET duty = NULL WHERE id = 'justice'`));
    expect((await list(editionId)).ifSent).toBeNull();
    expect((await sendCall(editionId)).problem).toMatchObject({ status: 409, code: 'legal_office_missing' });
  });
});

describe('the opinion of the office', () => {
  test('lawful: the draft may be published as it is, and the admin is told', async () => {
    const editionId = await open();
    expect((await publish(editionId)).problem).toMatchObject({ code: 'edition_not_reviewed', params: { standing: 'none' } });
    const review = await send(editionId);
    expect((await publish(editionId)).problem).toMatchObject({ code: 'edition_not_reviewed', params: { standing: 'open' } });
    const { body } = await answer(editionId, review, {});
    expect(body).toMatchObject({ outcome: 'lawful', reviewedBy: { name: '法制审核' }, reviewedAt: app().clock.now(), allowedActions: [] });
    expect(openTasks()).toEqual([['follow_edition_review', 'county', 'admin']]);
    expect((await sendCall(editionId)).problem).toMatchObject({ code: 'review_not_needed' });
    expect((await publish(editionId)).status).toBe(200);
    expect(openTasks()).toEqual([]);
  });

  test('speaks of one version: any change afterwards needs another review', async () => {
    const editionId = await open();
    await answer(editionId, await send(editionId), {});
    await change(editionId);
    expect(await list(editionId)).toMatchObject({ standing: 'outdated', items: [{ outcome: 'lawful', editionVersion: 1 }] });
    expect((await publish(editionId)).problem).toMatchObject({ code: 'edition_not_reviewed', params: { standing: 'outdated' } });
    await answer(editionId, await send(editionId), {});
    expect((await publish(editionId)).status).toBe(200);
  });

  test('with conditions or unlawful: not published until it is mended and found lawful', async () => {
    const editionId = await open();
    const first = await send(editionId);
    expect((await answer(editionId, first, { outcome: 'lawful_with_conditions' })).problem).toMatchObject({
      status: 400,
      errors: [{ pointer: '/text' }],
    });
    await answer(editionId, first, { outcome: 'lawful_with_conditions', text: '补充征求意见情况' });
    expect((await publish(editionId)).problem).toMatchObject({ params: { standing: 'lawful_with_conditions' } });
    // What the conditions ask for may lie outside of the draft: the same version is sent again, with a word on it.
    const second = await send(editionId, '征求意见情况已补充');
    expect((await answer(editionId, second, { outcome: 'unlawful', text: '不符' })).problem).toMatchObject({
      status: 400,
      errors: [{ pointer: '/citation' }],
    });
    await answer(editionId, second, { outcome: 'unlawful', text: '不符', citation: '行政许可法第二十四条' });
    expect((await publish(editionId)).problem).toMatchObject({ params: { standing: 'unlawful' } });
    await change(editionId);
    await answer(editionId, await send(editionId), {}, 'legal2');
    expect((await list(editionId)).items.map(({ outcome }) => outcome)).toEqual(['lawful', 'unlawful', 'lawful_with_conditions']);
    expect((await publish(editionId)).status).toBe(200);
  });

  test('a change while the office has it voids the review and takes the task away', async () => {
    const editionId = await open();
    const review = await send(editionId);
    await change(editionId);
    expect(openTasks()).toEqual([]);
    expect(await list(editionId, 'legal')).toMatchObject({ standing: 'outdated', items: [{ outcome: 'voided', allowedActions: [] }] });
    expect((await answer(editionId, review, {})).problem.code).toBe('version_stale');
    expect((await answer(editionId, { ...review, version: 2 }, {})).problem.code).toBe('review_closed');
  });

  test('two reviewers at once: one is heard, the other sees what happened', async () => {
    const editionId = await open();
    const review = await send(editionId);
    const both = await Promise.all([
      answer(editionId, review, {}),
      answer(editionId, review, { outcome: 'unlawful', text: 'x', citation: 'y' }, 'legal2'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(both.find(({ status }) => status === 412)?.problem.changes).toMatchObject([{ action: 'edition_reviewed' }]);
  });

  test('is not for those who sent it', async () => {
    app().arrange((tx) =>
      tx.$client.exec(`INSERT INTO memberships SELECT 'admin', organisation_id, role FROM memberships WHERE account_id = 'legal'`),
    );
    const editionId = await open();
    const review = await send(editionId);
    expect(review.allowedActions).toEqual(['call_back']);
    expect((await answer(editionId, review, {}, 'admin')).problem).toMatchObject({ status: 403, code: 'sent_by_self' });
  });
});

describe('taking it back', () => {
  test('is possible until the office has answered, and then it is as if never sent', async () => {
    const editionId = await open();
    const review = await send(editionId);
    const back = (version: number) =>
      admin().call('POST /editions/{editionId}/reviews/{reviewId}/withdrawal', {
        params: { editionId, reviewId: review.id },
        version,
        body: {},
      });
    expect((await back(1)).body).toMatchObject({ outcome: 'called_back', version: 2 });
    expect(openTasks()).toEqual([]);
    expect((await list(editionId)).standing).toBe('none');
    expect((await back(2)).problem).toMatchObject({ status: 409, code: 'review_closed' });
    expect((await answer(editionId, { ...review, version: 2 }, {})).problem.code).toBe('review_closed');
    expect((await answer('edition-1', review, {})).problem.code).toBe('not_found');
  });

  test('a draft that was reviewed can be thrown away; the audit trail keeps what was said', async () => {
    const editionId = await open();
    await answer(editionId, await send(editionId), { outcome: 'unlawful', text: '不符', citation: '行政许可法第二十四条' });
    await admin().call('DELETE /editions/{editionId}', { params: { editionId }, version: 1 });
    expect(openTasks()).toEqual([]);
    const said = app()
      .db.select()
      .from(auditRecords)
      .all()
      .filter(({ action }) => action === 'edition_reviewed');
    expect(said.map(({ detail }) => (JSON.parse(detail) as { citation: string }).citation)).toEqual(['行政许可法第二十四条']);
  });
});
