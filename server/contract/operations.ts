import * as accounts from './accounts/accounts.ts';
import * as substitutions from './accounts/substitutions.ts';
import * as audit from './audit/audit.ts';
import * as menuItems from './catalogue/menu-items.ts';
import * as commonDecisions from './common-decisions.ts';
import * as directoryEntries from './directory/directory-entries.ts';
import * as duties from './directory/duties.ts';
import * as townshipPowers from './directory/township-powers.ts';
import * as editionDrafts from './editions/edition-drafts.ts';
import * as editions from './editions/editions.ts';
import * as grants from './grants/grants.ts';
import * as importFindings from './imports/import-findings.ts';
import * as importKinds from './imports/import-kinds.ts';
import * as importRuns from './imports/import-runs.ts';
import * as listFiles from './imports/list-files.ts';
import * as orders from './orders.ts';
import * as organisations from './organisations/organisations.ts';
import * as settings from './organisations/settings.ts';
import * as powers from './powers.ts';
import * as preparation from './preparation.ts';
import * as register from './register.ts';
import * as requestFile from './requests/request-file.ts';
import * as resources from './resources.ts';
import * as reviews from './reviews.ts';
import * as signIn from './sign-in.ts';
import * as statutes from './statutes.ts';
import * as suggestions from './suggestions.ts';
import * as tasks from './tasks.ts';
import * as training from './training.ts';
import type { OperationShape } from './operation.ts';

const modules = {
  ...accounts,
  ...substitutions,
  ...audit,
  ...menuItems,
  ...commonDecisions,
  ...directoryEntries,
  ...duties,
  ...townshipPowers,
  ...editionDrafts,
  ...editions,
  ...grants,
  ...importFindings,
  ...importKinds,
  ...importRuns,
  ...listFiles,
  ...orders,
  ...organisations,
  ...settings,
  ...powers,
  ...preparation,
  ...register,
  ...requestFile,
  ...resources,
  ...reviews,
  ...signIn,
  ...statutes,
  ...suggestions,
  ...tasks,
  ...training,
};

type Modules = typeof modules;
type Named = { [K in keyof Modules as Modules[K] extends OperationShape ? K : never]: Modules[K] };
/** Every operation of the portal, as a union. */
export type AnyOperation = Extract<Named[keyof Named], OperationShape>;

const isOperation = (value: unknown): value is OperationShape =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value;

/** The operation table. */
export const operations: readonly OperationShape[] = (Object.values(modules) as readonly unknown[]).filter(isOperation);
