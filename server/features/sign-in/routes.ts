import * as contract from '#contract/sign-in.ts';
import { presentMe } from '#server/features/accounts/index.ts';
import { answered, bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { changePassword, endMySession, listMySessions, signOut } from './own-session.ts';
import { signIn } from './sign-in.ts';

export const signInRoutes = (ports: Ports): Binding[] => [
  bind(contract.signIn, signIn(ports)),
  bind(contract.signOut, signOut(ports)),
  bind(contract.readMe, (call) => answered(presentMe(ports.db, call.actor, call.now))),
  bind(contract.changePassword, changePassword(ports)),
  bind(contract.listMySessions, listMySessions(ports)),
  bind(contract.endMySession, endMySession(ports)),
];
