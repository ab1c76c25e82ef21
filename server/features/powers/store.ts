import type { Tx } from '#db/connection.ts';
import { powers, powerWords } from '#db/schema/powers.ts';
import { and, eq } from 'drizzle-orm';

export type NewPower = typeof powers.$inferInsert;
/** A power with the pinyin of its name (`pinyin.ts`): without it the power is not found by pinyin. */
export function insertPower(tx: Tx, row: NewPower, pinyin: string): void {
  tx.insert(powers).values(row).run();
  savePinyin(tx, row.id, pinyin);
}

export function savePinyin(tx: Tx, powerId: string, words: string): void {
  tx.insert(powerWords).values({ powerId, words }).onConflictDoUpdate({ target: powerWords.powerId, set: { words } }).run();
}
const isOf = (id: string, version: number) => and(eq(powers.id, id), eq(powers.version, version));
/** Writes the next version of a power; false when somebody else wrote first. */
export function updatePower(
  tx: Tx,
  id: string,
  version: number,
  fields: Omit<NewPower, 'id' | 'code' | 'statutoryType' | 'category' | 'version' | 'createdAt' | 'mergedIntoId'>,
): boolean {
  return (
    tx
      .update(powers)
      .set({ ...fields, version: version + 1 })
      .where(isOf(id, version))
      .run().changes === 1
  );
}

/** From now on the power stands for nothing of its own: it was found to be the same as another. */
export function retirePower(tx: Tx, id: string, version: number, mergedIntoId: string): boolean {
  return (
    tx
      .update(powers)
      .set({ mergedIntoId, version: version + 1 })
      .where(isOf(id, version))
      .run().changes === 1
  );
}
