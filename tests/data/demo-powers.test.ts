import { expect, test } from 'vitest';
import { demoPowers } from '#server/demo/powers.ts';
import { departments } from '#server/demo/organisations.ts';
import { powerLines } from './shared.ts';

const types: Readonly<Record<string, string>> = {
  行政许可: 'licensing',
  行政处罚: 'penalty',
  行政强制: 'compulsion',
  行政征收: 'levy',
  行政给付: 'benefit',
  行政检查: 'inspection',
  行政确认: 'confirmation',
  行政奖励: 'reward',
  行政裁决: 'adjudication',
  其他行政权力: 'other',
};

test('the powers of the demo county equal the verified rows, fact by fact, and none is of another publisher', () => {
  const verified = new Map(powerLines().map((line) => [line.code, line]));
  expect(demoPowers.length).toBeGreaterThan(300);
  for (const power of demoPowers) {
    const line = verified.get(power.code);
    expect(['S1', 'S1-未核'], power.code).toContain(line?.source);
    expect({ name: power.name, type: power.type, field: power.field }, power.code).toEqual({
      name: line?.name,
      type: types[line?.statutory_type ?? ''],
      field: line?.domain,
    });
    const basis = power.basis === null ? '' : `《${power.basis.law}》${power.basis.article}`;
    expect(basis, power.code).toBe(line?.legal_basis);
    if (power.basis) expect(power.basis.versionOn, power.code).toBe(line?.statute_version);
    const status = line?.statute_status ?? '';
    expect(power.statute, power.code).toBe(status.includes('取代') ? 'repealed' : status.includes('修订') ? 'amended' : 'in_force');
    expect(Object.keys(departments)).toContain(power.department);
  }
});
