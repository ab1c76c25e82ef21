import type { Db } from '#db/connection.ts';
import { hasRole, type Actor } from '#server/domain/actor.ts';
import type { AnyImporter } from '#server/platform/importing.ts';
import { importById, type ImportRow } from './queries.ts';

export const mayImport = (actor: Actor, importer: AnyImporter): boolean => importer.roles.some((role) => hasRole(actor, role));
export const mayExport = (actor: Actor, importer: AnyImporter): boolean =>
  mayImport(actor, importer) || (importer.readers ?? []).some((role) => hasRole(actor, role));

/** Admins keep the data, auditors read everything; everybody else sees what they sent in themselves. */
export const seesAll = (actor: Actor): boolean => hasRole(actor, 'admin') || hasRole(actor, 'auditor');

export function importFor(db: Db, actor: Actor, importId: string): ImportRow | null {
  const row = importById(db, importId);
  return row && (seesAll(actor) || row.accountId === actor.accountId) ? row : null;
}

/** Whoever sent it in, or an admin, as long as their post allows it. */
export const mayAct = (actor: Actor, importer: AnyImporter, row: Pick<ImportRow, 'accountId'>): boolean =>
  mayImport(actor, importer) && (row.accountId === actor.accountId || hasRole(actor, 'admin'));
