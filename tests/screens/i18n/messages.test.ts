import { describe, expect, it } from 'vitest';
import { messages as en } from '#client/i18n/en/index.ts';
import { messages as enPublic } from '#client/i18n/en/public.ts';
import { messages as zh } from '#client/i18n/zh/index.ts';
import { messages as zhPublic } from '#client/i18n/zh/public.ts';
import { problemCodes } from '#contract/problems.ts';

type Flat = Readonly<Record<string, string>>;

function flat(value: unknown, path = ''): Flat {
  if (typeof value === 'string') return { [path]: value };
  return Object.assign(
    {},
    ...Object.entries(value as object).map(([key, part]) => flat(part, path === '' ? key : `${path}.${key}`)),
  ) as Flat;
}

// Chinese has one form of a counted sentence, English has two.
const keysOf = (words: Flat): readonly string[] => [...new Set(Object.keys(words).map((key) => key.replace(/_(?:one|other)$/, '')))].sort();
const parametersOf = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

const chinese = flat(zh);
const english = flat(en);
const han = /\p{Script=Han}/u;
// Names of products and of the other language, which are the same in both.
const sameInBoth = new Set(['common.switchLanguage']);

describe('messages', () => {
  it('hold the same keys in both languages', () => {
    expect(keysOf(english)).toEqual(keysOf(chinese));
  });

  it('hold the same keys in the public entry, each one with the words of the application', () => {
    expect(keysOf(flat(enPublic))).toEqual(keysOf(flat(zhPublic)));
    for (const [key, words] of Object.entries(flat(zhPublic))) expect(words, key).toBe(chinese[key]);
    for (const [key, words] of Object.entries(flat(enPublic))) expect(words, key).toBe(english[key]);
  });

  it('are never empty and never end in blanks', () => {
    for (const [key, words] of [...Object.entries(chinese), ...Object.entries(english)]) {
      expect(words.trim(), key).not.toBe('');
      expect(words, key).toBe(words.trim());
    }
  });

  it('take the same parameters in both languages', () => {
    for (const [key, words] of Object.entries(english)) {
      const source = chinese[key] ?? chinese[key.replace(/_one$/, '_other')] ?? '';
      // "One request" need not repeat the figure.
      const needed = parametersOf(source).filter((name) => name !== 'count' || !key.endsWith('_one') || words.includes('{{count}}'));
      expect(parametersOf(words), key).toEqual(needed);
    }
  });

  it('contain no Chinese in English', () => {
    const offenders = Object.entries(english).filter(([key, words]) => !sameInBoth.has(key) && han.test(words));
    expect(offenders).toEqual([]);
  });

  it('contain no untranslated English in Chinese', () => {
    const offenders = Object.entries(chinese).filter(
      ([key, words]) => !sameInBoth.has(key) && /[A-Za-z]/.test(words) && !han.test(words.replace(/\{\{\w+\}\}/g, '')),
    );
    // A sentence of parameters alone has nothing to translate.
    expect(offenders.filter(([, words]) => /[A-Za-z]/.test(words.replace(/\{\{\w+\}\}/g, '')))).toEqual([]);
  });

  it('say the same thing differently: no sentence is simply copied', () => {
    const copied = Object.keys(chinese).filter(
      (key) => chinese[key] === english[key] && /[A-Za-z\p{Script=Han}]/u.test((english[key] ?? '').replace(/\{\{\w+\}\}/g, '')),
    );
    expect(copied).toEqual([]);
  });

  it('give words to every refusal of the contract', () => {
    for (const code of problemCodes) {
      expect(zh.problems.code[code], code).toMatch(han);
      expect(en.problems.code[code], code).toMatch(/^[A-Z].*[.]$/);
    }
  });

  it('leave no parameter in words that must stand without one', () => {
    for (const locale of [zh, en]) for (const words of Object.values(locale.problems.code)) expect(words).not.toContain('{{');
  });
});
