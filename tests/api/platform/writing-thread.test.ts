import { afterEach, expect, test } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { createUnitOfWork } from '#db/unit-of-work.ts';
import { createWritingThread, type WritingThread } from '#server/platform/writing-thread.ts';
import { createTestFolder } from '#tests/support/database.ts';

type Asked = { readonly say: string } | { readonly fill: true };
const folder = createTestFolder();
const db = openDatabase(`${folder.directory}/thread.sqlite`, { create: true });
const unitOfWork = createUnitOfWork(db);
let thread: WritingThread<Asked, string> | undefined;
afterEach(async () => {
  await thread?.stop();
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('a worker that is about to end takes no job: the next one goes to a fresh worker', { timeout: 60_000 }, async () => {
  thread = createWritingThread<Asked, string>({ db, unitOfWork }, new URL('../../support/echo.worker.ts', import.meta.url), { idleMs: 20 });
  for (let turn = 0; turn < 6; turn += 1) {
    expect(await thread.run({ say: String(turn) })).toBe(String(turn));
    // Asked in the very turn in which the idle worker is told to end.
    await pause(20);
  }
});

test('the end of one worker is not the end of a job of the next', { timeout: 60_000 }, async () => {
  thread = createWritingThread<Asked, string>({ db, unitOfWork }, new URL('../../support/echo.worker.ts', import.meta.url), {
    idleMs: 1000,
  });
  const ended = thread.run({ fill: true }).catch((fault: unknown) => (fault instanceof Error ? fault.name : ''));
  const next = thread.run({ say: 'after' });
  expect(await ended).toBe('WorkerEnded');
  expect(await next).toBe('after');
});
