import { describe, expect, test } from 'vitest';
import { packedStates, stateOf } from '#tests/fixtures/pack.ts';
import { schemasWithoutFile } from '#tests/fixtures/released.ts';
import { unreleased } from '#tests/fixtures/unreleased.ts';
import { migrations } from '#tests/support/database.ts';

const tags = migrations.map(({ tag }) => tag);

describe('every schema that was ever released', () => {
  test('has a filled file of its own', () => expect(schemasWithoutFile({ tags, states: packedStates(), unreleased })).toEqual([]));
  test('has one number, and so one file', () => expect(new Set(tags.map(stateOf)).size).toBe(tags.length));
});

describe('the check bites', () => {
  const two = ['0000_tables', '0001_more'];
  const newest = { tag: '0001_more', reason: 'may still change' };

  test.each([
    ['a file is missing', { tags: two, states: ['0000'], unreleased: null }, '0001_more has no file'],
    ['an older one is missing', { tags: two, states: ['0001'], unreleased: null }, '0000_tables has no file'],
    [
      'one that is not the newest is called unreleased',
      { tags: two, states: ['0001'], unreleased: { ...newest, tag: '0000_tables' } },
      '0000_tables is not the newest',
    ],
    [
      'the mark gives no reason',
      { tags: two, states: ['0000'], unreleased: { ...newest, reason: ' ' } },
      '0001_more is unreleased for no reason',
    ],
    ['it was released and is still marked', { tags: two, states: ['0000', '0001'], unreleased: newest }, '0001_more has a file'],
    [
      'a file belongs to no migration',
      { tags: two, states: ['0000', '0001', '0007'], unreleased: null },
      '0007 is the state of no migration',
    ],
  ])('when %s', (_, given, found) => expect(schemasWithoutFile(given).join()).toContain(found));

  test('but not on the newest one while it is marked', () =>
    expect(schemasWithoutFile({ tags: two, states: ['0000'], unreleased: newest })).toEqual([]));
});
