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
  imports('client-ships-no-zod', 'client/lib/session.ts', 'zod'),
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
  importsType('domain-tests-need-no-world', 'tests/domain/grant.test.ts', 'server/features/grants/store.ts'),
  imports('domain-tests-need-no-world', 'tests/domain/grant.test.ts', 'server/records/change.ts'),
];

/** What every rule must let through: the same rooms, behaving. */
export const goodTree: Tree = {
  'server/contract/problems.ts': "import { it } from 'zod'; export const problem = it;",
  'server/domain/grant.ts': "import { day } from './time.ts'; export const grant = day;",
  'server/domain/time.ts': 'export const day = 1;',
  'server/features/grants/store.ts':
    "import { it } from 'drizzle-orm'; import { table } from '#db/schema/grants.ts'; import { grant } from '#server/domain/grant.ts'; export const store = [it, table, grant];",
  'server/features/grants/index.ts': "export { store } from './store.ts';",
  'server/features/requests/start-grant.ts': "import { store } from '#server/features/grants/index.ts'; export const start = store;",
  'server/features/requests/routes.ts': "import { start } from './start-grant.ts'; export const routes = start;",
  'server/features/requests/index.ts': "export { start } from './start-grant.ts';",
  'server/platform/clock.ts': "import type { Db } from '#db/connection.ts'; export const clock: Db = 1;",
  'server/records/audit.ts':
    "import { createHash } from 'node:crypto'; import { audit } from '#db/schema/records.ts'; import { clock } from '#server/platform/clock.ts'; export const head = [createHash, audit, clock];",
  'server/spreadsheets/importing.ts':
    "import type { Db } from '#db/connection.ts'; import type { head } from '#server/records/audit.ts'; export type Importer = Db | typeof head;",
  'server/maintenance/doctor.ts':
    "import { migrate } from '#db/migrate.ts'; import { head } from '#server/records/audit.ts'; export const examine = [migrate, head];",
  'server/features/grants/existing-grant-importer.ts':
    "import type { Importer } from '#server/spreadsheets/importing.ts'; import { store } from './store.ts'; export const importer: Importer = store;",
  'server/importers.ts':
    "import { importer } from '#server/features/grants/existing-grant-importer.ts'; export const importers = [importer];",
  'server/demo/people.ts':
    "import { start } from '#server/features/requests/index.ts'; import { head } from '#server/records/audit.ts'; export const play = [start, head];",
  'server/commands/doctor.ts':
    "import { examine } from '#server/maintenance/doctor.ts'; import { play } from '#server/demo/people.ts'; void [examine, play];",
  'server/http/mount.ts':
    "import { it } from 'express'; import { problem } from '#contract/problems.ts'; export const mount = [it, problem];",
  'server/app.ts':
    "import { mount } from './http/mount.ts'; import { importers } from './importers.ts'; import { routes } from './features/requests/routes.ts'; export const app = [mount, importers, routes];",
  'server/main.ts': "import { app } from './app.ts'; export const main = app;",
  'db/schema/grants.ts': "import type { grant } from '#server/domain/grant.ts'; export const table: typeof grant = 1;",
  'db/schema/records.ts': 'export const audit = 1;',
  'db/connection.ts': 'export type Db = unknown;',
  'db/migrate.ts': 'export const migrate = 1;',
  'client/lib/call.ts': "import type { problem } from '#contract/problems.ts'; export type Call = typeof problem;",
  'client/ui/panel.tsx': "import { it } from 'antd'; export const panel = it;",
  'client/app/paths.ts': 'export const paths = 1;',
  'client/parts/terms/facts.tsx':
    "import { paths } from '#client/app/paths.ts'; import { panel } from '#client/ui/panel.tsx'; export const facts = [paths, panel];",
  'client/features/grants/screens/grant.tsx':
    "import type { Call } from '#client/lib/call.ts'; import { facts } from '#client/parts/terms/facts.tsx'; export const screen: Call | typeof facts = facts;",
  'client/app/main-app.tsx': "export const load = () => import('#client/features/grants/screens/grant.tsx');",
  'client/app/main-public.tsx': "import type { Call } from '#client/lib/call.ts'; export type Main = Call;",
  'tests/domain/grant.test.ts':
    "import { grant } from '#server/domain/grant.ts'; import type { Importer } from '#server/spreadsheets/importing.ts'; export const test: Importer = grant;",
};
