import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#server/domain/time/time.ts';
import { trainingResultImporter } from '#server/features/training/training-result-importer.ts';
import { monday } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { effects, importRows, inShort, readExport, readSheet } from '#tests/support/importing.ts';

const app = useApp();
const changed: string[] = [];
const importer = trainingResultImporter({ rosterChanged: (_, townshipId) => changed.push(townshipId) });
const today = dayOf(monday);
const day = (days: number): string => addDays(today, days);
let sessions: { readonly first: string; readonly second: string };

const read = (rows: readonly Record<string, string>[], scope: Record<string, string> = {}) => readSheet(app(), importer, rows, { scope });
const li = { course: '执法实务', session: '第一期', heldOn: day(-4), township: '东河镇', name: '李执法', result: '合格', score: '86' };
const wang = { ...li, name: '王执法', result: '缺考', score: '' };
const results = () =>
  app().db.$client.prepare('SELECT officer_id AS who, result, score FROM enrolments WHERE result IS NOT NULL ORDER BY officer_id').all();

beforeEach(async () => {
  changed.length = 0;
  const trainer = app().as('trainer');
  const course = await trainer.ok('POST /courses', {
    body: { name: '执法实务', description: '', hours: 8, certificateName: '执法培训合格证', validMonths: 24 },
  });
  const schedule = (title: string, startsOn: string) =>
    trainer.ok('POST /courses/{courseId}/sessions', {
      params: { courseId: course.id },
      body: { title, startsOn, endsOn: addDays(startsOn, 2), place: '党校', capacity: 20 },
    });
  const [first, second] = [await schedule('第一期', day(-6)), await schedule('第二期', day(10))];
  sessions = { first: first.id, second: second.id };
  const enrol = (sessionId: string, officerIds: string[], by: 'eastclerk' | 'westclerk' = 'eastclerk') =>
    app().as(by).ok('POST /sessions/{sessionId}/enrolments', { params: { sessionId }, body: { officerIds } });
  await enrol(first.id, ['officer-li', 'officer-wang']);
  await enrol(first.id, ['officer-qian'], 'westclerk');
  await enrol(second.id, ['officer-li']);
});

describe('training results', () => {
  test('are recorded as by hand: who passes holds the certificate from that day', async () => {
    await importRows(app(), importer, [li, wang], { by: 'trainer' });
    expect(results()).toEqual([
      { who: 'officer-li', result: 'passed', score: 86 },
      { who: 'officer-wang', result: 'absent', score: null },
    ]);
    const certificate = app().db.$client.prepare("SELECT number, session_id, from_at FROM certificates WHERE number LIKE 'PX%'").all();
    expect(certificate).toMatchObject([{ number: 'PX2026-00001', session_id: sessions.first }]);
    expect(changed).toEqual(['east']);
    const { session } = await app()
      .as('trainer')
      .ok('GET /sessions/{sessionId}', { params: { sessionId: sessions.first } });
    expect(session.state).toBe('held');
    expect(effects(read([li, wang]))).toEqual(['2 unchanged', '3 unchanged']);
    expect(inShort(read([{ ...li, result: '不合格' }]).findings)).toEqual(['2 result error result_recorded']);
    await importRows(app(), importer, [{ ...li, name: '钱新人', township: '西关街道', result: '√', score: '' }], { by: 'trainer' });
    expect(results()).toHaveLength(3);
  });

  test('need no names of course and session where the file is for one session', () => {
    const scope = { sessionId: sessions.first };
    const { course: _course, session: _session, township: _township, ...plain } = li;
    const reading = read([{ ...plain, heldOn: '' }], scope);
    expect(reading.rows).toMatchObject([{ effect: 'added', record: { sessionId: sessions.first, heldOn: day(-4) } }]);
    expect(inShort(reading.findings)).toEqual(['0 note attendees_without_result', '2 heldOn note default_taken']);
    expect(inShort(read([{ ...plain, session: '第二期' }], scope).findings)).toEqual(['2 session error other_session']);
  });

  test.each([
    ['合格', 'passed'],
    ['通过', 'passed'],
    ['√', 'passed'],
    ['优 秀', 'passed'],
    ['不合格', 'failed'],
    ['×', 'failed'],
    ['缺考', 'absent'],
  ])('read %s as %s', (result, expected) => {
    expect(read([{ ...li, result }]).rows).toMatchObject([{ record: { result: expected } }]);
  });

  test.each([
    [{ session: '第三期' }, ['2 session error session_unknown']],
    [{ session: '', heldOn: '' }, ['2 session error session_ambiguous']],
    [{ session: '', course: '' }, ['2 session error required_empty']],
    [{ name: '' }, ['2 name error required_empty']],
    [{ name: '赵新人' }, ['2 name error not_enrolled']],
    [{ name: '李执行' }, ['2 name error officer_unknown']],
    [{ township: '北河镇' }, ['2 township error unknown_organisation']],
    [{ township: '西关街道' }, ['2 name error officer_unknown']],
    [{ result: '还行' }, ['2 result error word_unknown']],
    [{ score: '86.5' }, ['2 score error amount_not_whole']],
    [{ heldOn: day(1) }, ['2 heldOn error day_in_future']],
    [{ heldOn: day(-9) }, ['2 heldOn error day_outside_session']],
    [{ session: '第二期', heldOn: '' }, ['2 heldOn error required_empty']],
  ])('refuse %j', (row, findings) => {
    const reading = read([{ ...li, ...row }]);
    expect(inShort(reading.findings)).toEqual(findings);
    expect(reading.rows).toEqual([]);
  });

  test('find the session by course and day, and propose a name that comes close', () => {
    expect(read([{ ...li, session: '' }]).rows).toMatchObject([{ record: { sessionId: sessions.first } }]);
    expect(read([{ ...li, name: '李执行' }]).findings).toMatchObject([{ proposal: '李执法' }]);
  });

  test('say twice of one person are refused, and a row without a result says nothing', () => {
    expect(inShort(read([li, li, { ...wang, result: '' }]).findings)).toEqual([
      '0 note attendees_without_result',
      '3 name error duplicate_value',
      '4 result note result_missing',
    ]);
    expect(inShort(read([{ ...wang, result: '', score: '60' }]).findings)).toEqual(['2 result note score_without_result']);
  });

  test('of a session that was called off are refused', async () => {
    const { session } = await app()
      .as('trainer')
      .ok('GET /sessions/{sessionId}', { params: { sessionId: sessions.second } });
    await app()
      .as('trainer')
      .ok('POST /sessions/{sessionId}/cancellation', {
        params: { sessionId: session.id },
        version: session.version,
        body: { reason: '停办' },
      });
    expect(inShort(read([{ ...li, session: '第二期' }]).findings)).toEqual(['2 session error session_cancelled']);
  });

  test('come out as they go in', async () => {
    await importRows(app(), importer, [li, wang], { by: 'trainer' });
    for (const scope of [{}, { sessionId: sessions.first }]) {
      const reading = readExport(app(), importer, scope);
      expect(reading.findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
      expect(new Set(reading.rows.map(({ effect }) => effect))).toEqual(new Set(['unchanged']));
    }
    expect(readExport(app(), importer).rows).toHaveLength(4);
  });
});
