import fc from 'fast-check';
import { expect, test } from 'vitest';
import { officialName } from '#server/domain/values/divisions.ts';
import { cellsOfOrganisation, type OrganisationFields } from '#server/features/organisations/sheets/organisation-sheet.ts';
import { organisationColumns } from '#server/features/organisations/sheets/organisation-columns.ts';
import { readOrganisations } from '#server/features/organisations/sheets/read-organisations.ts';

const word = fc
  .array(fc.constantFrom(...'青石柳河白塘三溪云岭苍岩禾阳新桥甲乙'), { minLength: 2, maxLength: 8 })
  .map((characters) => characters.join(''));
const phone = fc.stringMatching(/^[0-9]{3,4}-[0-9]{5,8}$/);
const contact = { contactPhone: phone, complaintPhone: phone, address: word.map((name) => `${name}路1号（东）`) };
const count = fc.integer({ min: 0, max: 1_000_000_000 });
const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
const basis = fc.option(
  word.map((name) => `省政府关于${name}的决定`),
  { nil: null },
);
const suffix = { town: '镇', township: '乡', ethnic_township: '彝族乡', subdistrict: '街道' } as const;

const township: fc.Arbitrary<OrganisationFields> = fc
  .record({
    ...contact,
    place: word,
    townshipKind: fc.constantFrom('town', 'township', 'ethnic_township', 'subdistrict'),
    divisionCode: fc.integer({ min: 1, max: 999 }).map((number) => `990101${String(number).padStart(3, '0')}`),
    profile: fc.record({
      ...{
        residents: count,
        areaSquareMetres: amount,
        communities: count,
        staffQuota: count,
        staffPresent: count,
        budgetYuanPerYear: amount,
      },
      tags: fc.uniqueArray(word, { maxLength: 4 }),
    }),
    systemBasis: basis,
  })
  .map(({ place, townshipKind, ...rest }) => {
    const name = officialName(`${place}${suffix[townshipKind]}`, townshipKind);
    return {
      ...rest,
      kind: 'township',
      name,
      shortName: `${place}${suffix[townshipKind]}`,
      townshipKind,
      duty: null,
      system: 'county',
      isActive: true,
    };
  });

const department: fc.Arbitrary<OrganisationFields> = fc
  .record({
    ...contact,
    name: word.map((name) => `青禾县${name}局`),
    duty: fc.option(fc.constantFrom('legal', 'establishment', 'finance', 'supervision', 'training'), { nil: null }),
    system: fc.constantFrom('county', 'vertical', 'city'),
    systemBasis: basis,
  })
  .map((rest) => ({
    ...rest,
    kind: 'department',
    shortName: rest.name,
    divisionCode: null,
    townshipKind: null,
    profile: null,
    isActive: true,
  }));

const head = { name: '', headers: Object.fromEntries(organisationColumns.map(({ key, title }) => [key, title])) };
const anyOrganisation = fc.oneof(township, department);
const rowsOf = (all: readonly OrganisationFields[]) => all.map((fields, index) => ({ row: index + 2, cells: cellsOfOrganisation(fields) }));
const all = fc
  .uniqueArray(anyOrganisation, { maxLength: 12, selector: ({ name, divisionCode }) => divisionCode ?? name })
  .map((organisations) => {
    const names = new Set<string>();
    return organisations.filter(({ name }) => !names.has(name) && names.add(name));
  });

test('an exported sheet says the very same organisations to a county that knows none of them', () => {
  fc.assert(
    fc.property(all, (organisations) => {
      const reading = readOrganisations(rowsOf(organisations), { countyName: '青禾县', organisations: [] }, head);
      expect(reading.rows.map(({ record }) => record.fields)).toEqual(organisations);
    }),
  );
});

test('an exported sheet changes nothing where it comes from', () => {
  fc.assert(
    fc.property(all, (organisations) => {
      const known = organisations.map((fields, index) => ({ id: String(index), version: 1, hasMembers: true, fields }));
      const reading = readOrganisations(rowsOf(organisations), { countyName: '青禾县', organisations: known }, head);
      expect(reading.findings).toEqual([]);
      expect(reading.rows.map(({ effect, record }) => [effect, record.id])).toEqual(known.map(({ id }) => ['unchanged', id]));
    }),
  );
});
