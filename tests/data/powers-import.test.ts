import { expect, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { findingsOf, importSheet, openDraft } from '#tests/builders/imports.ts';
import { powersFile } from './shared.ts';
import { seedDepartments } from './powers-county.ts';

test('try', async () => {
  const app = await startApp({ inFile: true, seed: seedDepartments });
  const draft = await openDraft(app);
  const t = performance.now();
  const one = await importSheet(app, { bytes: powersFile(), fileName: 'powers.csv', editionId: draft });
  console.log(performance.now() - t, one.counts);
  const f = await findingsOf(app, one.id);
  const by: Record<string, number> = {};
  for (const x of f) { const k = [x.severity, x.code, x.params['gate'] ?? '', x.params['field'] ?? x.column].join(' '); by[k] = (by[k] ?? 0) + 1; }
  console.log(by);
  console.log(f.filter((x) => x.severity === 'error').map((x) => JSON.stringify(x)).join('\n'));
  console.log(f.filter((x) => x.code === 'text_read_as' || x.code.startsWith('statute_v')|| x.code.startsWith('rides')).slice(0, 10).map((x) => JSON.stringify(x)).join('\n'));
  expect(f.length).toBeGreaterThan(0);
  await app.close();
});
