import type { Db } from '#db/connection.ts';
import type { Finding, GatedItem } from '#server/domain/item-findings.ts';
import { checkEdition } from '#server/domain/legal-gates.ts';
import { countySettings } from '#server/features/accounts/index.ts';
import type { CheckedRow } from './queries.ts';

/** What the legal gates have against the items of an edition, all items seen together (domain.md section 3). */
export function findingsOn(db: Db, rows: readonly CheckedRow[]): Finding[] {
  const { mayEntrustLicencesToSubdistricts } = countySettings(db).settings;
  return checkEdition(rows.map(toGated), { mayEntrustLicencesToSubdistricts });
}

function toGated(row: CheckedRow): GatedItem {
  return {
    itemId: row.id,
    code: row.code,
    name: row.name,
    statutoryType: row.statutoryType,
    department: { system: row.departmentSystem, systemBasis: row.departmentSystemBasis },
    // No directory and no duty lists are kept yet: the gates say what they can without them.
    limitsPersonalFreedom: false,
    isInDirectory: null,
    cameDownFrom: null,
    townshipDuty: null,
    terms: row.terms,
  };
}
