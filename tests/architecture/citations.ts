import type { ReadTree } from './tree.ts';

const rulesPath = 'server/domain/RULES.md';
const rooms = ['server', 'client', 'db', 'migrations', 'tests'];
const atTop = ['README.md', 'eslint.config.js'];
const readable = /\.(ts|tsx|js|mjs|md|sql|css|html)$/;

/** Released migrations never change. These two cite sections of a page that has become RULES.md, which says what they mean. */
const released: readonly string[] = ['migrations/0001_invariants.sql', 'migrations/0004_catalogue_invariants.sql'];
/** These name pages as names: the checks and the offences that they plant. */
const speaksOfThem = /^tests\/architecture\/(citations|house)(\.test)?\.ts$/;

const anchor = /^\*\*(R?\d+(?:\.\d+)?)\*\* (.*)$/;
const law = /\[[^[\]]+\]$/;
const numbers = /RULES\.md ((?:R?\d+(?:\.\d+)*)(?:(?:, | and )R?\d+(?:\.\d+)*)*)/g;
const page = /[\w./-]*\w\.md\b/g;

interface Line {
  readonly path: string;
  readonly at: string;
  readonly text: string;
}

function linesOf(tree: ReadTree): Line[] {
  const paths = [...rooms.flatMap((room) => tree.files(room)), ...atTop.filter((name) => tree.top().includes(name))];
  return paths
    .filter((path) => readable.test(path) && path !== rulesPath && !released.includes(path) && !speaksOfThem.test(path))
    .flatMap((path) =>
      tree
        .text(path)
        .split('\n')
        .map((text, index) => ({ path, at: `${path}:${String(index + 1)}`, text })),
    );
}

function rulesIn(tree: ReadTree): { readonly number: string; readonly text: string }[] {
  const text = tree.files('server').includes(rulesPath) ? tree.text(rulesPath) : '';
  return text.split('\n').flatMap((line) => {
    const [, number, rule] = anchor.exec(line) ?? [];
    return number === undefined || rule === undefined ? [] : [{ number, text: rule }];
  });
}

/** Citations of rules that RULES.md does not have, and in code those that name no rule at all. */
export function citationsWithoutRule(tree: ReadTree): string[] {
  const known = new Set(rulesIn(tree).map(({ number }) => number));
  return linesOf(tree).flatMap(({ path, at, text }) => {
    const cited = [...text.matchAll(numbers)].flatMap(([, list = '']) => list.split(/, | and /));
    const isVague = !path.endsWith('.md') && /RULES\.md(?! R?\d)/.test(text);
    return [
      ...cited.filter((number) => !known.has(number)).map((number) => `${at}: no rule ${number}`),
      ...(isVague ? [`${at}: names no rule`] : []),
    ];
  });
}

/** Pages that are named and cannot be opened here: no file of the repository has that name, at the place that is said. */
export function pagesElsewhere(tree: ReadTree): string[] {
  const present = [...rooms.flatMap((room) => tree.files(room)), ...tree.top()].map((path) => `/${path}`);
  return linesOf(tree).flatMap(({ at, text }) =>
    [...text.matchAll(page)]
      .map(([name]) => name.replace(/^(\.{0,2}\/)+/, ''))
      .filter((name) => !present.some((path) => path.endsWith(`/${name}`)))
      .map((name) => `${at}: ${name}`),
  );
}

/** By chapter, then by number; promises (R1, R2, ...) come after all chapters. */
function placeOf(number: string): number {
  const [chapter = 0, rule = 0] = number.split('.').map(Number);
  return number.startsWith('R') ? 1e6 + Number(number.slice(1)) : chapter * 1000 + rule;
}

/** Numbers that are given twice or out of order, and rules that do not say on which law they rest. */
export function faultyRules(tree: ReadTree): string[] {
  return rulesIn(tree).flatMap(({ number, text }, index, all) => {
    const before = all[index - 1]?.number;
    const isInOrder = before === undefined || placeOf(before) < placeOf(number);
    return [...(isInOrder ? [] : [`${number} stands after ${before}`]), ...(law.test(text) ? [] : [`${number} names no law`])];
  });
}
