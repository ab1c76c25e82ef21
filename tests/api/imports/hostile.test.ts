import { describe, expect, it } from 'vitest';
import { elementsOf } from '#server/spreadsheets/xlsx-markup.ts';
import { withGuard, withoutGuard } from '#server/spreadsheets/formula-guard.ts';

describe('markup that means harm', () => {
  // Read again and again from each tag on, these take a minute and more; read once, some milliseconds.
  it.each([
    ['tags that never end', '<c '.repeat(60_000)],
    ['quotes that never end', '<c a="'.repeat(60_000)],
    ['a tag full of quotes that never ends', `<c ${'a="" '.repeat(60_000)}`],
  ])('is read in a time that grows with its size alone: %s', { timeout: 15_000 }, (_, xml) => {
    expect([...elementsOf(xml, 'c')]).toEqual([]);
  });

  it('is told from a tag with every kind of quote in it', () => {
    expect([...elementsOf(`<x:c r='A1' t="s>"><v>1</v></x:c><c/>`, 'c')]).toEqual([
      { attributes: ` r='A1' t="s>"`, content: '<v>1</v>' },
      { attributes: '', content: '' },
    ]);
  });

  it('counts a text that is not there: shared texts are known by their place', () => {
    expect([...elementsOf('<si><t>A</t></si><si/><si><t>B</t></si>', 'si')].map(({ content }) => content)).toEqual([
      '<t>A</t>',
      '',
      '<t>B</t>',
    ]);
  });
});

describe('a cell of a CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠SUM(A1)', '\t=1', '\r=1', '\n=1'])(
    '%j runs no formula, and comes back as it was',
    (text) => {
      expect(withGuard(text)).toBe(`'${text}`);
      expect(withoutGuard(withGuard(text))).toBe(text);
    },
  );

  it.each(['', '土地', '1', "'", "'quoted'", '（一）'])('%j stays as it is', (text) => {
    expect(withGuard(text)).toBe(text);
    expect(withoutGuard(text)).toBe(text);
  });
});
