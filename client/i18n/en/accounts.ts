import type { accounts as source } from '../zh/accounts.ts';
import type { Translated } from '../shape.ts';
import { signIn } from './sign-in.ts';

export const accounts = {
  signIn,
  password: {
    title: 'Change password',
    lead: 'Afterwards you are signed out on every other device.',
    mustChange: 'You are using an initial password. Replace it by one of your own before you start.',
    current: 'Current password',
    next: 'New password',
    nextHint: 'At least 10 characters, three of: capital letters, small letters, digits, symbols.',
    repeat: 'New password again',
    submit: 'Change password',
    done: 'The password is changed; you are signed out everywhere else.',
    currentMissing: 'Enter the current password',
    nextMissing: 'Enter a new password',
    repeatMissing: 'Enter the new password again',
    repeatDiffers: 'The two new passwords differ',
    toHome: 'To my tasks',
  },
  sessions: {
    title: 'Where I am signed in',
    lead: 'Your account is signed in at these places. If you do not know one, end it at once and change your password.',
    caption: 'Sessions in use',
    device: 'Device',
    address: 'Network address',
    since: 'Signed in',
    lastSeen: 'Last used',
    current: 'This device',
    end: 'Sign out here',
    endFor: 'Sign out {{device}}',
    ending: 'Signing out',
    ended: 'That session has ended.',
    unknownDevice: 'Unknown device',
    emptyTitle: 'No sessions',
    action: 'Action',
  },
} as const satisfies Translated<typeof source>;
