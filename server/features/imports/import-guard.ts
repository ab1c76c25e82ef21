import { importActions } from '#contract/imports/import-runs.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { refuse, type Refused } from '#server/platform/binding.ts';
import type { AnyImporter } from '#server/spreadsheets/importing.ts';
import { mayAct } from './access.ts';
import type { ImportRow } from './queries.ts';
import { noCounts } from './reading.ts';
import { isReasonToEmpty } from './store.ts';

export type ImportAction = (typeof importActions)[number];

const from = {
  map: ['mapping', 'checked'],
  recheck: ['mapping', 'checked', 'failed'],
  apply: ['checked'],
  apply_without_faulty: ['checked'],
  discard: ['reading', 'mapping', 'checked', 'failed'],
} as const satisfies Record<ImportAction, readonly ImportRow['state'][]>;

/** What an act on an import is judged by. */
export interface JudgedImport {
  readonly row: Pick<ImportRow, 'accountId' | 'state' | 'failure' | 'counts'>;
  readonly importer: AnyImporter;
  /** Whether the rows may still go where they were meant to go; asked only when they are about to. */
  readonly isScopeOpen: () => boolean;
}

/** Why the actor may not do this to the import now, or null: the guard of every act, and of the buttons. */
export function guardImport(action: ImportAction, { row, importer, isScopeOpen }: JudgedImport, actor: Actor): Refused | null {
  if (!mayAct(actor, importer, row)) return refuse('forbidden');
  const states: readonly ImportRow['state'][] = from[action];
  // Of a file that held what may not be kept nothing is left to look at.
  if (!states.includes(row.state) || (row.state === 'failed' && isReasonToEmpty(row.failure))) return refuse('wrong_state');
  if (action !== 'apply' && action !== 'apply_without_faulty') return null;
  const { faulty, sheetErrors, added, changed } = { ...noCounts, ...row.counts };
  if (sheetErrors > 0 || (faulty > 0 && action === 'apply')) return refuse('import_has_errors', { count: faulty, sheetErrors });
  if (added + changed === 0) return refuse('import_nothing_to_write');
  return isScopeOpen() ? null : refuse('import_scope_unknown');
}

/** Which of the two ways of writing is meant: where nothing is faulty, nothing is left out. */
export const writingAction = ({ counts }: Pick<ImportRow, 'counts'>, leaveOutFaulty: boolean): ImportAction =>
  leaveOutFaulty && { ...noCounts, ...counts }.faulty > 0 ? 'apply_without_faulty' : 'apply';

/** What the actor may do to the import now; travels with the data. */
export function allowedImportActions(judged: JudgedImport, actor: Actor): ImportAction[] {
  const isOneOfTwo = (action: ImportAction): boolean => action !== 'apply_without_faulty' || writingAction(judged.row, true) === action;
  return importActions.filter((action) => isOneOfTwo(action) && guardImport(action, judged, actor) === null);
}
