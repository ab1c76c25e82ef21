import { z } from 'zod';
import { act, nothing, Row, text } from './act.ts';

const file = { kind: text, scope: Row, fileName: text, fileHash: text } as const;
const failure = text.nullable();

export const importActs = {
  import_started: act('import', z.strictObject(file)),
  import_columns_chosen: act('import', z.strictObject({ mapping: Row })),
  import_recheck_asked: act('import', nothing),
  import_checked: act('import', z.strictObject({ state: text, failure, counts: Row.nullable() })),
  import_write_asked: act('import', z.strictObject({ leaveOutFaulty: z.boolean() })),
  // The demo county enters its existing grants without a file.
  import_applied: act('import', z.union([z.strictObject({ ...file, counts: Row }), z.strictObject({ kind: text })])),
  import_not_applied: act('import', z.strictObject({ failure, counts: Row.nullable() })),
  import_broke_off: act('import', z.strictObject({ was: text, failure })),
  import_discarded: act('import', nothing),
  import_pruned: act('import', z.strictObject({ fileHash: text, isEmptied: z.boolean() })),
  import_file_emptied: act('import', z.strictObject({ fileHash: text, reason: text })),
} as const;
