import type { Settings } from '#contract/organisations/settings.ts';
import type { Tx } from '#db/connection.ts';
import { organisations, settings } from '#db/schema/organisations.ts';
import { and, eq } from 'drizzle-orm';

type NewOrganisation = typeof organisations.$inferInsert;
export function insertOrganisation(tx: Tx, row: NewOrganisation): void {
  tx.insert(organisations).values(row).run();
}

/** Writes the next version; false when somebody else wrote first. */
export function updateOrganisation(tx: Tx, id: string, expected: number, fields: Partial<NewOrganisation>): boolean {
  const where = and(eq(organisations.id, id), eq(organisations.version, expected));
  return (
    tx
      .update(organisations)
      .set({ ...fields, version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}

export function insertSettings(tx: Tx, values: Settings, isDemo: boolean): void {
  tx.insert(settings).values({ id: 1, values, isDemo, version: 1 }).run();
}

export function updateSettings(tx: Tx, expected: number, values: Settings): boolean {
  return (
    tx
      .update(settings)
      .set({ values, version: expected + 1 })
      .where(and(eq(settings.id, 1), eq(settings.version, expected)))
      .run().changes === 1
  );
}
