import { describe, expect, it } from 'vitest';
import { auditActs as en } from '#client/i18n/en/audit/audit-acts.ts';
import { auditActs as zh } from '#client/i18n/zh/audit/audit-acts.ts';
import { auditActs, formerActs } from '#contract/audit/audit-trail.ts';

// The compiler holds the words against the acts; this holds against a list that was widened to any text.
describe('the audit trail in words', () => {
  const acts = [...Object.keys(auditActs), ...Object.keys(formerActs)].sort();
  const subjects = [...new Set(Object.values(auditActs).map(({ subjectKind }) => subjectKind))].sort();

  it.each([
    ['zh', zh],
    ['en', en],
  ] as const)('has words for every act and every kind of subject, and for nothing else, in %s', (_language, words) => {
    expect(Object.keys(words.act).sort()).toEqual(acts);
    expect(Object.keys(words.subjectKind).sort()).toEqual(subjects);
  });

  it('says of a decision for all townships that it was taken, and of a request that it came of one', () => {
    expect(auditActs.common_decision.subjectKind).toBe('common_decision');
    expect(en.act.common_decision).toBe('Took a common decision');
    expect(auditActs.common_decided.subjectKind).toBe('request');
    expect(en.act.common_decided).toBe('Opened a request by a common decision');
  });
});
