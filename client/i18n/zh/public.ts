import { common } from './common.ts';
import { law } from './words/law.ts';
import { problems } from './problems/problems-basic.ts';
import { register } from './register.ts';
import { signIn } from './sign-in.ts';
import { words } from './words/words-public.ts';

/** What the public entry loads: kept small, it is read on phones. */
export const messages = { common, accounts: { signIn }, register, law, problems, words };
