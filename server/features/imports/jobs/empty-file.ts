import type { Act } from '#server/records/change.ts';
import type { ImportRow } from '../queries.ts';
import { emptyFile, type ReasonToEmpty } from '../store.ts';

/** False when it was empty before. */
export function emptiedOf(act: Act, { id, fileHash }: Pick<ImportRow, 'id' | 'fileHash'>, reason: ReasonToEmpty): boolean {
  if (!emptyFile(act.tx, fileHash, reason, act.now)) return false;
  act.record({ action: 'import_file_emptied', subjectKind: 'import', subjectId: id, detail: { fileHash, reason } });
  return true;
}
