import { describe, expect, it } from 'vitest';
import { registerSql } from '#server/features/register/queries.ts';
import { useApp } from '#tests/support/app.ts';
import { planOf } from '#tests/support/plans.ts';

const app = useApp();

const given = {
  at: 1,
  id: 'x',
  code: 'x',
  powerId: 'x',
  townshipId: 'x',
  after: 'x',
  pattern: null,
  departmentId: null,
  grantId: 'x',
  number: 'x',
  limit: 51,
};
const scans = (name: keyof typeof registerSql): string[] =>
  planOf(app().db, registerSql[name], given).filter((step) => /^SCAN(?! \(subquery)/.test(step));

describe('the plans of the register', () => {
  it.each([
    'holder',
    'holdersOfPower',
    'history',
    'suspensions',
    'powerByCode',
    'terms',
    'document',
    'existingDocument',
    'editionDocument',
    'searchTownship',
    'countTownship',
  ] as const)('%s only looks up', (name) => {
    expect(scans(name)).toEqual([]);
  });

  it('finds older papers by their number', () => {
    expect(planOf(app().db, registerSql.existingDocument, given)[0]).toBe(
      'SEARCH g USING INDEX grants_existing_document (document_number=?)',
    );
  });

  it('finds the holder by an index of power, township and time, without a sort', () => {
    const plan = planOf(app().db, registerSql.holder, given);
    expect(plan[0]).toMatch(/^SEARCH h USING INDEX holdings_(power_)?township \(\w+=\? AND \w+=\? AND from_at<\?\)$/);
    expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  });

  it.each(['search', 'count', 'powers', 'countPowers'] as const)(
    '%s walks the powers, whose number the law sets, and stops after a page',
    (name) => {
      expect(scans(name).filter((step) => !/^SCAN p( |$)/.test(step))).toEqual([]);
    },
  );

  it.each(['search', 'powers'] as const)('%s needs no sort of the whole', (name) => {
    expect(planOf(app().db, registerSql[name], given).filter((step) => step.endsWith('TEMP B-TREE FOR ORDER BY'))).toEqual([]);
  });
});
