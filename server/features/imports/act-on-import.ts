import type { AuditRecorded } from '#contract/audit/audit-trail.ts';
import type { ImportDetail } from '#contract/imports/import-runs.ts';
import type { OperationShape } from '#contract/operation.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { type Answered, type CallOf, notFound, type Refused } from '#server/platform/binding.ts';
import { type Act, changeOnce } from '#server/records/change.ts';
import type { AnyImporter } from '#server/spreadsheets/importing.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { importFor } from './access.ts';
import type { ImportRunner } from './import-runner.ts';
import { guardImport, type ImportAction } from './import-guard.ts';
import { presentDetail } from './present.ts';
import { importById, type ImportRow } from './queries.ts';
import { isScopeOpen } from './scope.ts';
import { importAgain } from './start-import.ts';
import { updateImport } from './store.ts';

type ImportCall = Pick<CallOf<OperationShape>, 'operationId' | 'now' | 'requestId' | 'sessionId' | 'idempotency'> & {
  readonly actor: Actor;
  readonly params: { readonly importId: string };
  readonly expectedVersion: number;
};
type Changes = Parameters<typeof updateImport>[2];
interface Step {
  readonly does: ImportAction | ((row: ImportRow) => ImportAction);
  /** What becomes of it and what is said of it, or why not. */
  readonly decide: (act: Act, row: ImportRow, importer: AnyImporter) => { readonly changes: Changes; readonly told: ImportAct } | Refused;
}
type Unnamed<F> = F extends unknown ? Omit<F, 'subjectKind' | 'subjectId'> : never;
type ImportAct = Unnamed<Extract<AuditRecorded, { readonly subjectKind: 'import' }>>;

export type Acted = (Answered<ImportDetail> & { readonly replayed: boolean }) | Refused;

/** Every act on an import goes the same way: found, of the version that was seen, in a state that allows it, then written. */
export function actOnImport(ports: Ports, runner: ImportRunner, call: ImportCall, { does, decide }: Step): Promise<Acted> {
  return changeOnce(ports, call, importAgain(runner, call.actor), (act): Answered<ImportDetail> | Refused => {
    const found = importFor(act.tx, runner.importers, call.actor, call.params.importId);
    if (!found) return notFound;
    const stale = refuseStale(act.tx, found, call.expectedVersion);
    if (stale) return stale;
    const importer = runner.importers.demand(found.kind);
    const judged = { row: found, importer, isScopeOpen: () => isScopeOpen(act.tx, importer, found.scope) };
    const refusal = guardImport(typeof does === 'string' ? does : does(found), judged, call.actor);
    if (refusal) return refusal;
    const decided = decide(act, found, importer);
    if ('kind' in decided) return decided;
    if (!updateImport(act.tx, found, decided.changes)) return staleVersion(act.tx, found, call.expectedVersion);
    act.record({ ...decided.told, subjectKind: 'import', subjectId: found.id });
    const after = importById(act.tx, found.id);
    if (!after) throw new Error(`import ${found.id} is gone`);
    return { kind: 'done', value: presentDetail(act.tx, call.actor, after, runner) };
  });
}
