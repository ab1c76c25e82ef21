import type { Role } from '#client/lib/session.ts';
import type { AppPathName } from './paths.ts';

type GroupKey = 'work' | 'keep' | 'manage' | 'mine';

interface Entry {
  readonly name: AppPathName | 'register';
  readonly label:
    | 'home'
    | 'menu'
    | 'suggestions'
    | 'drafts'
    | 'orders'
    | 'requests'
    | 'grants'
    | 'commonItems'
    | 'resources'
    | 'roster'
    | 'courses'
    | 'register'
    | 'audit'
    | 'editions'
    | 'statutes'
    | 'lawChanges'
    | 'powers'
    | 'directory'
    | 'duties'
    | 'townshipPowers'
    | 'imports'
    | 'organisations'
    | 'accounts'
    | 'settings'
    | 'password'
    | 'sessions'
    | 'substitutes';
  readonly roles: readonly Role[] | 'all';
}

const casework = ['clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'auditor'] as const;

const lawReaders = ['admin', 'legal_reviewer', 'decider', 'reviewer', 'auditor'] as const;

/** Which entries a role finds in the navigation. What may be done there is the server's decision alone. */
export const navigation: Readonly<Record<GroupKey, readonly Entry[]>> = {
  work: [
    { name: 'home', label: 'home', roles: 'all' },
    { name: 'menu', label: 'menu', roles: [...casework, 'admin'] },
    { name: 'suggestions', label: 'suggestions', roles: ['clerk', 'lead'] },
    { name: 'drafts', label: 'drafts', roles: ['clerk', 'lead'] },
    { name: 'orders', label: 'orders', roles: ['clerk', 'lead', 'decider', 'auditor'] },
    { name: 'requests', label: 'requests', roles: casework },
    { name: 'grants', label: 'grants', roles: casework },
    { name: 'commonItems', label: 'commonItems', roles: ['reviewer', 'legal_reviewer', 'decider', 'admin', 'auditor'] },
    { name: 'resources', label: 'resources', roles: casework },
    { name: 'roster', label: 'roster', roles: ['clerk', 'lead', 'training_officer', 'auditor'] },
    { name: 'courses', label: 'courses', roles: ['clerk', 'lead', 'training_officer', 'admin', 'auditor'] },
  ],
  manage: [
    { name: 'editions', label: 'editions', roles: ['admin', 'legal_reviewer', 'auditor'] },
    { name: 'statutes', label: 'statutes', roles: lawReaders },
    { name: 'lawChanges', label: 'lawChanges', roles: lawReaders },
    { name: 'powers', label: 'powers', roles: ['admin', 'legal_reviewer', 'auditor'] },
    { name: 'imports', label: 'imports', roles: ['clerk', 'lead', 'training_officer', 'admin', 'auditor'] },
    { name: 'organisations', label: 'organisations', roles: ['admin'] },
    { name: 'accounts', label: 'accounts', roles: ['admin', 'auditor'] },
    { name: 'settings', label: 'settings', roles: ['admin', 'auditor', 'decider'] },
  ],
  keep: [
    { name: 'register', label: 'register', roles: 'all' },
    { name: 'directory', label: 'directory', roles: 'all' },
    { name: 'duties', label: 'duties', roles: 'all' },
    { name: 'townshipPowers', label: 'townshipPowers', roles: 'all' },
    { name: 'audit', label: 'audit', roles: ['admin', 'auditor'] },
  ],
  mine: [
    { name: 'substitutes', label: 'substitutes', roles: 'all' },
    { name: 'sessions', label: 'sessions', roles: 'all' },
    { name: 'password', label: 'password', roles: 'all' },
  ],
};
