import type { ComponentType } from 'react';
import type { AppPathName } from './paths.ts';

/** Screens of the application. An address without a screen is not found, and its entry does not stand in the navigation. */
export const appScreens: Partial<Record<AppPathName, () => Promise<ComponentType>>> = {
  home: async () => (await import('#client/features/tasks/screens/home-screen.tsx')).HomeScreen,
  menu: async () => (await import('#client/features/menu/screens/menu-screen.tsx')).MenuScreen,
  menuItem: async () => (await import('#client/features/menu/screens/item-screen.tsx')).ItemScreen,
  requests: async () => (await import('#client/features/requests/screens/request-list-screen.tsx')).RequestListScreen,
  request: async () => (await import('#client/features/requests/screens/request-screen.tsx')).RequestScreen,
  grants: async () => (await import('#client/features/grants/screens/grant-list-screen.tsx')).GrantListScreen,
  grant: async () => (await import('#client/features/grants/screens/grant-screen.tsx')).GrantScreen,
  audit: async () => (await import('#client/features/audit/screens/audit-screen.tsx')).AuditScreen,
  password: async () => (await import('#client/features/accounts/screens/change-password-screen.tsx')).ChangePasswordScreen,
  sessions: async () => (await import('#client/features/accounts/screens/sessions-screen.tsx')).SessionsScreen,
  substitutes: async () => (await import('#client/features/accounts/screens/substitutes-screen.tsx')).SubstitutesScreen,
  resources: async () => (await import('#client/features/resources/screens/resources-screen.tsx')).ResourcesScreen,
};
