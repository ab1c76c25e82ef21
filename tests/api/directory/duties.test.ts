import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { dutyEntries } from '#db/schema/directory.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const admin = () => app().as('admin');
const duty = {
  list: 'basic',
  townshipId: null,
  name: '组织防汛抗旱',
  field: '应急管理',
  department: '',
  note: '',
  powerId: null,
} as const;

describe('duty lists', () => {
  test('hold a name once per list and township, and once for the whole county', async () => {
    const made = await admin().ok('POST /duties', { body: duty });
    expect(made).toMatchObject({ ...duty, townshipName: null, version: 1 });
    expect(await admin().refusal('POST /duties', { body: duty })).toBe('409 duty_taken');
    const east = { ...duty, townshipId: 'east' };
    expect(await admin().ok('POST /duties', { body: east })).toMatchObject({ townshipName: '东河镇人民政府' });
    expect(await admin().refusal('POST /duties', { body: east })).toBe('409 duty_taken');
    await admin().ok('POST /duties', { body: { ...east, list: 'supporting', department: '县水利局' } });
    const urban = await admin().call('POST /duties', { body: { ...duty, townshipId: 'urban' } });
    expect(urban.problem).toMatchObject({ status: 400, errors: [{ pointer: '/townshipId' }] });
  });

  test('are read by a township as far as they are its own or the whole county’s, and by the county’s side all', async () => {
    const ofCounty = await admin().ok('POST /duties', { body: duty });
    const ofEast = await admin().ok('POST /duties', { body: { ...duty, townshipId: 'east', name: '东河的事' } });
    const ofWest = await admin().ok('POST /duties', { body: { ...duty, townshipId: 'west', name: '西关的事' } });
    const ids = async (person: 'eastclerk' | 'urbanreviewer', query: { townshipId?: string } = {}) =>
      (await app().as(person).ok('GET /duties', { query })).items.map(({ id }) => id);
    expect(await ids('eastclerk')).toEqual([ofCounty.id, ofEast.id]);
    expect(await ids('eastclerk', { townshipId: 'east' })).toEqual([ofEast.id]);
    expect(await ids('eastclerk', { townshipId: 'county' })).toEqual([ofCounty.id]);
    expect(await ids('urbanreviewer')).toEqual([ofCounty.id, ofEast.id, ofWest.id]);
    expect(await ids('urbanreviewer', { townshipId: 'west' })).toEqual([ofWest.id]);
    const east = app().as('eastclerk');
    expect(await east.refusal('GET /duties', { query: { townshipId: 'west' } })).toBe('404 not_found');
    expect(await east.refusal('GET /duties/{dutyId}', { params: { dutyId: ofWest.id } })).toBe('404 not_found');
    expect((await east.ok('GET /duties/{dutyId}', { params: { dutyId: ofCounty.id } })).name).toBe(duty.name);
  });

  test('are filtered by list and link, and paged', async () => {
    for (const name of ['甲', '乙', '丙']) await admin().ok('POST /duties', { body: { ...duty, name } });
    await admin().ok('POST /duties', { body: { ...duty, list: 'taken_back', name: '丁', powerId: 'fine' } });
    const first = await admin().ok('GET /duties', { query: { limit: '3', townshipId: 'county' } });
    expect(first).toMatchObject({ total: 4, items: [{ name: '甲' }, { name: '乙' }, { name: '丙' }] });
    const second = await admin().ok('GET /duties', { query: { cursor: first.nextCursor ?? '', townshipId: 'county' } });
    expect(second.items).toMatchObject([{ name: '丁', powerCode: 'CG-CF-001' }]);
    expect((await admin().ok('GET /duties', { query: { list: 'basic' } })).total).toBe(3);
    expect((await admin().ok('GET /duties', { query: { link: 'linked' } })).total).toBe(1);
    expect((await admin().ok('GET /duties', { query: { q: '丙' } })).total).toBe(1);
  });

  test('are corrected, linked and shortened in the version that was seen', async () => {
    const { id: dutyId } = await admin().ok('POST /duties', { body: duty });
    await admin().ok('POST /duties', { body: { ...duty, name: '另一件事' } });
    const { list: _list, townshipId: _township, powerId: _none, ...fields } = duty;
    const params = { dutyId };
    expect(await admin().refusal('PUT /duties/{dutyId}', { params, version: 1, body: { ...fields, name: '另一件事' } })).toBe(
      '409 duty_taken',
    );
    expect(await admin().ok('PUT /duties/{dutyId}', { params, version: 1, body: { ...fields, note: '见通知' } })).toMatchObject({
      note: '见通知',
      version: 2,
    });
    expect(await admin().refusal('PUT /duties/{dutyId}', { params, version: 1, body: fields })).toBe('412 version_stale');
    await admin().ok('PUT /duties/{dutyId}/power', { params, version: 2, body: { powerId: 'fine' } });
    await admin().ok('DELETE /duties/{dutyId}', { params, version: 3 });
    expect(app().db.select().from(dutyEntries).where(eq(dutyEntries.id, dutyId)).all()).toEqual([]);
  });
});
