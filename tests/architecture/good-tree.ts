import type { Tree } from './plant.ts';

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
  'client/ui/fields/tabs.tsx': "export { Tabs } from 'react-aria-components';",
  'client/lib/contract-check.ts': "import { it } from 'zod'; export const check = it;",
  'client/ui/act-form/act-form.tsx': "export { check } from '#client/lib/contract-check.ts';",
  'client/features/grants/forms/file-return.tsx':
    "import { problem } from '#contract/problems.ts'; import { check } from '#client/ui/act-form/act-form.tsx'; export const form = [problem, check];",
  'client/features/grants/parts/acts.tsx': "export const load = () => import('../forms/file-return.tsx');",
  'client/app/main-app.tsx': "export const load = () => import('#client/features/grants/screens/grant.tsx');",
  'client/app/main-public.tsx': "import type { Call } from '#client/lib/call.ts'; export type Main = Call;",
  'tests/domain/grant.test.ts':
    "import { grant } from '#server/domain/grant.ts'; import type { Importer } from '#server/spreadsheets/importing.ts'; export const test: Importer = grant;",
};
