import { expect, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { findingsOf, importSheet, openDraft } from '#tests/builders/imports.ts';
import { powersFile } from './shared.ts';

test('try', async () => {
  const app = await startApp({ inFile: true });
  const draft = await openDraft(app);
  const t = performance.now();
  const one = await importSheet(app, { bytes: powersFile(), fileName: 'powers.csv', editionId: draft });
  console.log(performance.now() - t, JSON.stringify(one, null, 1).slice(0, 700));
  const f = await findingsOf(app, one.id);
  console.log(f.slice(0, 12));
  expect(f.length).toBeGreaterThan(0);
  await app.close();
});
