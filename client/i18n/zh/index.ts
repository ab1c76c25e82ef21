import { accounts } from './accounts.ts';
import { administration } from './administration.ts';
import { audit } from './audit/audit.ts';
import { common } from './common.ts';
import { directory } from './directory.ts';
import { commonItems } from './common-decisions.ts';
import { editions } from './editions/editions.ts';
import { fields } from './fields.ts';
import { grants } from './grants.ts';
import { law } from './words/law.ts';
import { imports } from './imports/imports.ts';
import { menu } from './catalogue.ts';
import { navigation } from './navigation.ts';
import { orders } from './requests/orders.ts';
import { powers } from './powers.ts';
import { problems } from './problems/problems.ts';
import { register } from './register.ts';
import { requests } from './requests/requests.ts';
import { resources } from './resources.ts';
import { sheets } from './imports/sheets.ts';
import { statutes } from './statutes.ts';
import { suggestions } from './suggestions.ts';
import { tasks } from './tasks.ts';
import { terms } from './words/terms.ts';
import { training } from './training.ts';
import { words } from './words/words.ts';

export const messages = {
  common,
  commonItems,
  navigation,
  accounts,
  menu,
  orders,
  requests,
  grants,
  fields,
  training,
  resources,
  register,
  law,
  sheets,
  statutes,
  suggestions,
  tasks,
  terms,
  audit,
  administration,
  editions,
  directory,
  powers,
  imports,
  problems,
  words,
};
