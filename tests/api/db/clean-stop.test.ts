import { closeSync, existsSync, openSync, readFileSync, utimesSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkInBackground } from '#db/background-check.ts';
import { noteCleanStop } from '#db/clean-stop.ts';
import type { DataFolder } from '#db/data-folder.ts';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { serve, type Serving } from '#server/serve.ts';
import { createTestFolder, createTestInstallation } from '#tests/support/database.ts';

let test: ReturnType<typeof createTestFolder>;
let folder: DataFolder;
beforeEach(async () => {
  test = createTestFolder();
  folder = await createTestInstallation(`${test.directory}/data`);
});
afterEach(() => test.dispose());

const trusting = { trustCleanStop: true, smallBytes: 0 };
function open(options: Parameters<typeof openInstallation>[3] = trusting) {
  const opened = openInstallation(folder.directory, 'test', findMigrations(), options);
  return { ...opened, close: (end?: 'soundAndClosed') => (opened.db.$client.close(), opened.release(end)) };
}
function openAndClose(end?: 'soundAndClosed', options?: Parameters<typeof openInstallation>[3]): boolean {
  const { isChecked, close } = open(options);
  close(end);
  return isChecked;
}
function spoil(at: number): void {
  const file = openSync(folder.database, 'r+');
  writeSync(file, '\xff'.repeat(64), at, 'latin1');
  closeSync(file);
}
/** A page somewhere in the middle, as a failing disk would spoil it. */
const inItsPages = 4096 * 3;

describe('the note of a clean stop', () => {
  it('spares the next start the reading of the whole file, once', () => {
    expect(openAndClose('soundAndClosed')).toBe(true);
    expect(openAndClose()).toBe(false);
    expect(openAndClose()).toBe(true);
  });

  it('is gone while the file is open, so that a crash is followed by a check', () => {
    openAndClose('soundAndClosed');
    const { close } = open();
    expect(existsSync(folder.cleanStop)).toBe(false);
    close();
  });

  it('is no use to who does not trust it, nor for a small file', () => {
    openAndClose('soundAndClosed');
    expect(openAndClose('soundAndClosed', { smallBytes: 0 })).toBe(true);
    expect(openAndClose('soundAndClosed', { trustCleanStop: true })).toBe(true);
  });

  it.each([
    ['was written to', () => spoil(inItsPages)],
    ['carries another time', () => utimesSync(folder.database, 1, 1)],
  ])('does not hold for a file that %s since', (_, change) => {
    openAndClose('soundAndClosed');
    change();
    const outcome = ((): unknown => {
      try {
        return openAndClose();
      } catch (error) {
        return error instanceof Error ? error.message : error;
      }
    })();
    expect(outcome).toSatisfy((seen: unknown) => seen === true || /damaged.*left untouched.*npm run restore/.test(String(seen)));
  });
});

describe('the check beside a server that runs', () => {
  it('finds a sound file sound, and a spoilt one damaged', async () => {
    expect(await checkInBackground(folder.database).verdict).toEqual({ kind: 'sound' });
    spoil(inItsPages);
    expect((await checkInBackground(folder.database).verdict).kind).toBe('damaged');
    expect((await checkInBackground(`${folder.database}-missing`).verdict).kind).toBe('unknown');
  });

  describe('of a file that was damaged while the server was stopped', () => {
    let serving: Serving;
    const start = () =>
      serve(
        {
          port: 0,
          host: '127.0.0.1',
          dataDir: folder.directory,
          logLevel: 'silent',
          metricsToken: null,
          trustProxyHops: 0,
          publicOrigin: null,
        },
        'test',
        { smallBytes: 0 },
      );
    const statusOf = async (path: string): Promise<number> => (await fetch(serving.origin + path)).status;
    afterEach(() => serving.stop());

    it('ends all service, and leaves no note that would be trusted', async () => {
      // Bits that fall over on a disk change no time and no counter.
      spoil(inItsPages);
      noteCleanStop(folder);
      const before = readFileSync(folder.database);
      serving = await start();
      for (let waited = 0; (await statusOf('/healthz')) !== 503 && waited < 20_000; waited += 50) await pause(50);
      expect(await Promise.all(['/healthz', '/readyz', '/api/v1/register/powers', '/'].map(statusOf))).toEqual([503, 503, 503, 503]);
      await serving.stop();
      expect(existsSync(folder.cleanStop)).toBe(false);
      expect(readFileSync(folder.database).equals(before)).toBe(true);
      expect(() => openAndClose()).toThrow(/damaged.*npm run restore/);
    });
  });
});
