import { and, eq } from 'drizzle-orm';
import type { Db } from '#db/connection.ts';
import { directoryEntries } from '#db/schema/directory.ts';
import { menuItems } from '#db/schema/editions.ts';
import { powers } from '#db/schema/powers.ts';
import { statutes, statuteVersions } from '#db/schema/statutes.ts';
import { certificateKinds } from '#db/schema/training.ts';
import type { ItemTerms } from '../queries.ts';
import type { PowerRow } from '#server/features/powers/index.ts';

export const allPowers = (db: Db): PowerRow[] => db.select().from(powers).all();

export interface DraftItem {
  readonly id: string;
  readonly powerId: string;
  readonly terms: ItemTerms;
  readonly version: number;
}
export const itemsOn = (db: Db, editionId: string): DraftItem[] =>
  db
    .select({ id: menuItems.id, powerId: menuItems.powerId, terms: menuItems.terms, version: menuItems.version })
    .from(menuItems)
    .where(eq(menuItems.editionId, editionId))
    .all();

export const draftItemOf = (db: Db, editionId: string, powerId: string): DraftItem | undefined =>
  db
    .select({ id: menuItems.id, powerId: menuItems.powerId, terms: menuItems.terms, version: menuItems.version })
    .from(menuItems)
    .where(and(eq(menuItems.editionId, editionId), eq(menuItems.powerId, powerId)))
    .get();

export const certificateNames = (db: Db): { readonly id: string; readonly name: string }[] =>
  db.select({ id: certificateKinds.id, name: certificateKinds.name }).from(certificateKinds).all();

/** Titles of statutes with the day of the version in force; null where none is known to be. */
export function statutesInForce(db: Db): Map<string, string | null> {
  const rows = db
    .select({ title: statutes.title, versionOn: statuteVersions.versionOn, endedOn: statuteVersions.endedOn })
    .from(statutes)
    .leftJoin(statuteVersions, eq(statuteVersions.statuteId, statutes.id))
    .all();
  const inForce = new Map<string, string | null>();
  for (const { title, versionOn, endedOn } of rows) {
    const known = inForce.get(title) ?? null;
    const day = versionOn !== null && endedOn === null ? versionOn : null;
    inForce.set(title, day !== null && (known === null || day > known) ? day : known);
  }
  return inForce;
}

/** What the province lists today, by code and by name: an entry that is not linked to a power yet is found by these. */
export const listedByProvince = (db: Db, today: string): { readonly code: string; readonly name: string }[] =>
  db
    .select({ code: directoryEntries.code, name: directoryEntries.name, endedOn: directoryEntries.endedOn })
    .from(directoryEntries)
    .all()
    .filter(({ endedOn }) => endedOn === null || endedOn > today);
