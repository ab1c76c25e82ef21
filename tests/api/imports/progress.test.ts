import { importers } from '#server/importers.ts';
import { expect, test } from 'vitest';
import { createImportJobs } from '#server/features/imports/jobs/import-jobs.ts';
import { importSheet } from '#tests/builders/imports.ts';
import { people } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { statementsOf } from '#tests/support/plans.ts';

const app = useApp({ inFile: true });
const count = 1050;
const csv = [
  '乡镇（街道）,姓名,职务（岗位）,办公电话,到岗日期',
  ...Array.from({ length: count }, (_, index) => `东河镇,司徒${String.fromCodePoint(0x4e00 + index)},办事员,8800,2025-03-01`),
].join('\n');

test('rows are read and written beside the main thread, which hears how far it is and writes nothing of them itself', async () => {
  const one = await importSheet(app(), { kind: 'rosters', fileName: '名册.csv', bytes: csv, by: 'trainer' });
  expect(one).toMatchObject({ state: 'checked', totalRows: count, counts: { added: count, errors: 0 } });
  app().arrange((tx) => tx.$client.prepare("UPDATE imports SET state = 'applying' WHERE id = ?").run(one.id));
  const jobs = createImportJobs(app().ports, new URL('../../../server/imports.worker.ts', import.meta.url), importers);
  const actor = { accountId: 'trainer', name: people.trainer.name, onBehalfOf: null };
  const context = { actor, now: app().clock.now(), requestId: 'progress' };
  const heard: string[] = [];
  const asked = await statementsOf(app().db, () =>
    jobs.run({ kind: 'apply', importId: one.id, leaveOutFaulty: false, context }, ({ done, total }) =>
      heard.push(`${String(done)}/${String(total)}`),
    ),
  );
  await jobs.stop();
  expect(heard).toEqual(
    ['0', ...Array.from({ length: 10 }, (_, index) => String((index + 1) * 100)), '1050'].map((done) => `${done}/1050`),
  );
  expect(asked.filter((sql) => /officers|import_rows/.test(sql))).toEqual([]);
  expect(
    (
      await app()
        .as('trainer')
        .ok('GET /officers', { query: { townshipId: 'east' } })
    ).items.length,
  ).toBeGreaterThan(count);
});
