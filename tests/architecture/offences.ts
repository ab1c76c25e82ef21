import { below, features } from './ladder.js';
import type { Tree } from './plant.ts';

/** One planted offence: the file that offends, and whatever it needs around it. */
export interface Offence {
  readonly rule: string;
  readonly from: string;
  readonly tree: Tree;
}

const anything = 'export const it = 1;';

/** `from` imports `to` in one of the ways in which an import can be written. */
const imports = (
  rule: string,
  from: string,
  to: string,
  statement = `import { it } from '${aliasOf(to)}'; export const mine = it;`,
): Offence => ({
  rule,
  from,
  tree: { ...(/^(server|client|db|tests|migrations)\//.test(to) ? { [to]: anything } : {}), [from]: statement },
});

/** Type-only imports count, so some offences are nothing else. */
const importsType = (rule: string, from: string, to: string) =>
  imports(rule, from, to, `import type { it } from '${aliasOf(to)}'; export type Mine = typeof it;`);

const importsLazily = (rule: string, from: string, to: string) =>
  imports(rule, from, to, `export const load = () => import('${aliasOf(to)}');`);

const reExports = (rule: string, from: string, to: string) => imports(rule, from, to, `export { it } from '${aliasOf(to)}';`);

function aliasOf(path: string): string {
  return /^(server|client|db|tests)\//.test(path) ? `#${path}` : path;
}

/** A step above, or one that stands apart: what the feature must not see even through its index. */
const uphillOf = (feature: string) => features.find((other) => other !== feature && !below(feature).includes(other)) ?? 'unknown';

export const offences: readonly Offence[] = [
  imports('resolves', 'server/domain/grant.ts', 'no-such-package'),
  imports('resolves', 'server/domain/grant.ts', './missing.ts'),
  {
    rule: 'no-cycles',
    from: 'server/domain/a.ts',
    tree: { 'server/domain/a.ts': "import './b.ts';", 'server/domain/b.ts': "import './a.ts';" },
  },
  {
    rule: 'no-cycles',
    from: 'server/domain/a.ts',
    tree: {
      'server/domain/a.ts': "import type { B } from './b.ts'; export type A = B | 1;",
      'server/domain/b.ts': "import type { A } from './a.ts'; export type B = A | 2;",
    },
  },
  imports('tests-stay-outside', 'server/platform/clock.ts', 'tests/support/clock.ts'),
  imports('contract-is-a-leaf', 'server/contract/grants.ts', 'server/domain/grant.ts'),
  imports('contract-is-a-leaf', 'server/contract/grants.ts', 'node:crypto'),
  imports('domain-is-a-leaf', 'server/domain/grant.ts', 'node:crypto'),
  imports('domain-is-a-leaf', 'server/domain/grant.ts', 'zod'),
  importsType('domain-is-a-leaf', 'server/domain/grant.ts', 'server/contract/grants.ts'),
  imports('features-keep-to-their-rooms', 'server/features/grants/open-recall.ts', 'client/lib/format.ts'),
  imports('features-keep-to-their-rooms', 'server/features/grants/store.ts', 'db/migrate.ts'),
  imports('features-keep-to-their-rooms', 'server/features/grants/open-recall.ts', 'server/maintenance/doctor.ts'),
  imports('features-keep-to-their-rooms', 'server/features/grants/open-recall.ts', 'server/demo/people.ts'),
  importsType('features-by-index', 'server/features/requests/sign-hand-over.ts', 'server/features/grants/store.ts'),
  reExports('features-by-index', 'server/features/requests/index.ts', 'server/features/grants/present.ts'),
  imports('features-are-known', 'server/features/gossip/index.ts', 'server/domain/grant.ts'),
  ...features.map((feature) =>
    importsType(`downhill-${feature}`, `server/features/${feature}/index.ts`, `server/features/${uphillOf(feature)}/index.ts`),
  ),
  imports('tables-behind-stores', 'server/features/grants/open-recall.ts', 'db/schema/grants.ts'),
  imports('tables-behind-stores', 'server/features/grants/open-recall.ts', 'drizzle-orm'),
  imports('ledger-by-one-door', 'server/features/grants/extend-grant.ts', 'server/features/grants/ledger/ledger-store.ts'),
  imports('ledger-by-one-door', 'server/features/grants/extend-grant.ts', 'server/features/grants/ledger/write-ledger.ts'),
  imports('routes-touch-no-database', 'server/features/grants/routes.ts', 'db/unit-of-work.ts'),
  imports('nothing-below-http', 'server/features/grants/routes.ts', 'server/http/problems.ts'),
  importsType('nothing-below-http', 'server/records/change.ts', 'express'),
  imports('nothing-below-http', 'server/maintenance/backup.ts', 'server/http/problems.ts'),
  imports('http-knows-no-feature', 'server/http/session.ts', 'server/features/accounts/index.ts'),
  imports('http-knows-no-feature', 'server/http/session.ts', 'db/connection.ts'),
  imports('platform-knows-no-tables', 'server/platform/ids.ts', 'db/schema/records.ts'),
  imports('platform-knows-no-tables', 'server/platform/ids.ts', 'server/records/sequences.ts'),
  importsType('platform-knows-no-tables', 'server/platform/ports.ts', 'server/features/accounts/index.ts'),
  imports('records-know-no-feature', 'server/records/audit.ts', 'server/features/accounts/index.ts'),
  imports('records-know-no-feature', 'server/records/audit.ts', 'db/schema/grants.ts'),
  imports('records-know-no-feature', 'server/records/audit.ts', 'server/maintenance/doctor.ts'),
  imports('spreadsheets-know-no-feature', 'server/spreadsheets/row-reader.ts', 'server/features/imports/index.ts'),
  importsType('spreadsheets-know-no-feature', 'server/spreadsheets/importing.ts', 'db/schema/imports.ts'),
  imports('maintenance-knows-no-feature', 'server/maintenance/doctor.ts', 'server/features/grants/index.ts'),
  imports('maintenance-knows-no-feature', 'server/maintenance/doctor.ts', 'db/schema/grants.ts'),
  imports('maintenance-knows-no-feature', 'server/maintenance/doctor.ts', 'server/spreadsheets/read-file.ts'),
  imports('only-the-top-composes', 'server/http/mount.ts', 'server/app.ts'),
  imports('only-the-top-composes', 'server/demo/world.ts', 'server/importers.ts'),
  imports('only-the-top-composes', 'server/maintenance/doctor.ts', 'server/commands/backup.ts'),
  imports('composed-by-index-routes-and-importers', 'server/app.ts', 'server/features/grants/store.ts'),
  imports('composed-by-index-routes-and-importers', 'server/importers.ts', 'server/features/training/sheets/read-rosters.ts'),
  importsType('composed-by-index-routes-and-importers', 'server/demo/people.ts', 'server/features/accounts/store.ts'),
  imports('production-packages-only', 'server/platform/calendar.ts', 'chinese-days'),
  imports('heavy-packages-where-used', 'server/spreadsheets/write-lists.ts', '@protobi/exceljs'),
  imports('db-knows-only-leaves', 'db/connection.ts', 'server/platform/log.ts'),
  importsType('db-knows-only-leaves', 'db/schema/grants.ts', 'server/demo/people.ts'),
  imports('db-takes-only-types', 'db/connection.ts', 'server/domain/money.ts'),
  imports('demo-stays-below-http', 'server/demo/people.ts', 'server/http/mount.ts'),
  imports('demo-stays-below-http', 'server/demo/people.ts', 'server/maintenance/backup.ts'),
  importsType('client-knows-only-the-contract', 'client/lib/session.ts', 'server/domain/actor.ts'),
  importsLazily('client-knows-only-the-contract', 'client/lib/session.ts', 'db/schema/accounts.ts'),
  imports('client-has-no-node', 'client/lib/session.ts', 'node:crypto'),
  imports('zod-in-the-forms-check', 'client/lib/session.ts', 'zod'),
  imports('zod-in-the-forms-check', 'client/ui/act-form/act-form.tsx', 'zod'),
  imports('contract-values-in-forms', 'client/features/grants/screens/grant.tsx', 'server/contract/grants.ts'),
  importsLazily('contract-values-in-forms', 'client/lib/session.ts', 'server/contract/accounts.ts'),
  imports('forms-check-in-forms', 'client/features/grants/parts/acts.tsx', 'client/lib/contract-check.ts'),
  imports('forms-are-lazy', 'client/features/grants/screens/grant.tsx', 'client/features/grants/forms/file-return.tsx'),
  imports('forms-are-lazy', 'client/features/grants/parts/acts.tsx', 'client/ui/act-form/act-form.tsx'),
  imports('form-state-in-forms', 'client/features/grants/screens/grant.tsx', 'react-hook-form'),
  imports('form-state-in-forms', 'client/ui/fields/text-field.tsx', '@hookform/resolvers'),
  imports('widgets-in-fields-and-overlays', 'client/features/grants/screens/grant.tsx', 'react-aria-components'),
  importsType('widgets-in-fields-and-overlays', 'client/ui/forms/button.tsx', 'react-aria-components'),
  imports('widgets-in-fields-and-overlays', 'client/lib/days.ts', '@internationalized/date'),
  importsLazily('client-features-stay-alone', 'client/features/grants/screens/grant.tsx', 'client/features/requests/parts/line.tsx'),
  imports('client-features-below-app', 'client/features/grants/screens/grant.tsx', 'client/app/routes.tsx'),
  importsType('parts-are-shared-words', 'client/parts/terms/item-facts.tsx', 'client/features/catalogue/parts/badges.tsx'),
  imports('parts-are-shared-words', 'client/parts/terms/item-facts.tsx', 'client/app/routes.tsx'),
  imports('ui-has-no-business', 'client/ui/lists/data-list.tsx', 'client/parts/editions/item-columns.ts'),
  imports('ui-has-no-business', 'client/ui/status-tag.tsx', 'client/features/grants/parts/state.tsx'),
  imports('lib-is-below', 'client/lib/format.ts', 'client/ui/status-tag.tsx'),
  imports('lib-is-below', 'client/i18n/use-words.ts', 'client/parts/terms/item-facts.tsx'),
  {
    rule: 'public-entry-has-no-antd',
    from: 'client/app/main-public.tsx',
    tree: {
      'client/app/main-public.tsx': "import { it } from '#client/ui/table.tsx'; export const mine = it;",
      'client/ui/table.tsx': "export { it } from 'antd';",
    },
  },
  {
    rule: 'public-entry-has-no-widgets',
    from: 'client/app/main-public.tsx',
    tree: {
      'client/app/main-public.tsx': "export const load = () => import('#client/ui/overlays/tabs.tsx');",
      'client/ui/overlays/tabs.tsx': "export { Tabs } from 'react-aria-components';",
    },
  },
  {
    rule: 'public-entry-has-no-zod',
    from: 'client/app/main-public.tsx',
    tree: {
      'client/app/main-public.tsx': "export const mine = () => import('#client/features/accounts/forms/sign-in.tsx');",
      'client/features/accounts/forms/sign-in.tsx': "export { check } from '#client/ui/act-form/act-form.tsx';",
      'client/ui/act-form/act-form.tsx': "export { check } from '#client/lib/contract-check.ts';",
      'client/lib/contract-check.ts': "import { it } from 'zod'; export const check = it;",
    },
  },
  importsType('domain-tests-need-no-world', 'tests/domain/grant.test.ts', 'server/features/grants/store.ts'),
  imports('domain-tests-need-no-world', 'tests/domain/grant.test.ts', 'server/records/change.ts'),
];
