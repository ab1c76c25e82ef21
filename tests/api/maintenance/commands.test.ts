import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { createTestFolder } from '#tests/support/database.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const commands = ['migrate', 'backup', 'verify-backup', 'restore', 'doctor', 'audit-head'];
let test: ReturnType<typeof createTestFolder>;
let data: string;

/** Bundled as a release bundles them, in a folder laid out like one: dist/server beside migrations. */
beforeAll(async () => {
  test = createTestFolder();
  data = join(test.directory, 'data');
  const entryPoints = commands.map((command) => join(root, 'server', 'commands', `${command}.ts`));
  const shape = { bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', logLevel: 'warning' } as const;
  await build({
    ...shape,
    absWorkingDir: root,
    entryPoints,
    outdir: join(test.directory, 'dist', 'server'),
    outExtension: { '.js': '.mjs' },
  });
  for (const name of ['migrations', 'node_modules']) symlinkSync(join(root, name), join(test.directory, name));
});
afterAll(() => test.dispose());

async function run(command: string, ...words: string[]): Promise<{ code: number; said: string }> {
  const bundle = join(test.directory, 'dist', 'server', `${command}.mjs`);
  const child = spawn(process.execPath, [bundle, ...words], { env: { ...process.env, DATA_DIR: data }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (said += part));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

describe('the commands of an operator', () => {
  it.each(commands)('%s explains itself', async (command) => {
    const { code, said } = await run(command, '--help');
    expect(code).toBe(0);
    expect(said).toContain(`npm run ${command}`);
    expect(said).toContain('--data-dir');
  });

  it.each([['migrate', '--crate'], ['restore'], ['doctor', 'everything']])(
    'exit with 2 and a hint when called wrongly: %s',
    async (command, ...words) => {
      expect(await run(command, ...words)).toMatchObject({ code: 2, said: expect.stringContaining(`npm run ${command}`) as string });
    },
  );

  it('lead an installation through its life, in words and without stacks', async () => {
    const refused = await run('doctor');
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('npm run migrate -- --create');
    expect(await run('migrate', '--create')).toMatchObject({ code: 0, said: expect.stringContaining('New installation') as string });
    expect((await run('migrate', '--dry-run')).said).toContain('up to date');

    const { code, said } = await run('backup');
    const path = /Backup: (.+)/.exec(said)?.[1] ?? '';
    expect(code).toBe(0);
    expect((await run('verify-backup', path)).said).toContain('Sound');
    expect(await run('audit-head', '--verify', '--expect', `0:${'0'.repeat(64)}`)).toMatchObject({ code: 0 });
    expect((await run('audit-head', '--expect', `7:${'0'.repeat(64)}`)).code).toBe(1);
    expect(await run('doctor')).toMatchObject({ code: 0, said: expect.stringContaining('All is well') as string });

    const server = openInstallation(data, 'server', findMigrations());
    const busy = await run('restore', path);
    expect(busy).toMatchObject({ code: 1, said: expect.stringContaining('Stop that one first') as string });
    expect(busy.said).not.toContain('    at ');
    server.db.$client.close();
    server.release();
    expect(await run('restore', path)).toMatchObject({ code: 0, said: expect.stringContaining('kept in') as string });

    truncateSync(path, 5000);
    expect(await run('verify-backup', path)).toMatchObject({ code: 1, said: expect.stringContaining('refused') as string });
    // A dozen processes, one after the other.
  }, 90_000);
});
