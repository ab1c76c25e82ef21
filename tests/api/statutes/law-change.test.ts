import { describe, expect, test } from 'vitest';
import { itemOf, monday } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { day, givenGrant, rowsOf } from '#tests/api/grants/given.ts';
import { linesOf, penaltyVersion, repealed, versionNow } from './given.ts';

const app = useApp();
const params = { versionId: penaltyVersion };
const end = (
  body: Partial<{ endKind: 'amended' | 'repealed'; endedOn: string; endBasis: string; successorId: string | null }>,
  version = 1,
) =>
  app()
    .as('admin')
    .call('POST /statute-versions/{versionId}/end', {
      params,
      version,
      body: { endKind: 'repealed', endedOn: '2026-03-02', endBasis: '依据', successorId: null, ...body },
    });
const flagOfItem = async (item = itemOf('fine')) =>
  (
    await app()
      .as('eastclerk')
      .ok('GET /menu/law-flags', { query: { itemIds: `${item},unknown` } })
  ).items.find(({ itemId }) => itemId === item)?.lawFlag ?? null;
const flagOfGrant = async (grantId: string) => (await app().as('eastlead').ok('GET /grants/{grantId}', { params: { grantId } })).lawFlag;
const tasks = () =>
  rowsOf(
    app(),
    "SELECT organisation_id, role, due_at, closed_at IS NULL AS is_open, outcome FROM tasks WHERE kind = 'review_law_change' ORDER BY id",
  );

describe('a mark', () => {
  test('says since when, why and by what; it is refused where it makes no sense', async () => {
    expect((await end({ endedOn: '2021-07-15' })).problem).toMatchObject({ code: 'period_reversed', errors: [{ pointer: '/endedOn' }] });
    expect((await end({ successorId: penaltyVersion })).problem.code).toBe('successor_unfit');
    expect((await end({ successorId: 'nothing' })).problem).toMatchObject({ code: 'invalid_input', errors: [{ pointer: '/successorId' }] });
    expect((await end({}, 7)).problem.code).toBe('version_stale');
    const marked = await end({ endKind: 'amended', successorId: 'version-licensing' });
    expect(marked.body).toMatchObject({
      validity: 'ended',
      endKind: 'amended',
      endedOn: '2026-03-02',
      endBasis: '依据',
      successor: { versionId: 'version-licensing', title: '中华人民共和国行政许可法', versionOn: '2019-04-23' },
      version: 2,
    });
    expect((await end({}, 2)).problem.code).toBe('statute_version_ended');
    expect(rowsOf(app(), 'SELECT kind FROM outbox').map(({ kind }) => kind)).toEqual(['statute_ended']);
    expect(
      await app()
        .as('admin')
        .refusal('POST /statute-versions/{versionId}/end', {
          params: { versionId: 'no' },
          version: 1,
          body: { endKind: 'repealed', endedOn: '2026-03-02', endBasis: 'x', successorId: null },
        }),
    ).toBe('404 not_found');
  });

  test('flags item, grant and register from its day on, without anybody or any job doing a thing', async () => {
    const grantId = await givenGrant(app(), 'litter');
    await repealed(app(), { endedOn: '2026-03-09' });
    expect(await flagOfItem()).toBeNull();
    expect(await flagOfGrant(grantId)).toBeNull();
    expect(
      (
        await app()
          .as('eastclerk')
          .ok('GET /menu/items/{itemId}/bases', { params: { itemId: itemOf('fine') } })
      ).bases,
    ).toMatchObject([{ validity: 'ending', endedOn: '2026-03-09', needsReview: false }]);
    const power = (on?: string) =>
      app().anonymous.ok('GET /register/powers/{code}', { params: { code: 'CG-CF-002' }, query: on === undefined ? {} : { on } });
    expect((await power('2026-03-09')).basesNow).toMatchObject({ lawFlag: 'repealed' });
    app().clock.set(monday + 7 * day);
    expect(await flagOfItem()).toBe('repealed');
    expect(await flagOfGrant(grantId)).toBe('repealed');
    expect((await app().as('decider').ok('GET /grants')).items).toMatchObject([{ lawFlag: 'repealed' }]);
    const { basesNow, holders } = await power();
    expect(basesNow).toMatchObject({
      lawFlag: 'repealed',
      bases: [{ validity: 'ended', needsReview: true, endBasis: '《新法》第一百条（测试）' }],
      reviews: [],
    });
    expect(holders.map(({ townshipId, lawFlag }) => [townshipId, lawFlag])).toEqual([
      ['west', null],
      ['east', 'repealed'],
    ]);
    expect((await power('2026-03-08')).basesNow.lawFlag).toBeNull();
    const holdings = await app().anonymous.ok('GET /register/holdings');
    expect(holdings.items).toMatchObject([{ code: 'CG-CF-002', lawFlag: 'repealed' }]);
    expect(await app().anonymous.ok('GET /register/holdings.csv')).toContain(',依据已废止，待复核\r\n');
    expect((await app().anonymous.ok('GET /register/townships/{townshipId}', { params: { townshipId: 'east' } })).items).toMatchObject([
      { lawFlag: 'repealed' },
    ]);
  });

  test('gives the administrator and the legal office a task that leads to the worklist', async () => {
    await repealed(app());
    expect(tasks()).toMatchObject([
      { organisation_id: 'county', role: 'admin', due_at: null, is_open: 1 },
      { organisation_id: 'justice', role: 'legal_reviewer', due_at: null, is_open: 1 },
    ]);
    expect((await app().as('legal').ok('GET /tasks')).items).toMatchObject([
      { kind: 'review_law_change', subjectKind: 'statute_version', subjectId: penaltyVersion, powerName: '中华人民共和国行政处罚法' },
    ]);
    expect((await app().as('decider').ok('GET /tasks')).items).toEqual([]);
    const changes = await app().as('decider').ok('GET /law-changes');
    expect(changes).toMatchObject({ total: 1, items: [{ id: penaltyVersion, left: { menu_item: 9, grant: 0 }, done: 0 }] });
  });

  test('that lies ahead is to be worked off by its day', async () => {
    await repealed(app(), { endedOn: '2026-03-09' });
    expect(tasks()[0]).toMatchObject({ due_at: Date.UTC(2026, 2, 8, 16) });
    expect((await linesOf(app(), { kind: 'menu_item' })).length).toBe(9);
  });

  test('is taken back with a reason when it was a mistake; the flags and tasks go with it', async () => {
    await repealed(app());
    const undo = (version: number) =>
      app()
        .as('legal')
        .call('POST /statute-versions/{versionId}/end/undoing', { params, version, body: { reason: '看错了法律名称' } });
    expect((await undo(1)).problem).toMatchObject({ code: 'version_stale', changes: [{ action: 'statute_ended' }] });
    expect((await undo(2)).body).toMatchObject({
      validity: 'in_force',
      endedOn: null,
      endKind: null,
      endBasis: '',
      successor: null,
      version: 3,
    });
    expect((await undo(3)).problem.code).toBe('statute_version_not_ended');
    expect(await flagOfItem()).toBeNull();
    expect(tasks().map(({ is_open }) => is_open)).toEqual([0, 0]);
    const [record] = rowsOf(app(), "SELECT detail FROM audit_records WHERE action = 'statute_end_undone'");
    expect(String(record?.['detail'])).toContain('看错了法律名称');
    expect((await app().as('legal').ok('GET /law-changes')).items).toEqual([]);
  });

  test('shows the draft to its readers only', async () => {
    const draft = await app()
      .as('admin')
      .ok('POST /editions', { body: { title: '第二版' } });
    const { items } = await app()
      .as('admin')
      .ok('GET /editions/{editionId}/items', { params: { editionId: draft.id } });
    const itemId = items[0]?.id ?? '';
    expect((await app().as('legal').ok('GET /menu/items/{itemId}/bases', { params: { itemId } })).bases).toHaveLength(1);
    expect(await app().as('eastlead').refusal('GET /menu/items/{itemId}/bases', { params: { itemId } })).toBe('404 not_found');
    expect((await versionNow(app())).left.menu_item).toBe(18);
  });
});
