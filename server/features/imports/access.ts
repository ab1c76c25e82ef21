import type { Db } from '#db/connection.ts';
import { covers } from '#server/domain/people/scope.ts';
import { importScope, type ImportKindSeen } from '#server/domain/people/visibility.ts';
import { hasRole, type Actor } from '#server/domain/people/actor.ts';
import type { Importers } from '#server/spreadsheets/importers.ts';
import type { AnyImporter, ImportScope } from '#server/spreadsheets/importing.ts';
import { importById, type ImportRow } from './queries.ts';

export const mayImport = (actor: Actor, importer: AnyImporter): boolean => importer.roles.some((role) => hasRole(actor, role));
export const mayExport = (actor: Actor, importer: AnyImporter): boolean =>
  mayImport(actor, importer) || (importer.readers ?? []).some((role) => hasRole(actor, role));

/** Of a kind that speaks of people somebody looks at what they might also take out as a file. */
function kindSeen(db: Db, actor: Actor, { kind, isPersonal = false, scopes }: AnyImporter): ImportKindSeen {
  if (!isPersonal) return { kind, isPersonal, open: 'all' };
  const open = (scopes?.(db, actor, 'export') ?? []).map(({ scope }) => targetOf(scope));
  return { kind, isPersonal, open: open.includes(wholeCounty) ? 'all' : open };
}
/** Where the rows of a sheet go, as it is stored with it. */
const targetOf = (scope: ImportScope): string => JSON.stringify(scope);
const wholeCounty = targetOf({});

/** The spreadsheets that were sent in and that the actor may look at; lists and single reads ask the same. */
export const importsSeenBy = (db: Db, importers: readonly AnyImporter[], actor: Actor): ReturnType<typeof importScope> =>
  importScope(
    actor,
    importers.map((importer) => kindSeen(db, actor, importer)),
  );

export function importFor(db: Db, importers: Importers, actor: Actor, importId: string): ImportRow | null {
  const row = importById(db, importId);
  if (!row) return null;
  const scope = importsSeenBy(db, [importers.demand(row.kind)], actor);
  return covers(scope, { ...row, ownKind: row.kind, target: targetOf(row.scope) }) ? row : null;
}

/** The person who sent it in, or an admin, as long as their post allows it. */
export const mayAct = (actor: Actor, importer: AnyImporter, row: Pick<ImportRow, 'accountId'>): boolean =>
  mayImport(actor, importer) && (row.accountId === actor.accountId || hasRole(actor, 'admin'));
