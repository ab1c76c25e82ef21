import { describe, expect, test } from 'vitest';
import { existingGrantImporter } from '#server/features/grants/existing-grant-importer.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { reprojectLapses } from '#server/features/grants/ledger/reproject-lapses.ts';
import { change } from '#server/records/change.ts';
import { people } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { effects, importRows, inShort, readExport, readSheet } from '#tests/support/importing.ts';

const app = useApp();
const read = (rows: readonly Record<string, string>[]) => readSheet(app(), existingGrantImporter, rows);
const register = (rows: readonly Record<string, string>[]) => importRows(app(), existingGrantImporter, rows);

const litter = {
  powerCode: 'cg-cf-002',
  powerName: '对乱倒垃圾的处罚',
  township: '东河镇',
  carrier: '下放',
  from: '2023年7月1日',
  until: '',
  documentNumber: '青禾府发[2023]9号',
  issuedOn: '2023-06-20',
};
const relief = { ...litter, powerCode: '', powerName: '抗旱补助给付', carrier: '窗口前移', township: '990101001' };
const grants = () =>
  app()
    .db.$client.prepare('SELECT g.*, h.from_at, h.to_at FROM grants g JOIN holdings h ON h.grant_id = g.id ORDER BY g.id')
    .all() as Record<string, unknown>[];
const holderOn = async (on: string, townshipId = 'east') => {
  const { items } = await app().anonymous.ok('GET /register/holdings', { query: { on, townshipId } });
  return items.map(({ code, documentNumber }) => `${code} ${String(documentNumber)}`);
};

describe('existing grants', () => {
  test('enter the ledger with their real days and their own document', async () => {
    await register([litter, relief]);
    const [first, second] = grants();
    expect(first).toMatchObject({
      origin: 'existing',
      request_id: null,
      power_id: 'litter',
      item_id: 'item-litter',
      township_id: 'east',
      department_id: 'urban',
      carrier: 'transfer',
      document_number: '青禾府发〔2023〕9号',
      issued_at: Date.UTC(2023, 5, 19, 16),
      from_at: Date.UTC(2023, 5, 30, 16),
      observed_from_at: app().clock.now(),
    });
    expect(second).toMatchObject({ power_id: 'relief', township_id: 'west', carrier: 'service_window' });
    expect(proveLedger(app().db)).toMatchObject({ entries: 2, grants: 2, faults: [] });
  });

  test('stand in the public register on a past day, and not on the day before', async () => {
    await register([litter]);
    expect(await holderOn('2023-07-01')).toEqual(['CG-CF-002 青禾府发〔2023〕9号']);
    expect(await holderOn('2023-06-30')).toEqual([]);
    expect(await holderOn('2026-03-02')).toEqual(['CG-CF-002 青禾府发〔2023〕9号']);
  });

  test('are known by the number of their paper, however it is typed, with all that was registered under it', async () => {
    await register([litter, relief, { ...litter, township: '990101001' }]);
    const verify = (number: string) => app().anonymous.ok('GET /register/documents', { query: { number } });
    for (const typed of ['青禾府发〔2023〕9号', ' 青禾府发[2023] 第9号'])
      expect(await verify(typed)).toEqual({
        ...{ isKnown: true, number: '青禾府发〔2023〕9号', kind: 'existing', issuedOn: '2023-06-20' },
        ...{ title: null, powerCode: null, townshipName: null, carveOuts: [], hasMoreGrants: false },
        grants: [
          { powerCode: 'CG-CF-002', powerName: '对乱倒垃圾的处罚', townshipName: '东河镇人民政府' },
          { powerCode: 'SL-JF-001', powerName: '抗旱补助给付', townshipName: '西关街道办事处' },
          { powerCode: 'CG-CF-002', powerName: '对乱倒垃圾的处罚', townshipName: '西关街道办事处' },
        ],
      });
    expect(await verify('青禾府发〔2023〕10号')).toMatchObject({ isKnown: false, grants: [] });
  });

  test('are shown like any other grant, with how they came', async () => {
    await register([litter]);
    const { items } = await app().as('eastlead').ok('GET /grants');
    expect(items).toMatchObject([{ code: 'CG-CF-002', state: 'active', documentNumber: '青禾府发〔2023〕9号' }]);
    const detail = await app()
      .as('eastlead')
      .ok('GET /grants/{grantId}', { params: { grantId: items[0]?.id ?? '' } });
    expect(detail).toMatchObject({ requestId: null, origin: 'existing', commonDecisionId: null });
    expect(detail.timeline.map(({ kind }) => kind)).toEqual(['started', 'registered']);
    expect(detail.allowedActions).toContain('file_return');
  });

  test('may share one document and have ended; a trial that is over was closed on paper', async () => {
    const ended = { ...litter, from: '2021-01-01', until: '2021-12-31', issuedOn: '2020-12-20', documentNumber: '青禾府发〔2020〕31号' };
    await register([ended, { ...litter, trialUntil: '2024-06-30' }, { ...relief, trialUntil: '2026-12-31' }]);
    expect(await holderOn('2021-12-31')).toEqual(['CG-CF-002 青禾府发〔2020〕31号']);
    expect(await holderOn('2022-01-01')).toEqual([]);
    const rows = grants();
    expect(rows.map((row) => row['trial_closed_at'] !== null)).toEqual([false, true, false]);
    const tasks = app().db.$client.prepare('SELECT kind FROM tasks WHERE closed_at IS NULL').pluck().all();
    expect(tasks).toEqual(['close_trial']);
    const { items } = await app().as('westlead').ok('GET /grants');
    expect(items).toMatchObject([{ state: 'trial' }]);
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  test('that are there already change nothing, and are not written over', async () => {
    await register([litter, relief]);
    expect(effects(read([litter, relief]))).toEqual(['2 unchanged', '3 unchanged']);
    expect(inShort(read([{ ...litter, until: '2028-06-30' }]).findings)).toEqual(['2 until error grant_differs']);
    const reading = readExport(app(), existingGrantImporter);
    expect(reading.findings).toEqual([]);
    expect(effects(reading)).toEqual(['2 unchanged', '3 unchanged']);
  });

  test('share no instant with what the township holds, and the refusal says with what', async () => {
    await register([{ ...litter, until: '2027-12-31' }]);
    const rival = { ...litter, from: '2026-01-01', documentNumber: '青禾府发〔2025〕40号', issuedOn: '2025-12-20' };
    expect(read([rival]).findings).toMatchObject([
      { code: 'holding_overlap', params: { number: '青禾府发〔2023〕9号', from: '2023-07-01', to: '2027-12-31' } },
    ]);
    const other = { ...rival, township: '西关街道' };
    expect(inShort(read([other, { ...other, documentNumber: '青禾府发〔2026〕1号' }]).findings)).toContain(
      '3 from error holding_overlap_in_sheet',
    );
  });

  test.each([
    [{ powerCode: '', powerName: '' }, ['2 powerCode error required_empty']],
    [{ powerCode: 'XX-1', powerName: '' }, ['2 powerCode error power_not_found']],
    [{ powerCode: '', powerName: '乱倒垃圾处罚' }, ['2 powerName error power_not_found']],
    [{ powerName: '取水许可' }, ['2 powerName error code_of_other_power']],
    [{ township: '' }, ['2 township error required_empty']],
    [{ township: '北河镇' }, ['2 township error unknown_organisation']],
    [{ carrier: '口头' }, ['2 carrier error word_unknown']],
    [{ carrier: '委托' }, ['2 carrier warning carrier_differs_from_menu', '2 carrier error gate']],
    [{ from: '' }, ['2 from error required_empty']],
    [{ from: '2023-07' }, ['2 from error day_without_date']],
    [{ from: '2026-04-01' }, ['2 from error day_in_future']],
    [{ until: '2023-01-01' }, ['2 until error period_reversed']],
    [{ documentNumber: '' }, ['2 documentNumber error required_empty']],
    [{ issuedOn: '' }, ['2 issuedOn error required_empty']],
    [{ trialUntil: '2022-01-01' }, ['2 trialUntil error trial_outside']],
  ])('are refused with %j', (row, findings) => {
    const reading = read([{ ...litter, ...row }]);
    expect(inShort(reading.findings).sort()).toEqual([...findings].sort());
    expect(reading.rows).toEqual([]);
  });

  test('of a power that is not on the menu in force are refused', () => {
    app().arrange((tx) =>
      tx.$client.exec(`INSERT INTO powers (id, code, name, statutory_type, category, field, department_id, version, created_at)
        VALUES ('loose', 'CG-QT-009', '街面保洁', 'other', 'public_management', '综合', 'urban', 1, 0)`),
    );
    expect(inShort(read([{ ...litter, powerCode: 'CG-QT-009', powerName: '' }]).findings)).toEqual(['2 powerName error item_missing']);
  });

  test('say what follows: people that are missing, a paper with two days, a number with the portal’s own prefix', () => {
    const stall = { ...litter, powerCode: 'CG-CF-001', powerName: '', township: '西关街道' };
    expect(read([stall]).findings).toMatchObject([{ code: 'prerequisites_lacking', severity: 'warning', params: { have: 0, need: 2 } }]);
    expect(inShort(read([litter, { ...relief, issuedOn: '2023-06-21' }]).findings)).toEqual(['3 issuedOn error document_days_differ']);
    expect(
      inShort(read([{ ...litter, documentNumber: '青禾赋权〔2026〕3号', issuedOn: '2026-01-03', from: '2026-02-01' }]).findings),
    ).toEqual(['2 documentNumber warning document_prefix_own']);
    expect(inShort(read([{ ...litter, documentNumber: '委托书之三' }]).findings)).toEqual([
      '2 documentNumber note document_number_unusual',
    ]);
    expect(inShort(read([{ ...litter, department: '水利局', issuedOn: '2023-07-20' }]).findings)).toEqual([
      '2 issuedOn warning issued_after_start',
      '2 department warning department_differs',
    ]);
    expect(inShort(read([{ ...litter, carrier: '' }]).findings)).toEqual(['2 carrier note default_taken']);
  });

  test('are watched from the import on: who lacks people is suspended after the grace, not before', async () => {
    await register([{ ...litter, powerCode: 'CG-CF-001', powerName: '', township: '西关街道' }]);
    const on = (day: string) =>
      app()
        .anonymous.ok('GET /register/holdings', { query: { on: day, townshipId: 'west' } })
        .then(({ items }) => items.map(({ holder }) => holder));
    expect(await on('2024-01-01')).toEqual(['township']);
    expect(await on('2026-03-31')).toEqual(['township']);
    expect(await on('2026-04-02')).toEqual(['department']);
    const actor = { accountId: 'admin', name: people.admin.name, onBehalfOf: null };
    await change(app().ports, { operationId: 'test', actor, now: app().clock.now(), requestId: 'r', idempotency: null }, (act) => {
      reprojectLapses(act, 'west');
      act.record({ action: 'lapses_projected', subjectKind: 'grant', subjectId: 'west', detail: { suspensions: [] } });
      return { kind: 'done', value: null };
    });
    expect(proveLedger(app().db).faults).toEqual([]);
  });
});
