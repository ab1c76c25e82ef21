import { describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#server/domain/time/time.ts';
import { townshipFacts } from '#server/features/training/facts.ts';
import { monday } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const today = dayOf(monday);
const person = { name: '孙新人', post: '综合执法队员', dutyPhone: '0000-1112223', joinedOn: today };
const licence = { kindId: 'law_enforcement', number: 'A-9', validFromOn: today, validToOn: '2031-03-01' };

const audits = (subjectId: string): string[] =>
  app().db.$client.prepare('SELECT action FROM audit_records WHERE subject_id = ? ORDER BY seq').pluck().all(subjectId) as string[];
const count = (table: string): number => app().db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

describe('a roster', () => {
  test('shows only the own people, with their certificates', async () => {
    const { items, kinds } = await app().as('eastclerk').ok('GET /officers');
    expect(items.map(({ name }) => name).sort()).toEqual(['李执法', '王执法', '赵新人'].sort());
    expect(items.find(({ id }) => id === 'officer-li')?.certificates).toMatchObject([
      { kindName: '行政执法证', standing: 'current', source: 'external' },
    ]);
    expect(kinds.map(({ id }) => id)).toContain('law_enforcement');
  });

  test('of another township is not found, unless for training officer and auditor', async () => {
    expect(
      await app()
        .as('eastlead')
        .refusal('GET /officers', { query: { townshipId: 'west' } }),
    ).toBe('404 not_found');
    expect(
      await app()
        .as('eastlead')
        .refusal('GET /officers', { query: { townshipId: 'water' } }),
    ).toBe('404 not_found');
    expect(
      (
        await app()
          .as('trainer')
          .ok('GET /officers', { query: { townshipId: 'west' } })
      ).items,
    ).toHaveLength(1);
    expect((await app().as('auditor').ok('GET /officers')).items).toHaveLength(4);
  });

  test('is for signed-in people with the right role', async () => {
    expect(await app().anonymous.refusal('GET /officers')).toBe('401 not_signed_in');
    expect(await app().as('urbanreviewer').refusal('GET /officers')).toBe('403 forbidden');
    expect(await app().as('auditor').refusal('POST /officers', { body: person })).toBe('403 forbidden');
  });
});

describe('adding a person', () => {
  test('puts them on the own roster, once for one key', async () => {
    const added = await app().as('westclerk').ok('POST /officers', { key: 'the-same-key', body: person });
    const again = await app().as('westclerk').call('POST /officers', { key: 'the-same-key', body: person });
    expect(again.body).toEqual(added);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(added).toMatchObject({ ...person, townshipId: 'west', leftOn: null, certificates: [], version: 1 });
    expect(count('officers')).toBe(5);
    expect(audits(added.id)).toEqual(['officer_added']);
  });

  test('refuses dates that cannot be meant', async () => {
    for (const joinedOn of [addDays(today, 400), '1949-10-01']) {
      expect(
        await app()
          .as('eastlead')
          .refusal('POST /officers', { body: { ...person, joinedOn } }),
      ).toBe('422 date_invalid');
    }
  });
});

describe('changing a person', () => {
  const change = { name: '李执法', post: '队长', dutyPhone: '0000-1', joinedOn: '2025-01-01', leftOn: null };

  test('to a day on which an officer cannot have joined is refused like adding them with it', async () => {
    const params = { officerId: 'officer-li' };
    for (const joinedOn of ['0001-01-01', '2030-01-01']) {
      const reply = await app()
        .as('eastclerk')
        .call('PUT /officers/{officerId}', { params, body: { ...change, joinedOn }, version: 1 });
      expect(reply.problem).toMatchObject({ status: 422, code: 'date_invalid', errors: [{ pointer: '/joinedOn' }] });
    }
  });

  test('keeps what the other wrote: the second gets a conflict that shows what changed', async () => {
    const params = { officerId: 'officer-li' };
    const changed = await app().as('eastclerk').ok('PUT /officers/{officerId}', { params, body: change, version: 1 });
    expect(changed).toMatchObject({ post: '队长', version: 2 });
    const late = await app()
      .as('eastlead')
      .call('PUT /officers/{officerId}', { params, body: { ...change, post: '副队长' }, version: 1 });
    expect(late.status).toBe(412);
    expect(late.problem).toMatchObject({
      code: 'version_stale',
      currentVersion: 2,
      changes: [{ actor: '东河经办', action: 'officer_changed' }],
    });
    const headers = { 'idempotency-key': 'some-key-1', 'content-type': 'application/json' };
    expect(
      (
        await app()
          .as('eastlead')
          .send('PUT', '/officers/officer-li', { headers, body: JSON.stringify(change) })
      ).status,
    ).toBe(428);
  });

  test('records a leaving: from that day the person no longer counts, and the entry stays as it is', async () => {
    const params = { officerId: 'officer-li' };
    const left = await app()
      .as('eastclerk')
      .ok('PUT /officers/{officerId}', { params, body: { ...change, leftOn: today }, version: 1 });
    expect(left.leftOn).toBe(today);
    expect(audits('officer-li')).toEqual(['officer_left']);
    const facts = townshipFacts(app().db, 'east').officers.find(({ officerId }) => officerId === 'officer-li');
    expect(facts?.inPost[0]?.toAt).toBeLessThanOrEqual(monday);
    expect(await app().as('eastclerk').refusal('PUT /officers/{officerId}', { params, body: change, version: 2 })).toBe('409 officer_left');
    expect((await app().as('eastclerk').ok('GET /officers')).items.map(({ id }) => id)).not.toContain('officer-li');
    expect(
      (
        await app()
          .as('eastclerk')
          .ok('GET /officers', { query: { withLeft: 'yes' } })
      ).items.map(({ id }) => id),
    ).toContain('officer-li');
  });

  test('refuses an end before the beginning, and people of others', async () => {
    const body = { ...change, leftOn: '2024-12-31' };
    expect(
      await app()
        .as('eastclerk')
        .refusal('PUT /officers/{officerId}', { params: { officerId: 'officer-li' }, body, version: 1 }),
    ).toBe('422 period_reversed');
    expect(
      await app()
        .as('westlead')
        .refusal('PUT /officers/{officerId}', { params: { officerId: 'officer-li' }, body: change, version: 1 }),
    ).toBe('404 not_found');
    expect(
      await app()
        .as('westlead')
        .refusal('PUT /officers/{officerId}', { params: { officerId: 'nobody' }, body: change, version: 1 }),
    ).toBe('404 not_found');
  });
});

describe('a certificate of another body', () => {
  const params = { officerId: 'officer-zhao' };

  test('counts between the days printed on it', async () => {
    const officer = await app().as('trainer').ok('POST /officers/{officerId}/certificates', { params, body: licence });
    expect(officer.certificates).toMatchObject([{ number: 'A-9', validFromOn: today, validToOn: '2031-03-01', standing: 'current' }]);
    app().clock.set(Date.UTC(2031, 1, 28));
    const { items } = await app().as('eastclerk').ok('GET /officers');
    expect(items.find(({ id }) => id === 'officer-zhao')?.certificates[0]?.standing).toBe('expiring');
    app().clock.set(Date.UTC(2031, 2, 1, 16));
    const later = await app().as('eastclerk').ok('GET /officers');
    expect(later.items.find(({ id }) => id === 'officer-zhao')?.certificates[0]?.standing).toBe('expired');
  });

  test('does not overlap another of its kind, has a known kind and a period, and belongs to somebody in post', async () => {
    const record = (id: string, body: typeof licence): Promise<string> =>
      app()
        .as('trainer')
        .refusal('POST /officers/{officerId}/certificates', { params: { officerId: id }, body });
    expect(await record('officer-li', licence)).toBe('409 certificate_overlap');
    expect(await record('officer-zhao', { ...licence, kindId: 'driving' })).toBe('422 certificate_kind_unknown');
    expect(await record('officer-zhao', { ...licence, validToOn: '2026-03-01' })).toBe('422 period_reversed');
    expect(await record('nobody', licence)).toBe('404 not_found');
    await app()
      .as('eastclerk')
      .ok('PUT /officers/{officerId}', {
        params: { officerId: 'officer-zhao' },
        version: 1,
        body: { name: '赵新人', post: '队员', dutyPhone: '0', joinedOn: '2025-01-01', leftOn: today },
      });
    expect(await record('officer-zhao', licence)).toBe('409 officer_left');
    expect(await app().as('eastlead').refusal('POST /officers/{officerId}/certificates', { params, body: licence })).toBe('403 forbidden');
  });

  test('can be revoked once, from now on; its past stays', async () => {
    const certificateId = 'certificate-officer-li';
    const officer = await app()
      .as('trainer')
      .ok('POST /certificates/{certificateId}/revocation', { params: { certificateId }, body: { reason: '调离执法岗位' } });
    expect(officer.certificates[0]?.standing).toBe('revoked');
    const facts = townshipFacts(app().db, 'east').officers.find(({ officerId }) => officerId === 'officer-li');
    expect(facts?.certificates[0]).toMatchObject({ fromAt: Date.UTC(2025, 0, 1), toAt: monday });
    expect(
      await app()
        .as('trainer')
        .refusal('POST /certificates/{certificateId}/revocation', { params: { certificateId }, body: { reason: '再次' } }),
    ).toBe('409 certificate_revoked');
    expect(
      await app()
        .as('trainer')
        .refusal('POST /certificates/{certificateId}/revocation', { params: { certificateId: 'none' }, body: { reason: '再次' } }),
    ).toBe('404 not_found');
    expect(audits(certificateId)).toEqual(['certificate_revoked']);
  });
});
