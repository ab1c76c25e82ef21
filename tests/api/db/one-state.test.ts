import { afterEach, expect, test } from 'vitest';
import { openDatabase, type Db } from '#db/connection.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp | undefined;
let other: Db | undefined;
afterEach(async () => {
  other?.$client.close();
  await app?.close();
});

// A worker commits through a connection of its own while the main thread reads: the page and its count must speak of one state.
test('a read of several statements is one state, also with commits in between', async () => {
  let commit = (): void => undefined;
  app = await startApp({
    inFile: true,
    before(db) {
      const { $client } = db;
      const prepare = $client.prepare.bind($client);
      $client.prepare = ((source: string) => {
        const statement = prepare(source);
        if (!/^select .* from "accounts" .*limit/i.test(source)) return statement;
        const all = statement.all.bind(statement);
        return Object.assign(statement, {
          all(...values: unknown[]) {
            const rows = all(...values);
            commit();
            return rows;
          },
        });
      }) as typeof prepare;
    },
  });
  other = openDatabase(app.db.$client.name, { check: false });
  const admin = app.as('admin');
  const before = await admin.ok('GET /accounts');
  let commits = 0;
  commit = () => {
    commits += 1;
    other?.$client
      .prepare(
        `INSERT INTO accounts (id, username, name, password_hash, password_changed_at, must_change_password, failed_sign_ins, version, created_at)
         VALUES (?, ?, '新来的人', '', 0, 0, 0, 1, 0)`,
      )
      .run(`late-${String(commits)}`, `zz-late-${String(commits)}`);
  };
  const during = await admin.ok('GET /accounts');
  commit = () => undefined;
  expect(commits).toBeGreaterThan(0);
  expect([during.items.length, during.total]).toEqual([before.items.length, before.total]);
  expect((await admin.ok('GET /accounts')).total).toBe(before.total + commits);
});
