import type { ImportKind } from '#contract/imports/import-kinds.ts';
import type { Db } from '#db/connection.ts';
import { belongsTo, hasRole, type Actor } from '#server/domain/people/actor.ts';
import type { Importers } from '#server/spreadsheets/importers.ts';
import type { AnyImporter } from '#server/spreadsheets/importing.ts';
import { importById, type ImportRow } from './queries.ts';
import { scopeGiven } from './scope.ts';

export const mayImport = (actor: Actor, importer: AnyImporter): boolean => importer.roles.some((role) => hasRole(actor, role));
export const mayExport = (actor: Actor, importer: AnyImporter): boolean =>
  mayImport(actor, importer) || (importer.readers ?? []).some((role) => hasRole(actor, role));

/**
 * Admins keep the data, auditors read everything; everybody else sees what they sent in themselves. Rosters and results speak of
 * people, whom an admin has no business with (RULES.md 7.12, 7.16).
 */
export const seesAllOf = (actor: Actor, importer: Pick<AnyImporter, 'isPersonal'>): boolean =>
  hasRole(actor, 'auditor') || (hasRole(actor, 'admin') && importer.isPersonal !== true);

/** The kinds of which the actor sees what others sent in. */
export const kindsSeen = (importers: Importers, actor: Actor): readonly ImportKind[] =>
  importers.all.filter((importer) => seesAllOf(actor, importer)).map(({ kind }) => kind);

export function importFor(db: Db, importers: Importers, actor: Actor, importId: string): ImportRow | null {
  const row = importById(db, importId);
  if (!row) return null;
  const importer = importers.demand(row.kind);
  return seesAllOf(actor, importer) || isOwn(db, actor, importer, row) ? row : null;
}

/**
 * What somebody has sent in is theirs while they stand where they stood: who has moved on neither reads the people of their former township
 * nor writes any (RULES.md 7.16).
 */
function isOwn(db: Db, actor: Actor, importer: AnyImporter, { accountId, organisationId, scope }: ImportRow): boolean {
  if (accountId !== actor.accountId || !belongsTo(actor, organisationId)) return false;
  return importer.isPersonal !== true || scopeGiven(db, importer, actor, scope, 'export') !== null;
}

/** Whoever sent it in, or an admin, as long as their post allows it. */
export const mayAct = (actor: Actor, importer: AnyImporter, row: Pick<ImportRow, 'accountId'>): boolean =>
  mayImport(actor, importer) && (row.accountId === actor.accountId || hasRole(actor, 'admin'));
