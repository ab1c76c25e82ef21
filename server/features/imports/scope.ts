import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import type { AnyImporter, ImportScope, NamedScope } from '#server/spreadsheets/importing.ts';

const isSame = (a: ImportScope, b: ImportScope, keys: readonly string[]): boolean => keys.every((key) => a[key] === b[key]);

/** The scope that the person named, if it is open to them; the empty one where the rows go into the county itself. */
export function scopeGiven(
  db: Db,
  importer: AnyImporter,
  actor: Pick<Actor, 'memberships'>,
  given: Readonly<Record<string, string | undefined>>,
  purpose: 'import' | 'export',
): NamedScope | null {
  if (importer.scopeKeys.length === 0) return { scope: {}, name: '' };
  // What is not named stays open: the training officer's roster is that of all townships.
  const wanted = Object.fromEntries(importer.scopeKeys.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])));
  return importer.scopes?.(db, actor, purpose).find(({ scope }) => isSame(scope, wanted, importer.scopeKeys)) ?? null;
}

/** Whether the rows may still go where they were meant to go: a draft may have been published or thrown away meanwhile. */
export const isScopeOpen = (db: Db, importer: AnyImporter, scope: ImportScope): boolean =>
  importer.scopeKeys.length === 0 || (importer.describeScope?.(db, scope)?.isOpen ?? false);

/** What the rows go into, in words; null for the county itself, or for what is gone. */
export const scopeName = (db: Db, importer: AnyImporter, scope: ImportScope): string | null =>
  importer.scopeKeys.length === 0 ? null : (importer.describeScope?.(db, scope)?.name ?? null);
