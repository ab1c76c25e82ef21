import * as accounts from './accounts.ts';
import * as audit from './audit.ts';
import * as commonDecisions from './common-decisions.ts';
import * as directory from './directory.ts';
import * as editions from './editions.ts';
import * as grants from './grants.ts';
import * as imports from './imports.ts';
import * as listFiles from './list-files.ts';
import * as menu from './menu.ts';
import type { OperationShape } from './operation.ts';
import * as powers from './powers.ts';
import * as register from './register.ts';
import * as requests from './requests.ts';
import * as resources from './resources.ts';
import * as statutes from './statutes.ts';
import * as suggestions from './suggestions.ts';
import * as tasks from './tasks.ts';
import * as training from './training.ts';

const modules = {
  ...accounts,
  ...statutes,
  ...directory,
  ...menu,
  ...powers,
  ...editions,
  ...commonDecisions,
  ...training,
  ...resources,
  ...requests,
  ...suggestions,
  ...grants,
  ...tasks,
  ...register,
  ...audit,
  ...imports,
  ...listFiles,
};

type Modules = typeof modules;
type Named = { [K in keyof Modules as Modules[K] extends OperationShape ? K : never]: Modules[K] };
/** Every operation of the portal, as a union. */
export type AnyOperation = Extract<Named[keyof Named], OperationShape>;

const isOperation = (value: unknown): value is OperationShape =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value;

/** The operation table. */
export const operations: readonly OperationShape[] = (Object.values(modules) as readonly unknown[]).filter(isOperation);
