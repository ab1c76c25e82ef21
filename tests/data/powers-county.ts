import type { Tx } from '#db/connection.ts';
import { organisations } from '#db/schema/organisations.ts';
import { monday, seedBodies } from '#tests/builders/county.ts';
import { powerLines } from './shared.ts';

/** Departments that are not the county's own, as the list's own remarks say. */
const systems: Readonly<Record<string, 'city' | 'vertical'>> = {
  市生态环境局县分局: 'city',
  县气象局: 'vertical',
  县消防救援大队: 'vertical',
};
/** No department, and so no body of the county that a power could belong to. */
export const none = '县人民政府（责成有关部门）';

/** The bodies of the small county and every department that the list names, each under its full name. */
export function seedDepartments(tx: Tx): void {
  seedBodies(tx);
  const there = new Set(['青禾县司法局', '青禾县水利局']);
  const names = new Set(powerLines().map((line) => line.county_department));
  [...names].forEach((shortName, index) => {
    const name = shortName.startsWith('县') ? `青禾${shortName}` : shortName;
    if (shortName === none || there.has(name)) return;
    tx.insert(organisations)
      .values({
        ...{ id: `department-${String(index)}`, kind: 'department', duty: null, name, shortName, system: systems[shortName] ?? 'county' },
        ...{
          systemBasis: null,
          divisionCode: null,
          townshipKind: null,
          profile: null,
          contactPhone: '0',
          complaintPhone: '0',
          address: '县城',
        },
        ...{ isActive: true, version: 1, createdAt: monday },
      })
      .run();
  });
}
