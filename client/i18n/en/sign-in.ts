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
  help: "Password forgotten? Ask the county's administrator.",
  toRegister: 'Public register (no sign-in needed)',
  expired: 'Sign in first; you will then be taken to the page you asked for.',
} as const satisfies Translated<typeof source>;
