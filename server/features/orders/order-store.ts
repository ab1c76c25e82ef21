import { and, eq } from 'drizzle-orm';
import { prepared, type Tx } from '#db/connection.ts';
import { rowCode } from '#db/statements/row-code.ts';
import { orders } from '#db/schema/orders.ts';
import { requests } from '#db/schema/requests.ts';
import type { OrderRow } from './order-queries.ts';

const code = rowCode(orders);

const statements = prepared((tx: Tx) => ({ insert: tx.$client.prepare(`INSERT INTO orders (${code.names}) VALUES (${code.places})`) }));

export function insertOrder(tx: Tx, row: OrderRow): void {
  statements(tx).insert.run(code.encode(row));
}

type Fields = Partial<Pick<OrderRow, 'name' | 'number' | 'submittedBy' | 'submittedAt'>>;
/** Writes the next version; false when somebody else wrote first. */
export function updateOrder(tx: Tx, id: string, expected: number, now: number, fields: Fields = {}): boolean {
  const where = and(eq(orders.id, id), eq(orders.version, expected));
  return (
    tx
      .update(orders)
      .set({ ...fields, updatedAt: now, version: expected + 1 })
      .where(where)
      .run().changes === 1
  );
}

export function deleteLine(tx: Tx, orderId: string, itemId: string): boolean {
  return (
    tx
      .delete(requests)
      .where(and(eq(requests.orderId, orderId), eq(requests.itemId, itemId)))
      .run().changes === 1
  );
}
/** A draft that is thrown away leaves nothing but its audit records; triggers keep what was submitted. */
export function deleteOrder(tx: Tx, id: string, expected: number): boolean {
  tx.delete(requests).where(eq(requests.orderId, id)).run();
  return (
    tx
      .delete(orders)
      .where(and(eq(orders.id, id), eq(orders.version, expected)))
      .run().changes === 1
  );
}
