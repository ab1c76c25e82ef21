import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const client = fileURLToPath(new URL('../../../client', import.meta.url));

/** Every file and package that an entry reaches, lazily loaded ones included; imports of types alone leave no trace. */
function reach(entry: string): { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> } {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string): void => {
    if (files.has(path) || !/\.tsx?$/.test(path)) return;
    files.add(path);
    const source = readFileSync(path, 'utf8').replace(/import type [^;]+;/g, '');
    for (const [, name = ''] of source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      if (name.startsWith('#client/')) visit(join(client, name.slice('#client/'.length)));
      else if (name.startsWith('.')) visit(join(dirname(path), name));
      else packages.add(name);
    }
  };
  visit(join(client, entry));
  return { files, packages };
}

describe('the public entry', () => {
  const { files, packages } = reach('app/main-public.tsx');

  it('reaches the sign-in page (or this test would see nothing)', () => {
    expect([...files].some((file) => file.endsWith('sign-in-screen.tsx'))).toBe(true);
    expect([...reach('app/main-app.tsx').packages]).toContain('antd');
  });

  it('never reaches antd, charts or the contract at run time', () => {
    const heavy = [...packages].filter((name) =>
      /^(?:antd|@ant-design|@rc-component|echarts|dayjs|zod|react-hook-form|react-aria-components|@internationalized|#contract|#server)/.test(
        name,
      ),
    );
    expect(heavy).toEqual([]);
  });

  it('does not carry the messages of the application', () => {
    const messages = [...files].flatMap((file) => /i18n\/(?:zh|en)\/(.+)\.ts$/.exec(file)?.[1] ?? []);
    const own = ['common', 'problems/problems-basic', 'public', 'register', 'sign-in', 'words/law', 'words/words-public'];
    expect([...new Set(messages)].sort()).toEqual(own);
  });
});
