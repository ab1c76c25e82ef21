import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, distrust, steps } from '#tests/support/steps.mjs';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });
const vitestReport = (passed: number, failed: number, ...testResults: ReturnType<typeof file>[]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 1,
  numTodoTests: 2,
  testResults,
});

describe('the true count', () => {
  test('counts a file that did not load, though no test in it failed', () => {
    const report = vitestReport(2, 1, file('passed', 'passed'), file('failed', 'passed', 'failed'), file('failed'));
    expect(countVitest(report)).toEqual({ passed: 2, failed: 2, skipped: 3 });
  });

  test('counts a flaky journey and an error outside of any journey as failures', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] };
    expect(countPlaywright(report)).toEqual({ passed: 5, failed: 3, skipped: 1 });
  });

  test.each([
    { name: 'ran nothing', count: { passed: 0, failed: 0, skipped: 0 }, isGreen: true, failed: 1 },
    { name: 'skipped everything', count: { passed: 0, failed: 0, skipped: 4 }, isGreen: true, failed: 1 },
    { name: 'passed, then crashed', count: { passed: 9, failed: 0, skipped: 0 }, isGreen: false, failed: 1 },
    { name: 'failed and said so', count: { passed: 9, failed: 2, skipped: 0 }, isGreen: false, failed: 2 },
    { name: 'passed', count: { passed: 9, failed: 0, skipped: 0 }, isGreen: true, failed: 0 },
  ])('of a runner that $name', ({ count, isGreen, failed }) => {
    expect(distrust(count, isGreen)).toEqual({ ...count, failed });
  });

  test('of a runner that left no report is one failure', () => {
    for (const step of steps('/nonexistent').filter((each) => each.name === 'domain' || each.name === 'e2e')) {
      expect(step.count(true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    }
  });
});
