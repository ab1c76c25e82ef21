import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '#tests/support/app.ts';
import { applied, findingsOf, importSheet, openDraft } from '#tests/builders/imports.ts';
import type { ImportDetail } from '#contract/imports/import-runs.ts';
import type { ImportFinding } from '#contract/imports/import-findings.ts';
import { menuItems } from '#db/schema/editions.ts';
import { powers } from '#db/schema/powers.ts';
import { powerLines, powersFile, type PowerLine } from './shared.ts';
import { none, seedDepartments } from './powers-county.ts';

const lines = powerLines();
const rowOf = (line: PowerLine): number => lines.indexOf(line) + 2;
const says = ({ row, severity, code, params }: ImportFinding): string =>
  `${String(row)} ${severity} ${code === 'gate' ? String(params['gate']) : code}`;

let app: TestApp;
let draft: string;
let dryRun: ImportDetail;
let findings: ImportFinding[];
beforeAll(async () => {
  app = await startApp({ inFile: true, seed: seedDepartments });
  draft = await openDraft(app);
  dryRun = await importSheet(app, { bytes: powersFile(), fileName: 'powers.csv', editionId: draft });
  findings = await findingsOf(app, dryRun.id);
}, 60_000);
afterAll(() => app.close());

const refused = lines.filter((line) => ['法定职权', '不得下放'].includes(line.delegation_mode));
const listed = lines.filter((line) => line.delegation_mode !== '' && !refused.includes(line));
const locked = ['市生态环境局县分局', '县气象局', '县消防救援大队'];

/** What must be found, by the columns of the list alone. */
function expected(): string[] {
  const of = (line: PowerLine, severity: string, ...codes: string[]): string[] =>
    codes.map((code) => `${String(rowOf(line))} ${severity} ${code}`);
  return lines.flatMap((line) => {
    const { statutory_type: type, delegation_mode: mode, legal_basis: basis, county_department: department } = line;
    const isListed = listed.includes(line);
    const isEnforcement = type === '行政处罚' || type === '行政强制';
    return [
      ...(mode === '' ? of(line, 'note', 'not_on_menu') : []),
      ...(mode === '法定职权' ? of(line, 'error', 'by_law') : []),
      ...(mode === '不得下放' ? of(line, 'error', 'not_passed_down') : []),
      ...(department === none ? of(line, 'error', 'unknown_organisation') : []),
      ...(mode === '随处罚权一并行使' ? of(line, 'note', 'rides_with_penalty') : []),
      ...(line.statute_status.includes('取代') ? of(line, 'warning', 'statute_superseded') : []),
      ...(line.statute_status.includes('修订') ? of(line, 'warning', 'statute_amended') : []),
      // Names of departments that differ from the registered one only by the county's name.
      ...(['县水利局', '县司法局'].includes(department) ? of(line, 'note', 'text_read_as') : []),
      ...(isListed && basis === '' ? of(line, 'warning', 'incomplete') : []),
      ...(isListed && basis !== '' ? of(line, 'warning', 'statute_unknown') : []),
      ...(isListed && isEnforcement ? of(line, 'warning', 'fewer_than_two_officers') : []),
      ...(isListed && type === '行政许可' ? of(line, 'warning', 'licence_for_subdistrict') : []),
      ...(isListed && locked.includes(department) ? of(line, 'warning', 'department_locked') : []),
    ];
  });
}

test('every row is read, and every finding is right: none is missing, none is too many', () => {
  expect(lines).toHaveLength(454);
  expect(dryRun).toMatchObject({
    state: 'checked',
    totalRows: 454,
    counts: { added: 447, changed: 0, unchanged: 0, faulty: 7, skipped: 0 },
  });
  // On its own terms, each statute is named once per row.
  expect([...new Set(findings.filter(({ row }) => row > 0).map(says))].sort()).toEqual([...new Set(expected())].sort());
  const ofSheet = findings.filter(({ row }) => row === 0).map(({ code, column, cell }) => `${code} ${column}${cell}`);
  expect(ofSheet.sort()).toEqual(
    [
      ...['departmentDuty', 'townshipDuty', 'prerequisites', 'resources', 'isFrequent'].map((column) => `incomplete_rows ${column}`),
      ...['release', 'difficulty', 'liability', 'trialMonths', 'termMonths', 'startRule', 'isReturnable'].map(
        (column) => `default_taken ${column}`,
      ),
      'column_without_place source',
    ].sort(),
  );
});

test('what may not go down is refused with its statute', () => {
  const errors = findings.filter(({ code }) => code === 'by_law' || code === 'not_passed_down');
  expect(errors.map(({ row }) => row).sort((a, b) => a - b)).toEqual(refused.map(rowOf));
  const statuteOf = (code: string): string => {
    const line = lines.find((one) => one.code === code);
    const found = errors.find(({ row }) => line !== undefined && row === rowOf(line));
    return String(found?.params['statute'] ?? `《${String(found?.params['law'])}》${String(found?.params['article'])}`);
  };
  expect(statuteOf('GA-CF-001')).toBe('《中华人民共和国行政处罚法》第十八条');
  expect(statuteOf('GA-QZ-001')).toBe('《中华人民共和国行政处罚法》第十八条');
  expect(statuteOf('ZR-QZ-001')).toBe('《中华人民共和国城乡规划法》第六十八条');
  expect(statuteOf('ZR-QT-001')).toContain('地方各级人民政府组织法》第七十六条');
});

test('what was changed by the law is named with what took its place', () => {
  const superseded = findings.filter(({ code }) => code === 'statute_superseded');
  expect(superseded).toHaveLength(19);
  for (const { params } of superseded) expect(params).toMatchObject({ by: '生态环境法典', on: '2026-08-15' });
});

test('the rest is written as the list says, and exporting and importing it changes nothing', async () => {
  expect(
    await app.as('admin').refusal('POST /imports/{importId}/application', {
      params: { importId: dryRun.id },
      version: dryRun.version,
      body: { leaveOutFaulty: false },
    }),
  ).toBe('422 import_has_errors');
  const done = await applied(app, dryRun, true);
  expect(done).toMatchObject({ state: 'applied', counts: { added: 447, leftOut: 7 } });
  const stored = new Map(
    app.db
      .select()
      .from(powers)
      .all()
      .map((power) => [power.code, power]),
  );
  const items = new Map(
    app.db
      .select()
      .from(menuItems)
      .all()
      .map((item) => [item.powerId, item.terms]),
  );
  expect(items.size).toBe(listed.length);
  for (const line of lines.filter((one) => !refused.includes(one))) {
    const power = stored.get(line.code);
    expect(power).toMatchObject({ name: line.name, field: line.domain });
    const terms = items.get(power?.id ?? '');
    expect(terms !== undefined, line.code).toBe(listed.includes(line));
    if (!terms) continue;
    const bases = terms.legalBases.map(({ law, article }) => `《${law}》${article}`).join('');
    expect(bases, line.code).toBe(line.legal_basis.replaceAll(/[、；]/g, ''));
    if (line.legal_basis !== '') expect(terms.legalBases[0]?.versionOn).toBe(line.statute_version);
    expect(terms.scopeNote).toBe(line.scope_note);
  }
  for (const format of ['xlsx', 'csv'] as const) {
    const { body } = await app
      .as('admin')
      .call('GET /import-kinds/{kind}/export', { params: { kind: 'menu' }, query: { editionId: draft, format } });
    const again = await importSheet(app, { bytes: body as unknown as Buffer, fileName: `菜单.${format}`, editionId: draft });
    expect(again).toMatchObject({ state: 'checked', counts: { added: 0, changed: 0, unchanged: listed.length, faulty: 0 } });
  }
});
