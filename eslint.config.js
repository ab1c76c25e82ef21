// @ts-check
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { plainWords } from './tests/architecture/plain-words.js';

/** @typedef {{ selector: string, message: string }} Ban */

/** @type {Ban[]} */
const inventedTime = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The clock is read once per request and passed down as `now`.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'The clock is read once per request and passed down as `now`.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The clock is read once per request and passed down as `now`.',
  },
  { selector: 'MemberExpression[object.name="performance"][property.name="now"]', message: 'The clock is passed down as `now`.' },
  { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'Ids come from `newId`; nothing else is random.' },
];

/** @type {Ban[]} */
const readerTime = [
  { selector: 'NewExpression[callee.name="Date"]', message: 'Dates are county dates: go through client/lib.' },
  { selector: 'MemberExpression[object.name="Date"]', message: 'Dates are county dates: go through client/lib.' },
];

/** What syntax lowering cannot give to Chromium 90. @type {Ban[]} */
const tooNew = [
  ...['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'isWellFormed', 'toWellFormed'].map((name) => ({
    selector: `CallExpression > MemberExpression.callee[property.name="${name}"]`,
    message: `.${name}() is missing in Chromium 90, the oldest browser served.`,
  })),
  ...[
    ['Object', 'hasOwn'],
    ['Object', 'groupBy'],
    ['Map', 'groupBy'],
    ['Array', 'fromAsync'],
    ['Promise', 'withResolvers'],
    ['AbortSignal', 'timeout'],
    ['AbortSignal', 'any'],
    ['crypto', 'randomUUID'],
  ].map(([object, property]) => ({
    selector: `MemberExpression[object.name="${object}"][property.name="${property}"]`,
    message: `${object}.${property} is missing in Chromium 90, or on plain HTTP.`,
  })),
  { selector: 'CallExpression[callee.name="structuredClone"]', message: 'structuredClone is missing in Chromium 90.' },
];

/** @type {Ban[]} */
const defaultExports = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only: one name finds a thing everywhere.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Named exports only: one name finds a thing everywhere.' },
];

/** @type {Ban[]} */
const hiddenTests = [
  {
    selector: 'MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(skip|only|todo|fixme|skipIf|runIf|fails)$/]',
    message: 'A test runs or does not exist.',
  },
];

// ESLint does not merge one rule over several blocks: the last one wins. So each block lists all of its bans.
/** @param {Ban[]} bans */
const ban = (...bans) => /** @type {['error', ...Ban[]]} */ (['error', ...bans]);

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'data-demo/', 'coverage/', 'test-results/', 'migrations/']),
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { 'plain-words': plainWords } } },
    rules: {
      'house/plain-words': 'error',
      eqeqeq: ['error', 'always'],
      'no-restricted-syntax': ban(...defaultExports),
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // A drizzle query that is never run is a thenable that is never awaited.
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A port is asynchronous by its type, whether or not this implementation has something to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['server/domain/**', 'server/features/**'],
    rules: { 'no-restricted-syntax': ban(...defaultExports, ...inventedTime) },
  },
  {
    files: ['server/**', 'db/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          name: 'drizzle-orm',
          importNames: ['inArray', 'notInArray'],
          message: 'A list is one parameter: isOneOf of db/statements/id-list.ts. Each text of a statement stays prepared for good.',
        },
      ],
    },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'no-restricted-syntax': ban(...defaultExports, ...tooNew, ...readerTime) },
  },
  {
    files: ['client/lib/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ban(...defaultExports, ...tooNew) },
  },
  {
    files: ['tests/**'],
    rules: { 'no-restricted-syntax': ban(...defaultExports, ...hiddenTests), 'no-console': 'off' },
  },
  {
    // These tools demand a default export.
    files: ['eslint.config.js', '**/*.config.ts', 'tests/architecture/dependency-cruiser.js', 'tests/support/e2e-server.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // A cast written in JSDoc is seen by the compiler, which checks these files, but not by the linter.
    files: ['**/*.mjs', '**/*.js'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-argument': 'off' },
  },
  {
    // Names of texts: what they say is for people and goes by other rules.
    files: ['client/i18n/*/**'],
    rules: { 'house/plain-words': 'off' },
  },
  {
    // Commands speak to the person at the terminal.
    files: ['server/commands/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Outside of tsconfig.json, hence without types.
    files: ['eslint.config.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);
