import { describe, expect, test } from 'vitest';
import type { Organisation } from '#contract/organisations/organisations.ts';
import { auditRecords } from '#db/schema/records.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const admin = () => app().as('admin');
const profile = {
  residents: 9000,
  areaSquareMetres: 1,
  communities: 3,
  staffQuota: 20,
  staffPresent: 18,
  budgetYuanPerYear: 1,
  tags: ['边远'],
};
const body = {
  ...{
    kind: 'township' as const,
    duty: null,
    system: 'county' as const,
    systemBasis: null,
    name: '南岭乡人民政府',
    shortName: '南岭乡',
    divisionCode: '990101201',
  },
  ...{ townshipKind: 'township' as const, profile, contactPhone: '1', complaintPhone: '2', address: '南岭', isActive: true },
};
const department = {
  ...body,
  kind: 'department' as const,
  name: '青禾县林业局',
  shortName: '林业局',
  divisionCode: null,
  townshipKind: null,
  profile: null,
};
const fieldsOf = ({ id: _id, kind: _kind, version: _version, ...fields }: Organisation) => fields;
async function known(id: string): Promise<Organisation> {
  const found = (await admin().ok('GET /organisations')).items.find((one) => one.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}
const edit = async (id: string, changes: Partial<ReturnType<typeof fieldsOf>>, version?: number) => {
  const before = await known(id);
  return admin().call('PUT /organisations/{organisationId}', {
    params: { organisationId: id },
    version: version ?? before.version,
    body: { ...fieldsOf(before), ...changes },
  });
};

describe('organisations', () => {
  test('are known to everybody in the county, by kind', async () => {
    expect((await app().as('eastclerk').ok('GET /organisations')).items).toHaveLength(6);
    const { items } = await app()
      .as('eastclerk')
      .ok('GET /organisations', { query: { kind: 'township' } });
    expect(items.map(({ id }) => id)).toEqual(['west', 'east']);
  });

  test('are added once, with what their kind demands', async () => {
    const first = await admin().call('POST /organisations', { body, key: 'organisation-1' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ ...body, version: 1 });
    expect((await admin().call('POST /organisations', { body, key: 'organisation-1' })).body).toEqual(first.body);
    expect((await admin().call('POST /organisations', { body: department })).status).toBe(201);
    expect(await admin().refusal('POST /organisations', { body: { ...body, divisionCode: '990101202' } })).toBe(
      '409 organisation_name_taken',
    );
    expect(await admin().refusal('POST /organisations', { body: { ...body, name: '另一乡' } })).toBe('409 division_taken');
    expect(app().db.select().from(auditRecords).all()[0]).toMatchObject({ action: 'organisation_created', actorId: 'admin' });
  });

  test.each([
    [
      'a township without division, kind and profile',
      { ...body, divisionCode: null, townshipKind: null, profile: null },
      ['/divisionCode', '/townshipKind', '/profile'],
    ],
    ['a department that has them', { ...department, divisionCode: '990101202', profile }, ['/divisionCode', '/profile']],
    ['a township that reviews the law', { ...body, duty: 'legal' as const }, ['/duty']],
  ])('refuse %s', async (_, wrong, pointers) => {
    const { problem } = await admin().call('POST /organisations', { body: wrong });
    expect(problem).toMatchObject({ status: 400, code: 'invalid_input' });
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  test('are changed on the version that was seen', async () => {
    const changed = await edit('east', { contactPhone: '0000-9' });
    expect(changed.body).toMatchObject({ contactPhone: '0000-9', version: 2 });
    const late = await edit('east', { name: '西关街道办事处' }, 1);
    expect(late.problem).toMatchObject({ status: 412, currentVersion: 2, changes: [{ action: 'organisation_changed', actor: '管理员' }] });
    expect((await edit('east', { name: '西关街道办事处' })).problem.code).toBe('organisation_name_taken');
    expect((await edit('east', { divisionCode: '990101001' })).problem.code).toBe('division_taken');
    const params = { organisationId: 'nowhere' };
    expect(await admin().refusal('PUT /organisations/{organisationId}', { params, version: 1, body: fieldsOf(await known('east')) })).toBe(
      '404 not_found',
    );
  });

  test('are not closed while people, powers or holdings depend on them', async () => {
    expect((await edit('east', { isActive: false })).problem.code).toBe('organisation_in_use');
    expect((await edit('justice', { duty: null })).problem.code).toBe('organisation_in_use');
    app().arrange((tx) => tx.$client.exec(`DELETE FROM memberships WHERE organisation_id IN ('water', 'west')`));
    expect((await edit('water', { isActive: false })).problem.code).toBe('organisation_in_use');
    const closed = await edit('west', { isActive: false });
    expect(closed.body.isActive).toBe(false);
    expect((await edit('west', { isActive: true })).body).toMatchObject({ isActive: true, version: 3 });
  });
});

describe('the settings', () => {
  test('are changed on the version that was seen, and recorded before and after', async () => {
    const { settings, version } = await admin().ok('GET /settings');
    const changed = { ...settings, departmentOpinionDays: 7 };
    expect((await admin().ok('PUT /settings', { version, body: changed })).settings.departmentOpinionDays).toBe(7);
    const late = await admin().call('PUT /settings', { version, body: settings });
    expect(late.problem).toMatchObject({ status: 412, currentVersion: version + 1, changes: [{ action: 'settings_changed' }] });
    const fact = app().db.select().from(auditRecords).all().at(-1);
    expect(JSON.parse(fact?.detail ?? '')).toMatchObject({
      before: { departmentOpinionDays: settings.departmentOpinionDays },
      after: { departmentOpinionDays: 7 },
    });
    expect(
      (await admin().call('PUT /settings', { version: version + 1, body: { ...settings, preparationSlots: 0 } })).problem,
    ).toMatchObject({ status: 400, errors: [{ pointer: '/preparationSlots' }] });
    expect((await app().as('decider').ok('GET /settings')).version).toBe(version + 1);
  });
});

describe('figures of a township', () => {
  test("are its own and the county's: another township sees the body without them", async () => {
    const seen = async (person: 'eastclerk' | 'urbanreviewer' | 'decider' | 'auditor') =>
      (
        await app()
          .as(person)
          .ok('GET /organisations', { query: { kind: 'township' } })
      ).items
        .filter((one) => one.profile !== null)
        .map(({ id }) => id)
        .sort();
    expect(await seen('eastclerk')).toEqual(['east']);
    expect(
      (
        await app()
          .as('eastclerk')
          .ok('GET /organisations', { query: { kind: 'township' } })
      ).items,
    ).toHaveLength(2);
    for (const person of ['urbanreviewer', 'decider', 'auditor'] as const) expect(await seen(person)).toEqual(['east', 'west']);
  });
});
