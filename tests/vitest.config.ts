import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One project per room of tests, so that npm test can count each and a change runs only the rooms that it touches. */
const project = (name: string, seconds = 10) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], testTimeout: seconds * 1000, hookTimeout: 30_000 },
});

export default defineConfig({
  root,
  test: {
    // Processes, not threads: native modules, and faults that kill what they run in.
    pool: 'forks',
    maxWorkers: 2,
    // A test marked `only` would silently hide all others.
    allowOnly: false,
    restoreMocks: true,
    // County time is counted, never taken from the machine: a zone far off, with half hours, shows who forgot.
    env: { TZ: 'America/St_Johns', NODE_ENV: 'test' },
    projects: [
      project('architecture', 60),
      project('domain', 20),
      project('api', 20),
      project('screens', 15),
      project('faults', 60),
      // Needs the data beside a checkout; run by npm run test:data alone.
      project('data', 120),
    ],
  },
});
