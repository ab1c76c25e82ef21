import { and, eq, gt } from 'drizzle-orm';
import type { Db } from '#db/connection.ts';
import { holdings } from '#db/schema/grants.ts';
import { powers } from '#db/schema/powers.ts';

/** Whether powers belong to a department, or are held by a township now or later. */
export const hasPowers = (db: Db, organisationId: string, now: number): boolean =>
  db.select({ id: powers.id }).from(powers).where(eq(powers.departmentId, organisationId)).limit(1).get() !== undefined ||
  db
    .select({ id: holdings.grantId })
    .from(holdings)
    .where(and(eq(holdings.townshipId, organisationId), gt(holdings.toAt, now)))
    .limit(1)
    .get() !== undefined;
