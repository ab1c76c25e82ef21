import { and, eq, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/connection.ts';
import { directoryEntries, dutyEntries, townshipPowers } from '#db/schema/directory.ts';
import type { DutyRow, EntryRow, TownshipPowerRow } from './queries.ts';

type OwnColumns = 'id' | 'version' | 'createdAt';
export type EntryFields = Omit<EntryRow, OwnColumns>;
export type DutyFields = Omit<DutyRow, OwnColumns>;
export type TownshipPowerFields = Omit<TownshipPowerRow, OwnColumns>;

interface Made {
  readonly id: string;
  readonly createdAt: number;
}
interface Seen {
  readonly id: string;
  readonly version: number;
}
const wrote = ({ changes }: { readonly changes: number }): boolean => changes === 1;

export function insertEntry(tx: Tx, row: EntryFields & Made): void {
  tx.insert(directoryEntries)
    .values({ ...row, version: 1 })
    .run();
}
/** Writes the next version; false when somebody else wrote first. */
export function updateEntry(tx: Tx, { id, version }: Seen, fields: Partial<EntryFields>): boolean {
  return wrote(
    tx
      .update(directoryEntries)
      .set({ ...fields, version: version + 1 })
      .where(ofVersion(directoryEntries, id, version))
      .run(),
  );
}

export function insertDuty(tx: Tx, row: DutyFields & Made): void {
  tx.insert(dutyEntries)
    .values({ ...row, version: 1 })
    .run();
}
export function updateDuty(tx: Tx, { id, version }: Seen, fields: Partial<DutyFields>): boolean {
  return wrote(
    tx
      .update(dutyEntries)
      .set({ ...fields, version: version + 1 })
      .where(ofVersion(dutyEntries, id, version))
      .run(),
  );
}
export const deleteDuty = (tx: Tx, { id, version }: Seen): boolean =>
  wrote(
    tx
      .delete(dutyEntries)
      .where(ofVersion(dutyEntries, id, version))
      .run(),
  );

export function insertTownshipPower(tx: Tx, row: TownshipPowerFields & Made): void {
  tx.insert(townshipPowers)
    .values({ ...row, version: 1 })
    .run();
}
export function updateTownshipPower(tx: Tx, { id, version }: Seen, fields: Partial<TownshipPowerFields>): boolean {
  return wrote(
    tx
      .update(townshipPowers)
      .set({ ...fields, version: version + 1 })
      .where(ofVersion(townshipPowers, id, version))
      .run(),
  );
}
export const deleteTownshipPower = (tx: Tx, { id, version }: Seen): boolean =>
  wrote(
    tx
      .delete(townshipPowers)
      .where(ofVersion(townshipPowers, id, version))
      .run(),
  );

type Table = typeof directoryEntries | typeof dutyEntries | typeof townshipPowers;
const ofVersion = (table: Table, id: string, version: number): SQL | undefined => and(eq(table.id, id), eq(table.version, version));
