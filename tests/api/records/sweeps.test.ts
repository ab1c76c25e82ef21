import { describe, expect, test } from 'vitest';
import { statuteVersions } from '#db/schema/statutes.ts';
import { createSweeps } from '#server/records/sweeps.ts';
import { approved, submitted } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';
import { givenGrant } from '#tests/api/grants/given.ts';

const lines: string[] = [];
const app = useApp({ logTo: (line) => void lines.push(line) });
const day = 86_400_000;
const one = (text: string, ...values: unknown[]): unknown =>
  app()
    .db.$client.prepare(text)
    .pluck()
    .get(...values);
const run = (text: string, ...values: unknown[]): void =>
  void app()
    .db.$client.prepare(text)
    .run(...values);

/** From now on writing such a row fails, as if what stands there could not be understood. */
const poison = (when: string, where: string): void =>
  void app().db.$client.exec(`CREATE TRIGGER poison BEFORE ${when} WHEN ${where} BEGIN SELECT RAISE(ABORT, 'poisoned'); END`);

/** Everything that the menu rests on has ended, so the legal office has to look at it. */
function endStatutes(): void {
  const versions = app().db.select({ id: statuteVersions.id }).from(statuteVersions).all();
  for (const { id } of versions)
    run(
      `UPDATE statute_versions SET end_kind = 'repealed', ended_on = '2026-03-01', end_basis = '依据', marked_at = ? WHERE id = ?`,
      app().clock.now(),
      id,
    );
}

/** Two sweeps; the faults that were told of, by what they are about. */
async function sweptTwice(): Promise<unknown[]> {
  lines.length = 0;
  await app().sweep();
  await app().sweep();
  return lines.map((line) => {
    const { sweep, id } = JSON.parse(line) as { sweep: string; id?: string };
    return `${sweep} ${id ?? ''}`;
  });
}

describe('a row that cannot be worked on stops nothing behind it, and is told of once', () => {
  test('among deadlines', async () => {
    const poisoned = await submitted(app(), 'fine');
    app().clock.advance(60_000);
    const other = await submitted(app(), 'relief');
    poison('UPDATE ON requests', `OLD.id = '${poisoned}'`);
    app().clock.advance(30 * day);
    expect(await sweptTwice()).toEqual([`sweepDeadlines ${poisoned}`]);
    expect([one('SELECT stage FROM requests WHERE id = ?', poisoned), one('SELECT stage FROM requests WHERE id = ?', other)]).toEqual([
      'department',
      'legal',
    ]);
  });

  test('among slots that became free', async () => {
    const slots = (count: number): void => run(`UPDATE settings SET "values" = json_set("values", '$.preparationSlots', ?)`, count);
    slots(1);
    for (const by of ['eastlead', 'westlead'] as const)
      for (const power of ['inspect', 'litter'] as const) await approved(app(), power, { by });
    const waiting = `SELECT count(*) FROM requests WHERE state = 'approved' AND township_id = ?`;
    expect([one(waiting, 'east'), one(waiting, 'west')]).toEqual([1, 1]);
    poison('UPDATE ON requests', `OLD.township_id = 'east'`);
    slots(2);
    expect(await sweptTwice()).toEqual(['fillSlots east']);
    expect([one(waiting, 'east'), one(waiting, 'west')]).toEqual([1, 0]);
  });

  test('among grants', async () => {
    const poisoned = await givenGrant(app(), 'inspect', { termMonths: 1 });
    const other = await givenGrant(app(), 'relief', { termMonths: 1 });
    poison('UPDATE ON tasks', `OLD.subject_id = '${poisoned}'`);
    app().clock.advance(60 * day);
    expect(await sweptTwice()).toEqual([`sweepGrants ${poisoned}`]);
    const open = 'SELECT count(*) FROM tasks WHERE subject_id = ? AND closed_at IS NULL';
    expect([one(open, poisoned), one(open, other)]).toEqual([1, 0]);
  });

  test('among statutes', async () => {
    endStatutes();
    await givenGrant(app(), 'fine');
    const [poisoned] = app()
      .db.$client.prepare(
        `SELECT DISTINCT v.id FROM statute_versions v JOIN statutes s ON s.id = v.statute_id JOIN legal_citations c ON c.law = s.title AND c.version_on = v.version_on ORDER BY v.id`,
      )
      .pluck()
      .all() as string[];
    poison('INSERT ON tasks', `NEW.subject_id = '${poisoned ?? ''}'`);
    expect(await sweptTwice()).toEqual([`sweepStatutes ${poisoned ?? ''}`]);
    const told = `SELECT count(DISTINCT subject_id) FROM tasks WHERE kind = 'review_law_change'`;
    expect(one(told)).toBe(0);
    app().db.$client.exec('DROP TRIGGER poison');
    await app().sweep();
    expect(one(told)).toBe(1);
  });

  test('among powers without sounds', async () => {
    run('DELETE FROM power_words');
    poison('INSERT ON power_words', `NEW.power_id = 'fine'`);
    expect(await sweptTwice()).toEqual(['spellPowers fine']);
    expect(one('SELECT count(*) FROM powers WHERE id NOT IN (SELECT power_id FROM power_words)')).toBe(1);
    app().db.$client.exec('DROP TRIGGER poison');
    await app().sweep();
    expect(one('SELECT count(*) FROM powers WHERE id NOT IN (SELECT power_id FROM power_words)')).toBe(0);
  });
});

test('a sweep that fails as a whole stops none of the others', async () => {
  const told: unknown[] = [];
  const ran: string[] = [];
  const sweeps = createSweeps({ error: (...said: unknown[]) => void told.push(said) }, [
    { name: 'first', run: () => Promise.reject(new Error('unreadable')) },
    { name: 'second', run: (now) => Promise.resolve(ran.push(String(now))) },
  ]);
  await sweeps.run(7);
  expect([ran, told.length]).toEqual([['7'], 1]);
});

test('two sweeps never overlap, and none begins once the program stops', async () => {
  let under = 0;
  let most = 0;
  let times = 0;
  const slow = async (): Promise<void> => {
    times += 1;
    most = Math.max(most, (under += 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    under -= 1;
  };
  const sweeps = createSweeps({ error: () => undefined }, [
    { name: 'first', run: slow },
    { name: 'second', run: slow },
  ]);
  await Promise.all([sweeps.run(1), sweeps.run(2), sweeps.run(3)]);
  expect([most, times]).toEqual([1, 2]);
  const last = sweeps.run(4);
  await sweeps.stop();
  await last;
  expect(times).toBe(3);
});

test('a county in which nothing is due is not written to', async () => {
  await submitted(app(), 'fine');
  await givenGrant(app(), 'relief');
  // What has come due is written down, stage after stage; a later sweep looks at what is still owed and leaves it.
  endStatutes();
  app().clock.advance(60 * day);
  await sweptTwice();
  expect(one(`SELECT count(DISTINCT kind) FROM tasks WHERE closed_at IS NULL AND subject_kind IN ('grant', 'statute_version')`)).toBe(2);
  const written = (): unknown => one('SELECT total_changes()');
  const before = written();
  await app().sweep();
  expect(written()).toBe(before);
});
