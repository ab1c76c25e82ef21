import type { startImport as contract } from '#contract/imports/import-runs.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { type CallOf, refuse } from '#server/platform/binding.ts';
import { changeOnce, presentFound } from '#server/records/change.ts';
import type { AnyImporter, ImportScope } from '#server/spreadsheets/importing.ts';
import type { Ports } from '#server/platform/ports.ts';
import { withoutIdentityNumbers } from '#server/domain/people/identity-number.ts';
import { importFor, mayImport } from './access.ts';
import type { ImportRunner } from './import-runner.ts';
import { presentDetail } from './present.ts';
import { importById } from './queries.ts';
import { isOldFormat } from '#server/spreadsheets/read-file.ts';
import { noCounts } from './reading.ts';
import { scopeGiven } from './scope.ts';
import { insertFile, insertImport } from './store.ts';

/** Takes a file in. Its bytes stay as they came unless they hold what may not be kept; reading and checking goes on beside this request. */
export const startImport = (ports: Ports, runner: ImportRunner) => async (call: CallOf<typeof contract>) => {
  const { kind, ...given } = call.query;
  const fileName = withoutIdentityNumbers(call.query.fileName);
  const importer = runner.importers.find(kind);
  if (!importer || !mayImport(call.actor, importer)) return refuse('forbidden');
  const { bytes, hash } = call.body;
  if (bytes.length === 0) return refuse('import_file_empty');
  if (isOldFormat(bytes)) return refuse('import_file_old_format');
  const answer = await changeOnce(ports, call, importAgain(runner, call.actor), (act) => {
    const scope = scopeGiven(act.tx, importer, call.actor, given, 'import');
    if (!scope) return refuse('import_scope_unknown');
    const id = act.newId();
    insertFile(act.tx, hash, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    insertImport(act.tx, {
      ...{ id, kind, scope: scope.scope, fileName, fileHash: hash, state: 'reading', doneRows: 0, totalRows: 0 },
      ...{ sheet: '', headers: [], mapping: {}, counts: noCounts, failure: null, appliedAt: null, version: 1 },
      accountId: call.actor.accountId,
      actorName: call.actor.name,
      organisationId: sentFor(call.actor, importer, scope.scope),
      createdAt: call.now,
    });
    act.record({
      action: 'import_started',
      subjectKind: 'import',
      subjectId: id,
      detail: { kind, scope: scope.scope, fileName, fileHash: hash },
    });
    const row = importById(act.tx, id);
    if (!row) throw new Error(`import ${id} was not written`);
    return { kind: 'done', value: presentDetail(act.tx, call.actor, row, { importers: runner.importers, progressOf: () => null }) };
  });
  if (answer.kind === 'done' && !answer.replayed) runner.begin({ kind: 'check', importId: answer.value.id, context: contextOf(call) });
  return answer;
};

/** The body for which a sheet is sent in: the township that it is about, else the one of the county's side in which the person may send in such a sheet. */
function sentFor(actor: Actor, { kind, roles }: AnyImporter, { townshipId }: ImportScope): string {
  const entitled = actor.memberships.filter(({ role }) => roles.includes(role));
  const body =
    townshipId === undefined
      ? entitled.find(({ organisationKind }) => organisationKind !== 'township')
      : entitled.find(({ organisationId }) => organisationId === townshipId);
  if (!body) throw new Error(`${actor.accountId} has sent in ${kind} for a body in which they may not`);
  return body.organisationId;
}

export const importAgain = (runner: ImportRunner, actor: Actor) =>
  presentFound(
    (db, id) => importFor(db, runner.importers, actor, id),
    (row, db) => presentDetail(db, actor, row, runner),
  );

/** The dry run writes nothing of the county, so it does not ask again whether the person still may. */
export const contextOf = ({ actor, now, requestId }: Pick<CallOf<typeof contract>, 'actor' | 'now' | 'requestId'>) => ({
  actor: { accountId: actor.accountId, name: actor.name, onBehalfOf: actor.onBehalfOf },
  now,
  requestId,
});
