import { expect, test } from 'vitest';
import { hashPassword } from '#server/features/accounts/passwords.ts';
import { useApp } from '#tests/support/app.ts';
import { importSheet, settled } from '#tests/builders/imports.ts';

const app = useApp();
const day = 86_400_000;
const one = (text: string, ...values: unknown[]): unknown =>
  app()
    .db.$client.prepare(text)
    .pluck()
    .get(...values);

test('sessions go when they can no longer open anything, attempts after a day, and no sooner', async () => {
  await app().as('admin').ok('GET /me');
  await app().anonymous.call('POST /session', { body: { username: 'not-an-account', password: 'guess' } });
  expect([one('SELECT count(*) FROM sessions'), one('SELECT count(*) FROM address_attempts')]).toEqual([1, 2]);
  app().clock.advance(day - 1);
  await app().sweep();
  expect([one('SELECT count(*) FROM sessions'), one('SELECT count(*) FROM address_attempts')]).toEqual([1, 2]);
  app().clock.advance(1);
  await app().sweep();
  expect([one('SELECT count(*) FROM sessions'), one('SELECT count(*) FROM address_attempts')]).toEqual([0, 0]);
});

// Pruning must not tell which names exist: both count anew after a day.
test.each(['eastlead', 'nobody-of-that-name'])('failures of %s are forgotten after a day, with an account or without', async (username) => {
  app()
    .db.$client.prepare('UPDATE accounts SET password_hash = ? WHERE username = ?')
    .run(await hashPassword('a password of its own'), username);
  const guess = () => app().anonymous.call('POST /session', { body: { username, password: 'wrong' } });
  for (let time = 0; time < 4; time += 1) expect((await guess()).status).toBe(401);
  app().clock.advance(day);
  await app().sweep();
  for (let time = 0; time < 5; time += 1) expect((await guess()).status).toBe(401);
  expect((await guess()).status).toBe(429);
});

test('of an import that was given up, the file and what was understood go after thirty days; sent in again, it is whole', async () => {
  const bytes = '机构名称,机构类型\n青禾县水务站,department\n';
  const sheet = { kind: 'organisations', fileName: '机构.csv', bytes } as const;
  const first = await importSheet(app(), sheet);
  const discard = (id: string, version: number) =>
    app()
      .as('admin')
      .ok('DELETE /imports/{importId}', { params: { importId: id }, version });
  await discard(first.id, first.version);
  const size = () => one('SELECT length(bytes) FROM import_files');
  const left = (id: string) =>
    one('SELECT (SELECT count(*) FROM import_rows WHERE import_id = :id) + (SELECT count(*) FROM import_findings WHERE import_id = :id)', {
      id,
    });
  expect(left(first.id)).toBeGreaterThan(0);
  app().clock.advance(30 * day - 1);
  await app().sweep();
  expect([size(), left(first.id)]).toEqual([Buffer.byteLength(bytes), expect.any(Number)]);
  app().clock.advance(2 * 3_600_000);
  await app().sweep();
  expect([size(), left(first.id), one('SELECT emptied_for FROM import_files')]).toEqual([0, 0, 'discarded']);
  const changes = one('SELECT total_changes()');
  app().clock.advance(2 * 3_600_000);
  await app().sweep();
  expect(one('SELECT total_changes()')).toBe(changes);

  const again = await importSheet(app(), sheet);
  expect([(await settled(app(), again.id)).state, size()]).toEqual([first.state, Buffer.byteLength(bytes)]);
  // A file that another import was made from stays with it.
  const twin = await importSheet(app(), sheet);
  await discard(twin.id, twin.version);
  app().clock.advance(31 * day);
  await app().sweep();
  expect([size(), left(twin.id)]).toEqual([Buffer.byteLength(bytes), 0]);
});
