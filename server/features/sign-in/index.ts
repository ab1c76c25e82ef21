export { resolveSession } from './resolve-session.ts';
