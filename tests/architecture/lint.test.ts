import { join } from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, expect, test } from 'vitest';
import { root } from './plant.ts';
import { readTree } from './tree.ts';

const eslint = new ESLint({ cwd: root });
const tree = readTree(root);

/** Lint with types needs a path of the project, so an offence borrows that of the first file of its room. */
function fileIn(room: string): string {
  const file = tree.files(room).find((path) => /(?<!\.d)\.tsx?$/.test(path) && path.slice(room.length + 1).split('/').length <= 2);
  if (!file) throw new Error(`no file in ${room}`);
  return file;
}

async function rulesBrokenBy(source: string, room: string): Promise<string[]> {
  const results = await eslint.lintText(`${source}\nexport {};\n`, { filePath: join(root, fileIn(room)) });
  return results.flatMap((result) => result.messages.map((message) => message.ruleId ?? message.message));
}

const query = 'declare const query: { then(done: (rows: number) => void, failed?: (reason: unknown) => void): void };';
const bans = 'no-restricted-syntax';

const offences: readonly (readonly [rule: string, room: string, source: string])[] = [
  [bans, 'server/domain', 'export const now = new Date();'],
  [bans, 'server/domain', 'export const now = Date.now();'],
  [bans, 'server/domain', 'export const luck = Math.random();'],
  [bans, 'server/features', 'export const now = Date.now();'],
  [bans, 'client/ui', 'export const last = [1].at(-1);'],
  [bans, 'client/ui', "export const has = Object.hasOwn({}, 'a');"],
  [bans, 'client/ui', 'export const last = [1].findLast((one) => one > 0);'],
  [bans, 'client/ui', 'export const copy = structuredClone({});'],
  [bans, 'client/lib', 'export const last = [1].at(-1);'],
  [bans, 'client/ui', 'export const year = new Date(0).getFullYear();'],
  [bans, 'server/contract', 'const one = 1;\nexport default one;'],
  [bans, 'tests/architecture', "import { test } from 'vitest';\ntest.skip('later', () => {});"],
  ['no-restricted-imports', 'server/platform', "import { inArray } from 'drizzle-orm';\nexport const list = inArray;"],
  ['@typescript-eslint/no-explicit-any', 'server/contract', 'export const one: any = 1;'],
  ['@typescript-eslint/no-floating-promises', 'server/platform', `${query}\nquery;`],
  ['@typescript-eslint/no-floating-promises', 'server/platform', 'Promise.resolve(1);'],
  ['@typescript-eslint/no-misused-promises', 'server/platform', '[1].forEach(async () => Promise.resolve());'],
  ['@typescript-eslint/consistent-type-imports', 'server/contract', "import { Buffer } from 'node:buffer';\nexport type Bytes = Buffer;"],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'server/domain',
    "export function name(kind: 'a' | 'b') { switch (kind) { case 'a': return 1; } return 2; }",
  ],
  ['house/plain-words', 'server/domain', 'export const deskOf = 1;'],
  ['house/plain-words', 'server/domain', 'export interface HatPicker { readonly one: 1 }'],
  ['house/plain-words', 'client/ui', '/** Nobody waits for it. */\nexport const one = 1;'],
  ['house/plain-words', 'db', '// Answers how many there are.\nexport const one = 1;'],
  ['@typescript-eslint/ban-ts-comment', 'server/contract', "// @ts-ignore\nexport const one: number = '';"],
];

const harmless: readonly (readonly [room: string, source: string])[] = [
  ['server/domain', "export const stored = { end_rides: 'hot' };"],
  ['server/domain', 'export const day = (at: number) => new Date(at).toISOString();'],
  ['client/lib', 'export const day = (at: number) => new Date(at).toISOString();'],
  ['server/platform', 'export const clock = { now: () => Date.now() };'],
  ['tests/architecture', 'export const last = [1].at(-1);'],
];

// The first look at any file loads the types of the whole project.
beforeAll(() => rulesBrokenBy('', 'server/contract'), 120_000);

test.each(offences)('%s bites in %s: %s', async (rule, room, source) => {
  expect(await rulesBrokenBy(source, room)).toContain(rule);
});

test.each(harmless)('lint lets pass in %s: %s', async (room, source) => {
  expect(await rulesBrokenBy(source, room)).toEqual([]);
});
