import type { ComponentType } from 'react';
import type { AppPathName } from './paths.ts';

/** Screens of the application. An address without a screen is not found, and its entry does not stand in the navigation. */
export const appScreens: Partial<Record<AppPathName, () => Promise<ComponentType>>> = {
  home: async () => (await import('#client/features/tasks/screens/home-screen.tsx')).HomeScreen,
  menu: async () => (await import('#client/features/menu/screens/menu-screen.tsx')).MenuScreen,
  menuItem: async () => (await import('#client/features/menu/screens/item-screen.tsx')).ItemScreen,
  audit: async () => (await import('#client/features/audit/screens/audit-screen.tsx')).AuditScreen,
  password: async () => (await import('#client/features/accounts/screens/change-password-screen.tsx')).ChangePasswordScreen,
  sessions: async () => (await import('#client/features/accounts/screens/sessions-screen.tsx')).SessionsScreen,
};
