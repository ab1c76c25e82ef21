// What npm test runs, in order, and how each runner's own report is counted. Nothing is estimated: a number comes from a report or is a failure.
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ name: string, minutes: number, words: string[], env?: Record<string, string>, count: (isGreen: boolean) => Count }} Step */

/** A tool that answers yes or no counts as one check. @param {boolean} isGreen @returns {Count} */
const oneCheck = (isGreen) => ({ passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, skipped: 0 });

/** @param {string} name @param {string[]} words @param {number} minutes @returns {Step} */
const check = (name, words, minutes = 5) => ({ name, minutes, words, count: oneCheck });

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/** A file that fails to load has no failed test in it, so it is counted by itself. @param {VitestReport} report @returns {Count} */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} PlaywrightReport */

/** @param {PlaywrightReport} report @returns {Count} */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/** A runner that crashed, reported nothing or ran nothing has failed, whatever it says. @param {Count} count @param {boolean} isGreen @returns {Count} */
export function distrust(count, isGreen) {
  const ranNothing = count.passed + count.failed === 0;
  return count.failed === 0 && (!isGreen || ranNothing) ? { ...count, failed: 1 } : count;
}

/** @template T @param {string} report @param {(report: T) => Count} read @returns {(isGreen: boolean) => Count} */
const fromReport = (report, read) => (isGreen) => {
  try {
    return distrust(read(/** @type {T} */ (JSON.parse(readFileSync(report, 'utf8')))), isGreen);
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
};

/** @param {string} project @param {string} reports @param {number} minutes @returns {Step} */
function vitest(project, reports, minutes) {
  const report = `${reports}/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const words = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'tests/vitest.config.ts', '--project', project, ...reporters];
  return { name: project, minutes, words, count: fromReport(report, countVitest) };
}

/** @param {string} reports @returns {Step} */
function browser(reports) {
  const report = `${reports}/e2e.json`;
  const words = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/playwright.config.ts'];
  return { name: 'e2e', minutes: 12, words, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report }, count: fromReport(report, countPlaywright) };
}

/** @param {string} reports the folder for the runners' reports @returns {Step[]} */
export function steps(reports) {
  return [
    check('types', ['node_modules/typescript7/bin/tsc', '-p', 'tsconfig.json', '--noEmit']),
    check('lint', ['node_modules/eslint/bin/eslint.js', 'server', 'client', 'db', 'tests', 'eslint.config.js', '--max-warnings', '0'], 9),
    check('format', ['tests/support/format.mjs', '--check']),
    check('knip', ['node_modules/knip/bin/knip.js', '--no-progress']),
    vitest('architecture', reports, 5),
    vitest('domain', reports, 5),
    vitest('api', reports, 8),
    vitest('screens', reports, 5),
    check('build', ['server/commands/build.mjs', '--if-stale']),
    // Getting a browser may take minutes on a bare machine; asked for here, so that the wait is seen for what it is.
    check('chromium', ['tests/support/chromium.mjs'], 12),
    browser(reports),
    vitest('faults', reports, 6),
  ];
}
