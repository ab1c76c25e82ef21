export { createCommonThread, decideCommon, type CommonThread } from './decide-common.ts';
export { listCommonDecisions, readCommonDecision } from './list-common.ts';
export { previewCommon } from './preview-common.ts';
