import type { signIn as source } from '../zh/sign-in.ts';
import type { Translated } from '../shape.ts';

export const signIn = {
  title: 'Sign in',
  lead: 'For staff of county departments, townships and subdistricts. Anybody may look up who holds a power without signing in.',
  username: 'Username',
  password: 'Password',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  submit: 'Sign in',
  submitting: 'Signing in',
  usernameMissing: 'Enter your username',
  passwordMissing: 'Enter your password',
  failed: 'You are not signed in',
  help: "Password forgotten? Ask the county's administrator.",
  toRegister: 'Public register (no sign-in needed)',
  expired: 'Your session has ended. Sign in again and you will be back where you were.',
  demo: 'Demonstration: the accounts are in the manual, all data are invented.',
} as const satisfies Translated<typeof source>;
