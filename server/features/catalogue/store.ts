import type { Tx } from '#db/connection.ts';
import { favourites } from '#db/schema/catalogue.ts';
import { and, eq } from 'drizzle-orm';

export interface FavouriteKey {
  readonly accountId: string;
  readonly powerId: string;
}

export function insertFavourite(tx: Tx, key: FavouriteKey, createdAt: number): void {
  tx.insert(favourites)
    .values({ ...key, createdAt })
    .onConflictDoNothing()
    .run();
}

export function deleteFavourite(tx: Tx, { accountId, powerId }: FavouriteKey): void {
  tx.delete(favourites)
    .where(and(eq(favourites.accountId, accountId), eq(favourites.powerId, powerId)))
    .run();
}
