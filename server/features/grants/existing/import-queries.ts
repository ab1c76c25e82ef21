import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/connection.ts';
import { organisations } from '#db/schema/organisations.ts';
import { grants, holdings } from '#db/schema/grants.ts';
import { menuEditions, menuItems } from '#db/schema/editions.ts';
import { powers } from '#db/schema/powers.ts';
import { issuedDocuments } from '#db/schema/records.ts';
import type { KnownGrant } from './existing-grant-sheet.ts';
import type { GrantedPower } from './existing-grant.ts';

/** Every power, with its terms on the menu in force. */
export function grantedPowers(db: Db): GrantedPower[] {
  const items = new Map(
    db
      .select({ powerId: menuItems.powerId, id: menuItems.id, terms: menuItems.terms })
      .from(menuItems)
      .innerJoin(menuEditions, eq(menuEditions.id, menuItems.editionId))
      .where(eq(menuEditions.state, 'published'))
      .all()
      .map(({ powerId, id, terms }) => [powerId, { id, terms }]),
  );
  return db
    .select({ power: powers, departmentName: organisations.name })
    .from(powers)
    .innerJoin(organisations, eq(organisations.id, powers.departmentId))
    .orderBy(asc(powers.code))
    .all()
    .map(({ power, departmentName }) => {
      const { id, code, name, statutoryType, departmentId, mergedIntoId } = power;
      return { id, code, name, statutoryType, departmentId, mergedIntoId, departmentName, item: items.get(id) ?? null };
    });
}

/** Every holding that was, is or will be, with its grant; those that never began are left out. */
export const knownGrants = (db: Db): KnownGrant[] =>
  db
    .select({
      grantId: grants.id,
      powerId: grants.powerId,
      townshipId: grants.townshipId,
      carrier: grants.carrier,
      documentNumber: grants.documentNumber,
      issuedAt: grants.issuedAt,
      fromAt: holdings.fromAt,
      toAt: holdings.toAt,
      trialEndsAt: grants.trialEndsAt,
    })
    .from(holdings)
    .innerJoin(grants, eq(grants.id, holdings.grantId))
    .where(sql`${holdings.fromAt} < ${holdings.toAt}`)
    .orderBy(asc(grants.powerId), asc(grants.townshipId), asc(holdings.fromAt))
    .all();

export const issuedNumbers = (db: Db): string[] =>
  db
    .select({ number: issuedDocuments.number })
    .from(issuedDocuments)
    .all()
    .map(({ number }) => number);
