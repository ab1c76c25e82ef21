import { accounts } from './accounts.ts';
import { administration } from './administration.ts';
import { audit } from './audit.ts';
import { common } from './common.ts';
import { directory } from './directory.ts';
import { commonItems } from './common-items.ts';
import { editions } from './editions.ts';
import { grants } from './grants.ts';
import { law } from './law.ts';
import { imports } from './imports.ts';
import { menu } from './menu.ts';
import { navigation } from './navigation.ts';
import { orders } from './orders.ts';
import { powers } from './powers.ts';
import { problems } from './problems.ts';
import { register } from './register.ts';
import { requests } from './requests.ts';
import { resources } from './resources.ts';
import { sheets } from './sheets.ts';
import { statutes } from './statutes.ts';
import { suggestions } from './suggestions.ts';
import { tasks } from './tasks.ts';
import { terms } from './terms.ts';
import { training } from './training.ts';
import { words } from './words.ts';

export const messages = {
  common,
  commonItems,
  navigation,
  accounts,
  menu,
  orders,
  requests,
  grants,
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
