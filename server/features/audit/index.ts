export { unreadableRecords } from './unreadable.ts';
