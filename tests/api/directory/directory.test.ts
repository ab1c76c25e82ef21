import { desc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { DirectoryEntry } from '#contract/directory/directory-entries.ts';
import type { TownshipPower } from '#contract/directory/township-powers.ts';
import type { LegalBasis } from '#contract/words.ts';
import { auditRecords } from '#db/schema/records.ts';
import { legalCitations } from '#db/schema/statutes.ts';
import { powers } from '#db/schema/powers.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const admin = () => app().as('admin');
const basis: LegalBasis = { law: '中华人民共和国城乡规划法', article: '第六十四条', versionOn: '2019-04-23' };
const entry: Omit<DirectoryEntry, 'id' | 'version' | 'endedOn' | 'powerCode' | 'powerName'> = {
  code: 'S-001',
  name: '对占用道路经营行为的行政处罚',
  statutoryType: 'penalty',
  field: '城市管理',
  bases: [basis],
  scopeNote: '',
  decision: '某省人民政府关于赋予乡镇人民政府、街道办事处部分县级行政处罚权的决定',
  decidedOn: '2025-06-01',
  powerId: null,
};
const actions = (id: string) =>
  app()
    .db.select({ action: auditRecords.action })
    .from(auditRecords)
    .where(eq(auditRecords.subjectId, id))
    .orderBy(desc(auditRecords.seq))
    .all()
    .map(({ action }) => action)
    .reverse();

describe('the provincial directory', () => {
  test('is entered once per code, read by everybody, and cites its statutes', async () => {
    const key = 'new-entry-1';
    const first = await admin().call('POST /directory', { body: entry, key });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ ...entry, powerCode: null, endedOn: null, version: 1 });
    expect((await admin().call('POST /directory', { body: entry, key })).body).toEqual(first.body);
    expect(await admin().refusal('POST /directory', { body: entry })).toBe('409 directory_code_taken');
    const read = await app()
      .as('eastclerk')
      .ok('GET /directory/{entryId}', { params: { entryId: first.body.id } });
    expect(read).toEqual(first.body);
    expect(await admin().refusal('GET /directory/{entryId}', { params: { entryId: 'nobody' } })).toBe('404 not_found');
    const cited = app().db.select().from(legalCitations).where(eq(legalCitations.subjectId, first.body.id)).all();
    expect(cited).toMatchObject([{ subjectKind: 'directory_entry', law: basis.law, article: basis.article }]);
  });

  test('is corrected, linked and ended, each in the version that was seen', async () => {
    const made = await admin().ok('POST /directory', { body: entry });
    const params = { entryId: made.id };
    const { powerId: _none, ...fields } = entry;
    const edited = await admin().ok('PUT /directory/{entryId}', { params, version: 1, body: { ...fields, scopeNote: '限建成区内' } });
    expect(edited).toMatchObject({ scopeNote: '限建成区内', version: 2 });
    expect(await admin().refusal('PUT /directory/{entryId}', { params, version: 1, body: fields })).toBe('412 version_stale');
    const linked = await admin().ok('PUT /directory/{entryId}/power', { params, version: 2, body: { powerId: 'fine' } });
    expect(linked).toMatchObject({ powerId: 'fine', powerCode: 'CG-CF-001', version: 3 });
    const early = { params, version: 3, body: { endedOn: '2025-05-31' } };
    expect(await admin().refusal('PUT /directory/{entryId}/end', early)).toBe('422 date_invalid');
    const ended = await admin().ok('PUT /directory/{entryId}/end', { params, version: 3, body: { endedOn: '2026-01-01' } });
    expect(ended.endedOn).toBe('2026-01-01');
    expect((await admin().ok('PUT /directory/{entryId}/end', { params, version: 4, body: { endedOn: null } })).endedOn).toBeNull();
    expect(actions(made.id)).toEqual([
      'directory_entry_added',
      'directory_entry_changed',
      'directory_entry_linked',
      'directory_entry_ended',
      'directory_entry_ended',
    ]);
  });

  test('speaks of powers that are there and still used', async () => {
    const unknown = await admin().call('POST /directory', { body: { ...entry, powerId: 'nobody' } });
    expect(unknown.problem).toMatchObject({ status: 400, code: 'invalid_input', errors: [{ pointer: '/powerId' }] });
    app().arrange((tx) => {
      tx.update(powers).set({ mergedIntoId: 'litter' }).where(eq(powers.id, 'fine')).run();
    });
    expect(await admin().refusal('POST /directory', { body: { ...entry, powerId: 'fine' } })).toBe('409 power_retired');
  });

  test('is searched, filtered and paged by code', async () => {
    for (const code of ['S-003', 'S-001', 'S-002']) await admin().ok('POST /directory', { body: { ...entry, code } });
    await admin().ok('POST /directory', {
      body: { ...entry, code: 'S-004', name: '取水许可', statutoryType: 'licensing', powerId: 'well' },
    });
    const page = await admin().ok('GET /directory', { query: { limit: '2' } });
    expect(page).toMatchObject({ total: 4, isTotalExact: true, nextCursor: 'S-002' });
    const rest = await admin().ok('GET /directory', { query: { limit: '2', cursor: 'S-002' } });
    expect([...page.items, ...rest.items].map(({ code }) => code)).toEqual(['S-001', 'S-002', 'S-003', 'S-004']);
    expect((await admin().ok('GET /directory', { query: { link: 'linked' } })).items.map(({ code }) => code)).toEqual(['S-004']);
    expect((await admin().ok('GET /directory', { query: { link: 'unlinked', q: '道路' } })).total).toBe(3);
    expect((await admin().ok('GET /directory', { query: { statutoryType: 'licensing' } })).total).toBe(1);
    const [first] = page.items;
    await admin().ok('PUT /directory/{entryId}/end', {
      params: { entryId: first?.id ?? '' },
      version: 1,
      body: { endedOn: '2026-03-02' },
    });
    expect((await admin().ok('GET /directory', { query: { state: 'in_force' } })).total).toBe(3);
    expect((await admin().ok('GET /directory', { query: { state: 'ended' } })).items.map(({ code }) => code)).toEqual(['S-001']);
  });
});

const statutory: Omit<TownshipPower, 'id' | 'version' | 'powerCode' | 'powerName'> = {
  name: '责令停止违法建设',
  kinds: ['town', 'township'],
  bases: [basis],
  powerId: null,
};
describe('statutory township powers', () => {
  test('are kept with the kinds that the law names', async () => {
    const made = await admin().ok('POST /township-powers', { body: statutory });
    expect(made).toMatchObject({ ...statutory, version: 1 });
    expect(await admin().refusal('POST /township-powers', { body: statutory })).toBe('409 township_power_taken');
    await admin().ok('POST /township-powers', { body: { ...statutory, name: '对所有乡镇街道', kinds: [] } });
    const named = async (kind: 'town' | 'subdistrict') =>
      (await app().as('westclerk').ok('GET /township-powers', { query: { kind } })).items.map(({ name }) => name);
    expect(await named('town')).toEqual([statutory.name, '对所有乡镇街道']);
    expect(await named('subdistrict')).toEqual(['对所有乡镇街道']);
  });

  test('are corrected, linked and removed', async () => {
    const { id } = await admin().ok('POST /township-powers', { body: statutory });
    const params = { townshipPowerId: id };
    const { powerId: _none, ...fields } = statutory;
    const edited = await admin().ok('PUT /township-powers/{townshipPowerId}', { params, version: 1, body: { ...fields, kinds: ['town'] } });
    expect(edited.kinds).toEqual(['town']);
    const linked = { params, version: 2, body: { powerId: 'ditch' } };
    expect(await admin().ok('PUT /township-powers/{townshipPowerId}/power', linked)).toMatchObject({ powerCode: 'SL-QT-001' });
    expect(await admin().refusal('DELETE /township-powers/{townshipPowerId}', { params, version: 2 })).toBe('412 version_stale');
    await admin().ok('DELETE /township-powers/{townshipPowerId}', { params, version: 3 });
    expect(await admin().refusal('GET /township-powers/{townshipPowerId}', { params })).toBe('404 not_found');
    expect(actions(id)).toEqual(['township_power_added', 'township_power_changed', 'township_power_linked', 'township_power_removed']);
  });
});
