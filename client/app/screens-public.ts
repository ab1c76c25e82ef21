import type { ComponentType } from 'react';
import type { PublicPathName } from './paths.ts';

/** Screens of the public entry: no antd in them, directly or through another file. */
export const publicScreens: Readonly<Record<PublicPathName, () => Promise<ComponentType>>> = {
  register: async () => (await import('#client/features/register/screens/search-screen.tsx')).SearchScreen,
  registerPower: async () => (await import('#client/features/register/screens/power-screen.tsx')).PowerScreen,
  registerHistory: async () => (await import('#client/features/register/screens/history-screen.tsx')).HistoryScreen,
  registerTownship: async () => (await import('#client/features/register/screens/township-screen.tsx')).TownshipScreen,
  verifyDocument: async () => (await import('#client/features/register/screens/verify-screen.tsx')).VerifyScreen,
  signIn: async () => (await import('#client/features/sign-in/screens/sign-in-screen.tsx')).SignInScreen,
};
