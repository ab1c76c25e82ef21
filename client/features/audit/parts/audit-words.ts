import { auditActs as words } from '#client/i18n/zh/audit/audit-acts.ts';

type Keys<Words> = readonly (keyof Words)[];

/** Acts that have words, in the order in which they are offered as a filter. */
export const auditActs = Object.keys(words.act) as unknown as Keys<typeof words.act>;
export const subjectKinds = Object.keys(words.subjectKind) as unknown as Keys<typeof words.subjectKind>;
