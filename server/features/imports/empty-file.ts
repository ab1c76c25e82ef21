import { importFiles } from '#db/schema/imports.ts';
import type { Act } from '#server/platform/change.ts';
import type { ImportRow } from './queries.ts';
import { emptyFile } from './store.ts';

type Reason = NonNullable<(typeof importFiles.$inferSelect)['emptiedFor']>;
const reasons: readonly string[] = importFiles.emptiedFor.enumValues;

/** Files with identity numbers are not kept; nor are those that cannot be read, for nobody can say what is in them. */
export const isReasonToEmpty = (failure: string | null): failure is Reason => failure !== null && reasons.includes(failure);

/** False when it was empty before. */
export function emptiedOf(act: Act, { id, fileHash }: Pick<ImportRow, 'id' | 'fileHash'>, reason: Reason): boolean {
  if (!emptyFile(act.tx, fileHash, reason, act.now)) return false;
  act.record({ action: 'import_file_emptied', subjectKind: 'import', subjectId: id, detail: { fileHash, reason } });
  return true;
}
