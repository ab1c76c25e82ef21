import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolder } from '#db/data-folder.ts';
import { operatorErrorOf } from '#db/system-error.ts';
import { createTestFolder, createTestInstallation } from '#tests/support/database.ts';

const chinese = /[\u4e00-\u9fff].*。/;

describe('an error of the operating system', () => {
  const errorOf = (code: string, more: object) => Object.assign(new Error(`${code}: as Node puts it`), { code, ...more });
  it.each([
    ['EADDRINUSE', { syscall: 'listen', address: '127.0.0.1', port: 4180 }, 'in use by another program: 127.0.0.1:4180'],
    ['EACCES', { syscall: 'listen', address: '0.0.0.0', port: 80 }, 'not permitted: 0.0.0.0:80'],
    ['EADDRNOTAVAIL', { syscall: 'listen', address: '192.0.2.1', port: 4180 }, 'no such address: 192.0.2.1:4180'],
    ['ENOTFOUND', { syscall: 'getaddrinfo', hostname: 'nowhere' }, 'no such address: nowhere'],
    ['EACCES', { syscall: 'mkdir', path: '/data' }, 'may not be read or written: /data'],
    ['EROFS', { syscall: 'open', path: '/data/x' }, 'may not be read or written: /data/x'],
    ['ENOSPC', { syscall: 'write' }, 'The disk is full: /where'],
    ['EIO', { syscall: 'read' }, 'The disk fails: /where'],
    ['ENOTDIR', { syscall: 'mkdir', path: '/file/data' }, 'The path is wrong: /file/data'],
    ['EMFILE', { syscall: 'open', path: '/x' }, 'Too many files'],
    ['SQLITE_FULL', {}, 'The disk is full: /where'],
    ['SQLITE_READONLY_DIRECTORY', {}, 'may not be read or written: /where'],
    ['SQLITE_CANTOPEN', {}, 'may not be read or written: /where'],
    ['SQLITE_IOERR_WRITE', {}, 'The disk fails: /where'],
  ])('%s %j is told in both languages', (code, more, english) => {
    const told = operatorErrorOf(new Error('while starting', { cause: errorOf(code, more) }), '/where');
    expect(told?.message.split('\n')).toEqual([expect.stringMatching(chinese), expect.stringContaining(english)]);
    expect(told?.message).toContain(code);
  });

  it('is not made of what is a fault of the program', () => {
    for (const error of [new TypeError('x is not a function'), errorOf('SQLITE_CONSTRAINT', {}), errorOf('ERR_ASSERTION', {}), 'thrown'])
      expect(operatorErrorOf(error, '/where')).toBeNull();
  });
});

// Each test starts one or two processes.
describe('the program at the terminal', { timeout: 90_000 }, () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  let test: ReturnType<typeof createTestFolder>;
  let data: string;
  beforeAll(async () => {
    test = createTestFolder();
    data = join(test.directory, 'data');
    await createTestInstallation(data);
    const shape = { bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', logLevel: 'warning' } as const;
    const entryPoints = [
      join(root, 'server', 'main.ts'),
      ...['migrate', 'backup', 'demo'].map((name) => join(root, 'server', 'commands', `${name}.ts`)),
    ];
    await build({
      ...shape,
      absWorkingDir: root,
      entryPoints,
      entryNames: '[name]',
      outdir: join(test.directory, 'dist', 'server'),
      outExtension: { '.js': '.mjs' },
    });
    for (const name of ['migrations', 'node_modules']) symlinkSync(join(root, name), join(test.directory, name));
  }, 90_000);
  afterAll(() => test.dispose());

  async function run(command: string, settings: Record<string, string>, ...words: string[]): Promise<{ code: number; said: string }> {
    const bundle = join(test.directory, 'dist', 'server', `${command}.mjs`);
    const env = { ...process.env, DATA_DIR: data, PORT: '0', LOG_LEVEL: 'silent', ...settings };
    const child = spawn(process.execPath, [bundle, ...words], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
    const [code] = (await once(child, 'close')) as [number];
    return { code, said };
  }

  function expectPlain({ code, said }: { code: number; said: string }, english: string): void {
    expect(code).toBe(1);
    expect(said).toMatch(chinese);
    expect(said).toContain(english);
    expect(said).not.toMatch(/^\s+at /m);
    expect(said.trimEnd().split('\n')).toHaveLength(2);
  }

  it('says that its port is in use, and leaves the folder in good order', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expectPlain(await run('main', { PORT: String(port) }), `in use by another program: 127.0.0.1:${String(port)}`);
    other.close();
    const folder = dataFolder(data);
    expect([folder.owner, `${folder.database}-wal`, folder.cleanStop].map((path) => existsSync(path))).toEqual([false, false, true]);
  });

  it('says that the machine has no such address', async () => {
    expectPlain(await run('main', { HOST: '192.0.2.1' }), 'no such address: 192.0.2.1');
    expectPlain(await run('main', { HOST: 'no.such.host.invalid' }), 'no such address: no.such.host.invalid');
  });

  it('says that its folder is none', async () => {
    const file = join(test.directory, 'file');
    writeFileSync(file, '');
    expectPlain(await run('migrate', { DATA_DIR: join(file, 'data') }, '--create'), 'The path is wrong');
    expectPlain(await run('demo', { DATA_DIR: join(file, 'data') }), 'The path is wrong');
  });

  it('says that the disk is full', async () => {
    const full = join(test.directory, 'full');
    mkdirSync(full);
    // A device that is always full: what is written there gets the answer of a full disk.
    symlinkSync('/dev/full', join(full, 'owner.json'));
    expectPlain(await run('migrate', {}, '--create', '--data-dir', full), 'The disk is full');
  });

  it('says that backups have no place', async () => {
    writeFileSync(join(data, 'backups'), '');
    expectPlain(await run('backup', {}), `The path is wrong: ${join(data, 'backups')}`);
  });

  it('says that its folder is not writable', async () => {
    const folder = join(test.directory, 'locked');
    mkdirSync(join(folder, 'lock'), { recursive: true });
    expectPlain(await run('main', { DATA_DIR: folder }), `may not be read or written: ${folder}`);
    // Tests may run as the administrator of the machine, who cannot make a folder there either.
    expectPlain(await run('migrate', { DATA_DIR: '/sys/county' }, '--create'), 'may not be read or written: /sys/county');
  });
});
