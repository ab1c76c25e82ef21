import type { Page } from '@playwright/test';
import { claim } from '#tests/e2e/support/claims.ts';
import { signIn, test } from '#tests/e2e/support/fixtures.ts';
import { screensForAll, screensOf, walk, type Screen } from '#tests/e2e/support/sweep.ts';

// One person of every role; no person stands for the public.
const people = {
  public: null,
  clerk: 'qingshi-jingban',
  lead: 'liuhe-fuze',
  reviewer: 'ziran-shenhe',
  legal: 'sifa-fazhi1',
  decider: 'xian-jueding1',
  training: 'peixun',
  admin: 'guanliyuan',
  auditor: 'shenji',
} as const;

async function enter(page: Page, username: string | null): Promise<Screen[]> {
  if (username !== null) {
    await signIn(page, username);
    return screensOf(page);
  }
  await page.goto('/');
  return screensForAll();
}

// Every look is for itself: both workers take their share.
test.describe.configure({ mode: 'parallel' });

if (process.env['SWEEP'] === 'all') everythingOfEverybody();
else everyKindOnce();

/** What every run does: all screens of all people, and each kind of screen once more in the other language and size. */
function everyKindOnce(): void {
  const looks = { first: { language: 'zh', size: 'wide' }, others: [{ language: 'en', size: 'phone' }] } as const;
  for (const [role, username] of Object.entries(people)) {
    test(`every screen of ${role}`, async ({ page }) => {
      test.setTimeout(300_000);
      // What another person has shown is not audited again; `npm run test:sweep` audits all.
      await walk(page, role, await enter(page, username), looks, claim);
    });
  }
}

const everyTime = (): boolean => true;

/** Languages and sizes crossed, every screen audited for every person: takes four times as long. */
function everythingOfEverybody(): void {
  for (const [role, username] of Object.entries(people)) {
    for (const language of ['zh', 'en'] as const) {
      for (const size of ['wide', 'phone'] as const) {
        test(`every screen of ${role}, ${language}, ${size}`, async ({ page }) => {
          test.setTimeout(600_000);
          await walk(page, role, await enter(page, username), { first: { language, size }, others: [] }, everyTime);
        });
      }
    }
  }
}
