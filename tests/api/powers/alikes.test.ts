import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { alikeVerdicts, dutyEntries } from '#db/schema/directory.ts';
import { powers } from '#db/schema/powers.ts';
import { draftOf, listedBy, statutory, takenBack } from '#tests/api/directory/given.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const admin = () => app().as('admin');
const newPower = (code: string, name: string) =>
  admin().ok('POST /powers', {
    body: { code, name, statutoryType: 'penalty', category: 'enforcement', field: '城管', departmentId: 'urban' },
  });
const pairs = async (query: { kind?: 'power' | 'duty_entry'; powerId?: string } = {}) =>
  (await admin().ok('GET /alikes', { query })).items.map(({ left, power }) => `${left.kind} ${left.name} = ${power.code}`);

describe('names that look the same', () => {
  test('are told for everything that is not linked yet, and for two powers once', async () => {
    const entry = await listedBy(app(), 'S-001', null, '对占用道路经营行为的行政处罚');
    await listedBy(app(), 'S-002', 'litter', '对乱倒垃圾行为的处罚');
    await statutory(app(), ['town'], null, '沟渠的巡护');
    await newPower('CG-CF-009', '占道经营的行政处罚');
    expect(await pairs()).toEqual([
      'directory_entry 对占用道路经营行为的行政处罚 = CG-CF-001',
      'directory_entry 对占用道路经营行为的行政处罚 = CG-CF-009',
      'power 对占道经营的处罚 = CG-CF-009',
      'township_power 沟渠的巡护 = SL-QT-001',
    ]);
    expect(await pairs({ kind: 'power' })).toEqual(['power 对占道经营的处罚 = CG-CF-009']);
    expect(await pairs({ powerId: 'ditch' })).toEqual(['township_power 沟渠的巡护 = SL-QT-001']);
    const { items } = await admin().ok('GET /alikes', { query: { powerId: 'fine' } });
    expect(items[0]).toMatchObject({ left: { id: entry.id, count: 1 }, power: { id: 'fine' }, likeness: 100, common: ['占道经营'] });
    expect(await admin().refusal('GET /alikes', { query: { powerId: 'nobody' } })).toBe('404 not_found');
  });

  test('mean the same: the entry speaks of the power from now on, on the lists of all townships', async () => {
    const duty = await takenBack(app(), 'east', null, '沟渠巡护工作');
    await takenBack(app(), 'west', null, '沟渠巡护工作');
    const { items } = await admin().ok('GET /alikes');
    expect(items).toMatchObject([{ left: { kind: 'duty_entry', list: 'taken_back', count: 2 }, power: { id: 'ditch' } }]);
    const draft = await draftOf(app());
    expect(await draft.findings()).toContain('SL-QT-001 name_alike warning');
    const body = { leftKind: 'duty_entry', leftId: duty.id, powerId: 'ditch', verdict: 'same' } as const;
    expect(await admin().ok('POST /alikes', { body })).toEqual({ powerId: 'ditch' });
    expect(app().db.select().from(dutyEntries).where(eq(dutyEntries.powerId, 'ditch')).all()).toHaveLength(2);
    expect(await draft.findings()).toContain('SL-QT-001 taken_back blocking');
    expect(await admin().refusal('POST /alikes', { body })).toBe('409 alike_decided');
    expect(await pairs()).toEqual([]);
  });

  test('mean something else: the question is not asked again, and no draft is bothered', async () => {
    const { id: leftId } = await statutory(app(), [], null, '沟渠的巡护');
    const draft = await draftOf(app());
    const body = { leftKind: 'township_power', leftId, powerId: 'ditch', verdict: 'different' } as const;
    await admin().ok('POST /alikes', { body });
    expect(await pairs()).toEqual([]);
    expect(await draft.findings()).not.toContain('SL-QT-001 name_alike warning');
    expect(app().db.select().from(alikeVerdicts).all()).toMatchObject([{ leftId, verdict: 'different', actorName: '管理员' }]);
    expect(await admin().refusal('POST /alikes', { body: { ...body, verdict: 'same' } })).toBe('409 alike_decided');
  });

  test('of two powers the one that is not in use is retired, and what spoke of it speaks of the other', async () => {
    const twin = await newPower('CG-CF-009', '占道经营的行政处罚');
    const entry = await listedBy(app(), 'S-001', twin.id);
    const body = { leftKind: 'power', leftId: 'fine', powerId: twin.id, verdict: 'same' } as const;
    const used = await admin().call('POST /alikes', { body: { ...body, keep: 'power' } });
    expect(used.problem).toMatchObject({ status: 409, code: 'power_in_use', params: { code: 'CG-CF-001', uses: 'menu' } });
    expect(await admin().ok('POST /alikes', { body: { ...body, keep: 'left' } })).toEqual({ powerId: 'fine' });
    expect((await admin().ok('GET /directory/{entryId}', { params: { entryId: entry.id } })).powerId).toBe('fine');
    expect((await admin().ok('GET /powers', { query: { q: '占道' } })).items.map(({ code }) => code)).toEqual(['CG-CF-001', 'CG-JC-001']);
    expect((await admin().ok('GET /powers', { query: { state: 'retired' } })).items).toMatchObject([
      { code: 'CG-CF-009', mergedIntoId: 'fine' },
    ]);
    const draft = await draftOf(app());
    const terms = (await admin().ok('GET /menu/items/{itemId}', { params: { itemId: 'item-fine' } })).terms;
    const adding = { params: { editionId: draft.editionId }, body: { powerId: twin.id, terms } };
    expect(await admin().refusal('POST /editions/{editionId}/items', adding)).toBe('409 power_retired');
    const again = { ...body, powerId: 'fine', leftId: twin.id };
    expect(await admin().refusal('POST /alikes', { body: again })).toBe('409 alike_decided');
  });
});

describe('a power', () => {
  const fields = {
    ...{ name: '占道经营的处罚', field: '城管', departmentId: 'urban', limitsPersonalFreedom: false },
    ...{ cameDownFrom: null, cameDownBasis: '' },
  };
  const params = { powerId: 'fine' };

  test('is corrected in the version that was seen, and the menu follows', async () => {
    expect(await admin().ok('PUT /powers/{powerId}', { params, version: 1, body: fields })).toMatchObject({
      name: fields.name,
      version: 2,
    });
    expect(
      (
        await app()
          .as('eastclerk')
          .ok('GET /menu/items/{itemId}', { params: { itemId: 'item-fine' } })
      ).name,
    ).toBe(fields.name);
    expect(await admin().refusal('PUT /powers/{powerId}', { params, version: 1, body: fields })).toBe('412 version_stale');
    expect(await app().as('legal').ok('GET /powers/{powerId}', { params })).toMatchObject({ code: 'CG-CF-001', version: 2 });
    expect(await admin().refusal('GET /powers/{powerId}', { params: { powerId: 'nobody' } })).toBe('404 not_found');
  });

  test('that came down needs the decision by which it did', async () => {
    const body = { ...fields, cameDownFrom: 'province' } as const;
    const unsaid = await admin().call('PUT /powers/{powerId}', { params, version: 1, body });
    expect(unsaid.problem).toMatchObject({ code: 'reason_required', errors: [{ pointer: '/cameDownBasis' }] });
    const said = { params, version: 1, body: { ...body, cameDownBasis: '省政府令第8号' } };
    expect(await admin().ok('PUT /powers/{powerId}', said)).toMatchObject({ cameDownFrom: 'province', cameDownBasis: '省政府令第8号' });
  });

  test('moves to another department only while no township has asked for it', async () => {
    const body = { ...fields, departmentId: 'water' };
    const strange = await admin().call('PUT /powers/{powerId}', { params, version: 1, body: { ...fields, departmentId: 'east' } });
    expect(strange.problem).toMatchObject({ status: 400, errors: [{ pointer: '/departmentId' }] });
    await app()
      .as('eastclerk')
      .ok('POST /orders', {
        body: {
          name: '点单',
          lines: [
            { itemId: 'item-fine', need: '', casesPerYear: null, approach: '', officerIds: [], startWishOn: null, replacesGrantId: null },
          ],
        },
      });
    expect(await admin().refusal('PUT /powers/{powerId}', { params, version: 1, body })).toBe('409 power_in_use');
    const relief = { ...body, departmentId: 'urban', name: '抗旱补助' };
    expect(await admin().ok('PUT /powers/{powerId}', { params: { powerId: 'relief' }, version: 1, body: relief })).toMatchObject({
      departmentName: '青禾县城市管理局',
    });
  });

  test('that was retired is not corrected any more', async () => {
    app().arrange((tx) => {
      tx.update(powers).set({ mergedIntoId: 'litter' }).where(eq(powers.id, 'fine')).run();
    });
    expect(await admin().refusal('PUT /powers/{powerId}', { params, version: 1, body: fields })).toBe('409 power_retired');
  });
});
