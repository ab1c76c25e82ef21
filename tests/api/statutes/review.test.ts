import { describe, expect, test } from 'vitest';
import { itemOf } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { day, givenGrant, rowsOf } from '#tests/api/grants/given.ts';
import { codes, linesOf, named, newBasis, penaltyVersion, repealed, reviewing, versionNow } from './given.ts';

const app = useApp();
const lineOf = async (subjectId: string, status: 'open' | 'done' = 'open') =>
  (await linesOf(app(), { status })).filter((line) => line.subjectId === subjectId);
const bases = (itemId: string) => app().as('eastclerk').ok('GET /menu/items/{itemId}/bases', { params: { itemId } });
const grantNow = (grantId: string) => app().as('decider').ok('GET /grants/{grantId}', { params: { grantId } });
const openTasks = () => rowsOf(app(), "SELECT id FROM tasks WHERE kind = 'review_law_change' AND closed_at IS NULL").length;

describe('a review', () => {
  test('reconfirms with a reason: the flag goes, the item and the register say what was decided', async () => {
    await repealed(app());
    const [line] = await lineOf(itemOf('fine'));
    expect(line).toMatchObject({
      name: '对占道经营的处罚',
      code: 'CG-CF-001',
      place: '第一版',
      edition: { state: 'published' },
      articles: ['第二十四条'],
      review: null,
    });
    const after = await reviewing(app(), await lineOf(itemOf('fine')), {}, 'admin');
    expect(after.body).toMatchObject({ left: { menu_item: 8 }, done: 1, version: 2 });
    expect(await bases(itemOf('fine'))).toMatchObject({
      lawFlag: null,
      bases: [{ validity: 'ended', needsReview: false }],
      reviews: [{ act: 'reconfirmed', reason: '新法第一百条保留了该项职权', by: '管理员' }],
    });
    const { basesNow } = await app().anonymous.ok('GET /register/powers/{code}', { params: { code: 'CG-CF-001' } });
    expect(basesNow.reviews).toMatchObject([{ act: 'reconfirmed', law: '中华人民共和国行政处罚法' }]);
    expect(JSON.stringify(basesNow)).not.toContain('管理员');
    expect(await lineOf(itemOf('fine'), 'done')).toMatchObject([{ review: { act: 'reconfirmed', by: '管理员' } }]);
  });

  test('rebases many at once; the published terms stay as they are and the review lies over them', async () => {
    await repealed(app());
    const grantId = await givenGrant(app(), 'litter');
    const before = await grantNow(grantId);
    const items = await linesOf(app(), { kind: 'menu_item' });
    const rebased = { act: 'rebased', basis: newBasis, reason: '职权移至许可法' } as const;
    const all = [...items, ...(await linesOf(app(), { kind: 'grant' }))];
    expect((await reviewing(app(), all, rebased)).body).toMatchObject({ left: { menu_item: 0, grant: 0 }, done: 10 });
    expect(openTasks()).toBe(0);
    expect(await bases(itemOf('fine'))).toMatchObject({
      lawFlag: null,
      bases: [{ ...newBasis, validity: 'in_force' }],
      reviews: [{ act: 'rebased' }],
    });
    const item = await app()
      .as('eastclerk')
      .ok('GET /menu/items/{itemId}', { params: { itemId: itemOf('fine') } });
    expect(item.terms.legalBases[0]?.law).toBe('中华人民共和国行政处罚法');
    const grant = await grantNow(grantId);
    expect(grant).toMatchObject({ legalBases: [newBasis], lawFlag: null, version: before.version + 1 });
    expect(grant.timeline.at(-1)).toMatchObject({
      kind: 'basis_rebased',
      by: { name: '法制审核' },
      facts: { reason: '职权移至许可法', basis: newBasis },
    });
    const { legalBases } = await app().anonymous.ok('GET /register/powers/{code}', { params: { code: 'CG-CF-001' } });
    expect(legalBases).toEqual([newBasis]);
    const past = await app().anonymous.ok('GET /register/powers/{code}', { params: { code: 'CG-CF-001' }, query: { on: '2026-03-01' } });
    expect(past.legalBases[0]?.law).toBe('中华人民共和国行政处罚法');
    const [record] = rowsOf(app(), "SELECT detail FROM audit_records WHERE action = 'bases_reviewed'");
    expect(String(record?.['detail'])).toContain(`grant ${grantId}`);
  });

  test('rests on a version that is the law, with a basis where there must be one', async () => {
    await repealed(app());
    const lines = await lineOf(itemOf('fine'));
    const rebase = async (basis: typeof newBasis, act: 'rebased' | 'reconfirmed' = 'rebased') =>
      codes(await reviewing(app(), lines, { act, basis }));
    expect(codes(await reviewing(app(), lines, { act: 'rebased' }))).toBe('invalid_input /basis');
    expect(await rebase(newBasis, 'reconfirmed')).toBe('invalid_input /basis');
    expect(await rebase({ ...newBasis, law: '没有登记的法' })).toBe('statute_not_in_force /basis');
    expect(await rebase({ ...newBasis, law: '中华人民共和国行政处罚法', versionOn: '2021-07-15' })).toBe('statute_not_in_force /basis');
    expect(codes(await reviewing(app(), [...lines, ...lines]))).toBe('invalid_input /lines/1');
    const calm = await app()
      .as('legal')
      .call('POST /statute-versions/{versionId}/reviews', {
        params: { versionId: 'version-licensing' },
        version: 1,
        body: { act: 'reconfirmed', reason: 'x', lines: named(lines) },
      });
    expect(calm.problem.code).toBe('statute_version_not_ended');
  });

  test('is all or nothing, and never overwrites another unseen', async () => {
    await repealed(app());
    const lines = await linesOf(app(), { kind: 'menu_item' });
    const [first, ...others] = lines;
    if (!first) throw new Error('no line');
    await reviewing(app(), [first]);
    expect(codes(await reviewing(app(), lines, { act: 'rebased', basis: newBasis }))).toBe('reviewed_meanwhile /lines/0');
    expect((await versionNow(app())).left.menu_item).toBe(8);
    expect(codes(await reviewing(app(), [{ ...first, subjectId: 'nothing' }, ...others]))).toBe('not_resting /lines/0');
    // A reviewer who has seen the first review may put it right.
    expect((await reviewing(app(), await lineOf(first.subjectId, 'done'), { act: 'rebased', basis: newBasis })).status).toBe(200);
    const slip = await lineOf(first.subjectId, 'done');
    expect(codes(await reviewing(app(), slip))).toBe('not_resting /lines/0');
    const right = { ...newBasis, article: '第二十五条' };
    expect((await reviewing(app(), slip, { act: 'rebased', basis: right })).status).toBe(200);
    expect(await bases(first.subjectId)).toMatchObject({ bases: [right] });
    const { version } = await versionNow(app());
    const body = { act: 'reconfirmed', reason: 'x', lines: named(others) } as const;
    const call = (key: string) =>
      app()
        .as('legal')
        .call('POST /statute-versions/{versionId}/reviews', { params: { versionId: penaltyVersion }, version, body, key });
    expect((await call('review-twice')).body).toEqual((await call('review-twice')).body);
    expect(rowsOf(app(), 'SELECT id FROM basis_reviews')).toHaveLength(3 + others.length);
    expect(
      await app()
        .as('legal')
        .refusal('POST /statute-versions/{versionId}/reviews', { params: { versionId: penaltyVersion }, version: 1, body }),
    ).toBe('412 version_stale');
  });

  test('of a grant is the legal office’s: an administrator decides nothing', async () => {
    await repealed(app());
    await givenGrant(app(), 'litter');
    const grants = await linesOf(app(), { kind: 'grant' });
    expect(grants).toMatchObject([{ place: '东河镇人民政府', isRecallOpen: false }]);
    expect(codes(await reviewing(app(), grants, {}, 'admin'))).toBe('forbidden /lines/0/subjectKind');
    const params = { versionId: penaltyVersion };
    const reviewable = async (person: 'admin' | 'legal' | 'decider') =>
      (await app().as(person).ok('GET /statute-versions/{versionId}/lines', { params })).reviewable;
    expect(await reviewable('admin')).toEqual(['menu_item', 'directory_entry', 'township_power']);
    expect(await reviewable('legal')).toHaveLength(4);
    expect(await reviewable('decider')).toEqual([]);
    expect((await reviewing(app(), grants)).body).toMatchObject({ left: { grant: 0 } });
  });

  test('from before a mark that was taken back does not count for the next', async () => {
    await repealed(app());
    await reviewing(app(), await lineOf(itemOf('fine')));
    const params = { versionId: penaltyVersion };
    await app()
      .as('legal')
      .ok('POST /statute-versions/{versionId}/end/undoing', { params, version: 2, body: { reason: '误标' } });
    app().clock.set(app().clock.now() + day);
    await repealed(app());
    expect((await versionNow(app())).left.menu_item).toBe(9);
    expect((await bases(itemOf('fine'))).lawFlag).toBe('repealed');
  });
});

describe('a recall because the law changed', () => {
  const recall = async (grantId: string) =>
    app()
      .as('decider')
      .ok('POST /grants/{grantId}/recall', {
        params: { grantId },
        version: (await grantNow(grantId)).version,
        body: { reasonCode: 'law_changed', basis: '《新法》', notice: '拟收回', isUrgent: false },
      });

  test('takes the grant off what is left, and puts it back when the county keeps it', async () => {
    const grantId = await givenGrant(app(), 'litter');
    await repealed(app());
    await reviewing(app(), await linesOf(app(), { kind: 'menu_item' }));
    expect(openTasks()).toBe(2);
    expect((await recall(grantId)).lawFlag).toBeNull();
    expect((await versionNow(app())).left.grant).toBe(0);
    expect(await lineOf(grantId, 'done')).toMatchObject([{ isRecallOpen: true, review: { act: 'recalled' } }]);
    await app().sweep();
    expect(openTasks()).toBe(0);
    app().clock.set(app().clock.now() + 60 * day);
    const { version } = await grantNow(grantId);
    const body = { outcome: 'keep', text: '仍需保留' } as const;
    expect((await app().as('decider2').ok('POST /grants/{grantId}/recall/decision', { params: { grantId }, version, body })).lawFlag).toBe(
      'repealed',
    );
    expect((await versionNow(app())).left.grant).toBe(1);
    await app().sweep();
    expect(openTasks()).toBe(2);
  });

  test('is done once the grant has ended', async () => {
    const grantId = await givenGrant(app(), 'litter');
    await repealed(app());
    await recall(grantId);
    app().clock.set(app().clock.now() + 60 * day);
    const { version } = await grantNow(grantId);
    const body = {
      outcome: 'recall',
      text: '收回',
      effectiveOn: null,
      pendingCases: [] as { description: string; owner: 'department' | 'township' }[],
    } as const;
    await app().as('decider2').ok('POST /grants/{grantId}/recall/decision', { params: { grantId }, version, body });
    app().clock.set(app().clock.now() + 2 * day);
    expect(await versionNow(app())).toMatchObject({ left: { grant: 0 }, done: 1 });
  });
});
