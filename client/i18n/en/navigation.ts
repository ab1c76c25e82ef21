import type { navigation as source } from '../zh/navigation.ts';
import type { Translated } from '../shape.ts';

export const navigation = {
  home: 'To do',
  menu: 'Menu of powers',
  drafts: 'Draft orders',
  orders: 'Orders',
  grants: 'Powers granted',
  roster: 'People and certificates',
  resources: 'Resources',
  requests: 'Requests',
  register: 'Public register',
  courses: 'Courses and sessions',
  editions: 'Menu editions',
  organisations: 'Organisations',
  accounts: 'Accounts',
  statutes: 'Statutes',
  lawChanges: 'Changes of law',
  settings: 'County settings',
  audit: 'Audit trail',
  password: 'Change password',
  sessions: 'Where I am signed in',
  substitutes: 'Substitutes',
  group: { work: 'Work', keep: 'Records', manage: 'Administration', mine: 'My account' },
} as const satisfies Translated<typeof source>;
