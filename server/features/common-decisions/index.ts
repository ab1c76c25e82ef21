export { createCommonThread, type CommonThread } from './decide-common.ts';
