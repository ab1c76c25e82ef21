// Who may import whom (table of rooms in server/README.md). Each room lists what it may import; all else is refused. Type-only imports count.
// By hand: npx depcruise -c tests/architecture/dependency-cruiser.js server client db tests
import { below, features } from './ladder.js';

/** @typedef {import('dependency-cruiser').IRegularForbiddenRuleType | import('dependency-cruiser').IReachabilityForbiddenRuleType} Rule */

const ours = '^(server|client|db|migrations|tests)/';
/** @param {string} name */
const npm = (name) => `(^|/)node_modules/(@types/)?${name}/`;
const database = ['^db/', npm('drizzle-orm'), npm('better-sqlite3')];
/** Tool configuration and build plug-ins run in Node, not in the browser. */
const clientTooling = '^client/[^/]+\\.ts$';
/** The one file of the client that runs zod. */
const formsCheck = '^client/lib/contract-check\\.ts$';
/** The piece that makes a form, and the forms of the features. */
const forms = '^client/(ui/act-form|features/[^/]+/forms)/';
const widgets = npm('(react-aria-components|react-aria|react-stately|@(react-aria|react-stately|react-types|internationalized)/[^/]+)');
const stores = '(/|-)(store|queries)\\.ts$';

/** @param {string} name @param {string} comment @param {Rule['from']} from @param {Rule['to']} to @returns {Rule} */
const refuse = (name, comment, from, to) => /** @type {Rule} */ ({ name, comment, severity: 'error', from, to });

/** @type {Rule[]} */
const everywhere = [
  refuse('resolves', 'An import that no tool can follow escapes every other rule.', {}, { couldNotResolve: true }),
  refuse('no-cycles', 'Two files that need each other are one file, or lack a third.', {}, { circular: true }),
  refuse('tests-stay-outside', 'The product never needs its tests.', { pathNot: '^tests/' }, { path: '^tests/' }),
];

/** @type {Rule[]} */
const server = [
  refuse(
    'contract-is-a-leaf',
    'The contract imports zod and nothing else.',
    { path: '^server/contract/' },
    { pathNot: ['^server/contract/', npm('zod')] },
  ),
  refuse('domain-is-a-leaf', 'The domain imports nothing outside itself.', { path: '^server/domain/' }, { pathNot: '^server/domain/' }),
  refuse(
    'features-keep-to-their-rooms',
    'A feature knows contract, domain, platform, records, spreadsheets and its tables; never http, maintenance, the composition or the client.',
    { path: '^server/features/' },
    {
      path: ours,
      pathNot: [
        '^server/(features|contract|domain|records|spreadsheets|platform)/',
        '^db/((schema|statements)/|(connection|unit-of-work|second-writer|storage-fault|one-state)\\.ts$)',
      ],
    },
  ),
  refuse(
    'features-by-index',
    'A feature shows others its index.ts only.',
    { path: '^server/features/([^/]+)/' },
    { path: '^server/features/', pathNot: ['^server/features/$1/', '^server/features/[^/]+/index\\.ts$'] },
  ),
  refuse(
    'features-are-known',
    'A new feature takes its step on the ladder (tests/architecture/ladder.js) first.',
    { path: '^server/features/', pathNot: `^server/features/(${features.join('|')})/` },
    {},
  ),
  ...features.map((feature) =>
    refuse(
      `downhill-${feature}`,
      `${feature} may import: ${below(feature).join(', ') || 'no other feature'}.`,
      { path: `^server/features/${feature}/` },
      { path: '^server/features/', pathNot: `^server/features/(${[feature, ...below(feature)].join('|')})/` },
    ),
  ),
  refuse(
    'tables-behind-stores',
    'Only store.ts and queries.ts touch tables.',
    { path: '^server/features/', pathNot: stores },
    { path: ['^db/schema/', npm('drizzle-orm'), npm('better-sqlite3')] },
  ),
  refuse(
    'ledger-by-one-door',
    'Every change of who holds what goes through changeLedger: what must follow cannot be forgotten.',
    { path: '^server/', pathNot: '/grants/ledger/(write-ledger|change-ledger|after-ledger-change|settle-grant)\\.ts$' },
    { path: '/grants/ledger/(ledger-store|write-ledger)\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
  refuse('routes-touch-no-database', 'routes.ts mounts operations and holds no logic.', { path: '/routes\\.ts$' }, { path: database }),
  refuse(
    'nothing-below-http',
    'Nothing below http knows a status number.',
    { path: '^(server/(contract|domain|features|records|spreadsheets|maintenance|platform)|db)/' },
    { path: ['^server/http/', npm('express')] },
  ),
  refuse(
    'http-knows-no-feature',
    'http carries operations whose handlers it is given.',
    { path: '^server/http/' },
    // A fault of storage is the one thing of the database that has a status number.
    { path: ours, pathNot: ['^server/(http|contract|domain|platform)/', '^db/storage-fault\\.ts$'] },
  ),
  refuse(
    'platform-knows-no-tables',
    'The platform is the world behind functions: clock, ids, log, configuration, threads. It knows the leaves and the connection.',
    { path: '^server/platform/' },
    { path: ours, pathNot: ['^server/(platform|contract|domain)/', '^db/(?!schema/)'] },
  ),
  refuse(
    'records-know-no-feature',
    'What every change writes knows its own tables and the leaves.',
    { path: '^server/records/' },
    { path: ours, pathNot: ['^server/(records|platform|contract|domain)/', '^db/(?!schema/)', '^db/schema/records\\.ts$'] },
  ),
  refuse(
    'spreadsheets-know-no-feature',
    'Tables are read and written here; what their columns mean is said by each feature.',
    { path: '^server/spreadsheets/' },
    { path: ours, pathNot: ['^server/(spreadsheets|records|platform|contract|domain)/', '^db/connection\\.ts$'] },
  ),
  refuse(
    'maintenance-knows-no-feature',
    'Backup, restore and doctor know files, the database and what records keep.',
    { path: '^server/maintenance/' },
    { path: ours, pathNot: ['^server/(maintenance|records|platform|contract|domain)/', '^db/(?!schema/)', '^db/schema/records\\.ts$'] },
  ),
  refuse(
    'only-the-top-composes',
    'What lies directly in server (app, serve, main, what the importers are given) and the commands stand above all else.',
    { pathNot: ['^server/[^/]+\\.ts$', '^server/commands/', '^tests/'] },
    { path: ['^server/[^/]+\\.ts$', '^server/commands/'] },
  ),
  refuse(
    'composed-by-index-routes-and-importers',
    'What composes takes a feature by its index.ts, its routes.ts, its importers and what a thread of its own performs.',
    { path: ['^server/[^/]+\\.ts$', '^server/(commands|demo)/'] },
    { path: '^server/features/', pathNot: '^server/features/[^/]+/(index|routes|[a-z-]+-importer|jobs/perform-job)\\.ts$' },
  ),
  refuse(
    'production-packages-only',
    'What runs in production is in dependencies; a type costs nothing.',
    { path: '^(server|db)/', pathNot: ['^server/commands/build\\.mjs$', '^db/drizzle\\.config\\.ts$'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  refuse(
    'heavy-packages-where-used',
    'What takes long to load and much memory comes when it is used: the bundler lifts other imports into the start of every program.',
    { path: '^(server|db)/' },
    { path: npm('(@protobi/exceljs|pinyin-pro)'), dynamic: false, dependencyTypesNot: ['type-only'] },
  ),
];

/** @type {Rule[]} */
const data = [
  refuse(
    'db-knows-only-leaves',
    'Tables may carry domain types; they know nothing that stands above them.',
    { path: '^db/' },
    { path: ours, pathNot: ['^db/', '^server/(contract|domain)/'] },
  ),
  refuse(
    'db-takes-only-types',
    'What the rules decide is decided above the tables.',
    { path: '^db/' },
    { path: '^server/', dependencyTypesNot: ['type-only'] },
  ),
  refuse(
    'demo-stays-below-http',
    'The demo county is made through the features, as people would.',
    { path: '^server/demo/' },
    { path: ours, pathNot: ['^db/', '^server/(demo|features|contract|domain|records|spreadsheets|platform)/'] },
  ),
];

/** @type {Rule[]} */
const client = [
  refuse(
    'client-knows-only-the-contract',
    'The client reads the contract and nothing else of the server.',
    { path: '^client/' },
    { path: ours, pathNot: ['^client/', '^server/contract/'] },
  ),
  refuse(
    'client-has-no-node',
    'There is no Node in a browser.',
    { path: '^client/', pathNot: clientTooling },
    { dependencyTypes: ['core'] },
  ),
  refuse(
    'zod-in-the-forms-check',
    'One file of the client runs zod: the one that checks a form by the contract.',
    { path: '^client/', pathNot: formsCheck },
    { path: npm('zod') },
  ),
  refuse(
    'contract-values-in-forms',
    'The client takes types of the contract; its schemas come with the forms alone.',
    { path: '^client/', pathNot: ['^client/features/[^/]+/forms/', formsCheck] },
    { path: '^server/contract/', dependencyTypesNot: ['type-only'] },
  ),
  refuse(
    'forms-check-in-forms',
    'An import of the check of forms brings zod along.',
    { path: '^client/', pathNot: '^client/ui/act-form/' },
    { path: formsCheck, dependencyTypesNot: ['type-only'] },
  ),
  refuse(
    'forms-are-lazy',
    'zod and the schemas are not loaded before a form is opened.',
    { path: '^client/', pathNot: forms },
    { path: forms, dynamic: false },
  ),
  refuse(
    'form-state-in-forms',
    'The library of forms is an affair of the piece that makes a form; it is loaded with the first form that is opened.',
    { path: '^client/', pathNot: forms },
    { path: npm('(react-hook-form|@hookform/[^/]+)') },
  ),
  refuse(
    'widgets-in-fields-and-overlays',
    'Two rooms know the library of widgets, so that screens look alike and the library can be changed in one place.',
    { path: '^client/', pathNot: ['^client/ui/(fields|overlays)/', clientTooling] },
    { path: widgets },
  ),
  refuse(
    'client-features-stay-alone',
    'A client feature never imports another.',
    { path: '^client/features/([^/]+)/' },
    { path: '^client/features/', pathNot: '^client/features/$1/' },
  ),
  refuse(
    'client-features-below-app',
    'Screens know the paths, not who wires them.',
    { path: '^client/features/' },
    { path: '^client/app/', pathNot: '^client/app/paths\\.ts$' },
  ),
  refuse(
    'parts-are-shared-words',
    'What several features show stands in client/parts; it knows no feature.',
    { path: '^client/parts/' },
    { path: ['^client/(features|app)/'], pathNot: '^client/app/paths\\.ts$' },
  ),
  refuse(
    'ui-has-no-business',
    'ui pieces know no business words.',
    { path: '^client/ui/' },
    { path: ['^client/(app|features|parts)/', '^server/'] },
  ),
  refuse('lib-is-below', 'lib and i18n know no screen.', { path: '^client/(lib|i18n)/' }, { path: '^client/(app|features|parts|ui)/' }),
  refuse(
    'public-entry-has-no-antd',
    'The public register must load at once on any machine.',
    { path: '^client/app/main-public\\.tsx$' },
    { path: [npm('antd'), npm('@ant-design/[^/]+')], reachable: true },
  ),
  refuse(
    'public-entry-has-no-widgets',
    'The public register must load at once on any machine.',
    { path: '^client/app/main-public\\.tsx$' },
    { path: widgets, reachable: true },
  ),
  refuse(
    'public-entry-has-no-zod',
    'The public register must load at once on any machine. Types of the contract lead to zod as well, hence the file that runs it.',
    { path: '^client/app/main-public\\.tsx$' },
    { path: formsCheck, reachable: true },
  ),
];

/** @type {Rule[]} */
const tests = [
  refuse(
    'domain-tests-need-no-world',
    'A rule that needs a database to be tested is not pure.',
    { path: '^tests/domain/' },
    { path: ours, pathNot: ['^tests/(domain|builders|support)/', '^server/(domain|contract|spreadsheets)/'] },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...everywhere, ...server, ...data, ...client, ...tests],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
