import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import configuration from './dependency-cruiser.js';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Sources by path, as they would stand in the project. */
export type Tree = Readonly<Record<string, string>>;

const production = ['@protobi/exceljs', 'zod', 'express', 'drizzle-orm', 'better-sqlite3', 'swagger-ui-dist'];
const development = ['antd', 'chinese-days', 'react-aria-components', '@internationalized/date', 'react-hook-form', '@hookform/resolvers'];

function packages(): Tree {
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> };
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const project = { name: 'planted', type: 'module', imports, dependencies: versions(production), devDependencies: versions(development) };
  const installed = [...production, ...development].flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'export const it = 1;'],
  ]);
  return { 'package.json': JSON.stringify(project), ...(Object.fromEntries(installed) as Tree) };
}

/** Writes a small project of its own, as the rules would see it, and removes it afterwards. */
export async function withTree<T>(tree: Tree, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const [path, source] of Object.entries({ ...packages(), ...tree })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Which file imports which against which rule, and how many modules were looked at at all. */
export async function cruiseTree(folder: string, rooms: readonly string[]) {
  const { options, ...ruleSet } = configuration;
  const { output } = await cruise([...rooms], { ...options, baseDir: folder, validate: true, ruleSet }, { bustTheCache: true });
  const { modules, summary } = output as ICruiseResult;
  return { modules, violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })) };
}
