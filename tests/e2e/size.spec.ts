import { firstLoads } from '#tests/bench/first-load.ts';
import { expect, test } from '#tests/e2e/support/fixtures.ts';

// What counts: the page itself, its scripts with all that they import at once, and its styles, each compressed with gzip.
// What does not: screens, English and late widgets, which are fetched when somebody opens them.
test('what a browser loads before the first screen stays within its bounds', () => {
  const loads = firstLoads();
  expect(loads.map(({ page }) => page)).toEqual(['register and sign-in', 'application']);
  for (const { page, bytes, goal } of loads) expect(bytes, `${page}: ${Math.round(bytes / 1024)} KiB`).toBeLessThanOrEqual(goal);
});
