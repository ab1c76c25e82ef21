export { changePassword, endMySession, listMySessions, signOut } from './own-session.ts';
export { resolveSession } from './resolve-session.ts';
export { signIn } from './sign-in.ts';
