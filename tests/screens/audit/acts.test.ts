import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditActs } from '#client/i18n/zh/audit/audit-acts.ts';

const root = new URL('../../..', import.meta.url).pathname;

const server = join(root, 'server');
const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(server, path), 'utf8'));
const found = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))),
];

describe('the audit trail in words', () => {
  it('has words for every act that the server writes down', () => {
    const acts = found(/\baction(?::| =) '([a-z_]+)'/g);
    expect(acts.length).toBeGreaterThan(80);
    expect(acts.filter((act) => !(act in auditActs.act))).toEqual([]);
  });

  it('has words for every kind of subject', () => {
    const kinds = [...readFileSync(join(root, 'server/records/change.ts'), 'utf8').matchAll(/subjectKind/g)].length;
    expect(kinds).toBeGreaterThan(0);
    const recorded = found(/action[^\n]*?,?\s*subjectKind: '([a-z_]+)'/g);
    expect(recorded.length).toBeGreaterThan(15);
    expect(recorded.filter((kind) => !(kind in auditActs.subjectKind))).toEqual([]);
  });
});
