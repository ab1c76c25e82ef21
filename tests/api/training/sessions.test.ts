import { describe, expect, test } from 'vitest';
import { addDays, dayOf, startOfDay } from '#server/domain/time/time.ts';
import { townshipFacts } from '#server/features/training/facts.ts';
import { monday } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const today = dayOf(monday);
const course = { name: '行政处罚实务', description: '', hours: 24, certificateName: '行政处罚实务培训合格证', validMonths: 24 };
const plan = { title: '第一期', startsOn: today, endsOn: addDays(today, 2), place: '县委党校', capacity: 2 };

async function openSession(capacity = plan.capacity) {
  const { id, certificateKindId } = await app().as('trainer').ok('POST /courses', { body: course });
  const session = await app()
    .as('trainer')
    .ok('POST /courses/{courseId}/sessions', { params: { courseId: id }, body: { ...plan, capacity } });
  return { courseId: id, certificateKindId, sessionId: session.id };
}
const enrol = (sessionId: string, officerIds: string[]) =>
  app().as('eastclerk').ok('POST /sessions/{sessionId}/enrolments', { params: { sessionId }, body: { officerIds } });

describe('courses', () => {
  test('bring a kind of certificate, with a name of its own', async () => {
    const made = await app().as('admin').ok('POST /courses', { body: course });
    expect(made).toMatchObject({ certificateKindName: course.certificateName, validMonths: 24, isActive: true });
    const { courses, kinds } = await app().as('urbanreviewer').ok('GET /courses');
    expect(courses).toEqual([made]);
    expect(kinds.find(({ id }) => id === made.certificateKindId)).toMatchObject({ issuer: 'course', validMonths: 24 });
    expect(
      await app()
        .as('trainer')
        .refusal('POST /courses', { body: { ...course, name: '另一门' } }),
    ).toBe('409 certificate_kind_taken');
    expect(
      await app()
        .as('trainer')
        .refusal('POST /courses', { body: { ...course, certificateName: '另一证' } }),
    ).toBe('409 certificate_kind_taken');
    expect(await app().as('eastlead').refusal('POST /courses', { body: course })).toBe('403 forbidden');
    expect(await app().anonymous.refusal('GET /courses')).toBe('401 not_signed_in');
  });
});

describe('a session', () => {
  test('is scheduled for an active course, not backwards', async () => {
    const { courseId, sessionId } = await openSession();
    const schedule = (id: string, body: typeof plan) =>
      app()
        .as('trainer')
        .refusal('POST /courses/{courseId}/sessions', { params: { courseId: id }, body });
    expect(await schedule(courseId, { ...plan, endsOn: addDays(today, -1) })).toBe('422 period_reversed');
    expect(await schedule('none', plan)).toBe('404 not_found');
    app().arrange((tx) => tx.$client.prepare('UPDATE courses SET is_active = 0').run());
    expect(await schedule(courseId, plan)).toBe('409 course_inactive');
    const { session } = await app().as('auditor').ok('GET /sessions/{sessionId}', { params: { sessionId } });
    expect(session).toMatchObject({ ...plan, courseName: course.name, enrolled: 0, state: 'open' });
  });

  test('takes people of the own roster while it is open and has room', async () => {
    const { sessionId } = await openSession();
    const file = await enrol(sessionId, ['officer-li']);
    expect(file.session).toMatchObject({ enrolled: 1, version: 2 });
    expect(file.attendees).toEqual([
      { officerId: 'officer-li', name: '李执法', townshipName: '东河镇人民政府', result: null, score: null },
    ]);
    const refusal = (officerIds: string[]) =>
      app().as('eastclerk').refusal('POST /sessions/{sessionId}/enrolments', { params: { sessionId }, body: { officerIds } });
    expect(await refusal(['officer-li'])).toBe('409 already_enrolled');
    expect(await refusal(['officer-qian'])).toBe('422 officer_unknown');
    expect(await refusal(['officer-wang', 'officer-zhao'])).toBe('409 session_full');
    app().arrange((tx) => tx.$client.prepare("UPDATE officers SET left_on = ? WHERE id = 'officer-zhao'").run(today));
    expect(await refusal(['officer-zhao'])).toBe('409 officer_left');
    expect(
      await app()
        .as('eastclerk')
        .refusal('POST /sessions/{sessionId}/enrolments', { params: { sessionId: 'none' }, body: { officerIds: ['officer-li'] } }),
    ).toBe('404 not_found');
  });

  test('shows a township its own people only', async () => {
    const { sessionId } = await openSession();
    await enrol(sessionId, ['officer-li']);
    const seen = await app().as('westlead').ok('GET /sessions/{sessionId}', { params: { sessionId } });
    expect(seen).toMatchObject({ session: { enrolled: 1 }, attendees: [] });
    expect((await app().as('trainer').ok('GET /sessions/{sessionId}', { params: { sessionId } })).attendees).toHaveLength(1);
    expect(await app().as('decider').refusal('GET /sessions/{sessionId}', { params: { sessionId } })).toBe('403 forbidden');
  });

  test('lets people off again until they have a result', async () => {
    const { sessionId } = await openSession();
    await enrol(sessionId, ['officer-li', 'officer-wang']);
    const path = 'DELETE /sessions/{sessionId}/enrolments/{officerId}' as const;
    expect(
      await app()
        .as('westclerk')
        .refusal(path, { params: { sessionId, officerId: 'officer-li' } }),
    ).toBe('404 not_found');
    await app()
      .as('eastclerk')
      .ok(path, { params: { sessionId, officerId: 'officer-wang' } });
    expect(
      await app()
        .as('eastclerk')
        .refusal(path, { params: { sessionId, officerId: 'officer-wang' } }),
    ).toBe('409 not_enrolled');
    await app()
      .as('trainer')
      .ok('POST /sessions/{sessionId}/results', {
        params: { sessionId },
        version: 3,
        body: { heldOn: today, results: [{ officerId: 'officer-li', result: 'absent', score: null }] },
      });
    expect(
      await app()
        .as('eastclerk')
        .refusal(path, { params: { sessionId, officerId: 'officer-li' } }),
    ).toBe('409 result_recorded');
  });

  test('can be called off before it was held', async () => {
    const { sessionId } = await openSession();
    const cancel = { params: { sessionId }, body: { reason: '讲师调整' } };
    expect(
      await app()
        .as('trainer')
        .refusal('POST /sessions/{sessionId}/cancellation', { ...cancel, version: 7 }),
    ).toBe('412 version_stale');
    expect(
      (
        await app()
          .as('trainer')
          .ok('POST /sessions/{sessionId}/cancellation', { ...cancel, version: 1 })
      ).state,
    ).toBe('cancelled');
    expect(
      await app()
        .as('trainer')
        .refusal('POST /sessions/{sessionId}/cancellation', { ...cancel, version: 2 }),
    ).toBe('409 session_closed');
    expect(
      await app()
        .as('eastclerk')
        .refusal('POST /sessions/{sessionId}/enrolments', { params: { sessionId }, body: { officerIds: ['officer-li'] } }),
    ).toBe('409 session_closed');
  });
});

describe('results', () => {
  const passed = (officerId: string) => ({ officerId, result: 'passed' as const, score: 88 });

  test('give those who passed a certificate from the day it was held, with gapless numbers', async () => {
    const { sessionId, certificateKindId } = await openSession(5);
    await enrol(sessionId, ['officer-li', 'officer-wang', 'officer-zhao']);
    app().clock.advance(3 * 86_400_000);
    const body = {
      heldOn: today,
      results: [passed('officer-li'), passed('officer-wang'), { officerId: 'officer-zhao', result: 'failed' as const, score: 40 }],
    };
    const file = await app().as('trainer').ok('POST /sessions/{sessionId}/results', { params: { sessionId }, version: 2, body });
    expect(file).toMatchObject({
      session: { state: 'held', version: 3 },
      attendees: [{ result: 'passed' }, { result: 'passed' }, { result: 'failed' }],
    });
    const facts = townshipFacts(app().db, 'east').officers.map(({ certificates }) =>
      certificates.filter(({ certificateKind }) => certificateKind === certificateKindId),
    );
    expect(facts.filter((held) => held.length === 1)).toHaveLength(2);
    expect(facts.flat()[0]).toMatchObject({ fromAt: startOfDay(today), toAt: startOfDay('2028-03-02') });
    const { items } = await app().as('eastclerk').ok('GET /officers');
    const numbers = items.flatMap(({ certificates }) =>
      certificates.filter(({ source }) => source === 'session').map(({ number, validToOn }) => `${number} ${validToOn}`),
    );
    expect(numbers.sort()).toEqual(['PX2026-00001 2028-03-01', 'PX2026-00002 2028-03-01']);
    const audit = app().db.$client.prepare('SELECT action FROM audit_records WHERE subject_id = ? ORDER BY seq').pluck().all(sessionId);
    expect(audit).toEqual(['session_scheduled', 'officers_enrolled', 'results_recorded']);
  });

  test('may come in parts, but no attendee gets two results and no result is overwritten', async () => {
    const { sessionId } = await openSession();
    await enrol(sessionId, ['officer-li', 'officer-wang']);
    const record = (version: number, ids: string[], heldOn = today) =>
      app()
        .as('trainer')
        .call('POST /sessions/{sessionId}/results', { params: { sessionId }, version, body: { heldOn, results: ids.map(passed) } });
    expect((await record(2, ['officer-li'], addDays(today, 1))).problem.code).toBe('date_invalid');
    expect((await record(2, ['officer-zhao'])).problem).toMatchObject({ code: 'not_enrolled', errors: [{ pointer: '/results/0' }] });
    expect((await record(2, ['officer-li', 'officer-li'])).problem.code).toBe('result_recorded');
    expect((await record(1, ['officer-li'])).status).toBe(412);
    expect((await record(2, ['officer-li'])).status).toBe(200);
    expect((await record(3, ['officer-li'])).problem.code).toBe('result_recorded');
    expect((await record(3, ['officer-wang'])).status).toBe(200);
    expect((await record(4, ['officer-wang'])).problem.code).toBe('session_closed');
    expect(app().db.$client.prepare('SELECT count(*) FROM certificates WHERE session_id IS NOT NULL').pluck().get()).toBe(2);
  });

  test('that lose a race leave nothing behind', async () => {
    const { sessionId } = await openSession();
    await enrol(sessionId, ['officer-li']);
    const record = () =>
      app()
        .as('trainer')
        .call('POST /sessions/{sessionId}/results', {
          params: { sessionId },
          version: 2,
          body: { heldOn: today, results: [passed('officer-li')] },
        });
    const replies = await Promise.all([record(), record()]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(app().db.$client.prepare('SELECT count(*) FROM certificates WHERE session_id IS NOT NULL').pluck().get()).toBe(1);
  });
});
