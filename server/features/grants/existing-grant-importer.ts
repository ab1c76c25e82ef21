import { countySettings, organisationsOfKind } from '#server/features/organisations/index.ts';
import { townshipFacts } from '#server/features/training/index.ts';
import { importerOf, type Importer } from '#server/spreadsheets/importing.ts';
import { cellsOfGrant, existingGrantColumns, placelessGrantColumns } from './existing/existing-grant-sheet.ts';
import { grantedPowers, issuedNumbers, knownGrants } from './existing/import-queries.ts';
import type { ExistingGrantRecord, ExistingGrantReference } from './existing/existing-grant.ts';
import { readExistingGrants } from './existing/read-existing-grants.ts';
import { registerExisting, registering } from './existing/register-existing.ts';

const importer: Importer<ExistingGrantReference, ExistingGrantRecord | null> = {
  kind: 'existing_grants',
  roles: ['admin'],
  readers: ['decider', 'legal_reviewer', 'auditor'],
  scopeKeys: [],
  columns: existingGrantColumns,
  placeless: placelessGrantColumns,
  loadReference(db, _scope, now) {
    const { settings } = countySettings(db);
    const townships = organisationsOfKind(db, 'township');
    return {
      now,
      countyName: settings.countyName,
      documentPrefix: settings.documentPrefix,
      graceDays: settings.lapseGraceDays,
      powers: grantedPowers(db),
      townships: townships.map(bodyOf),
      departments: organisationsOfKind(db, 'department').map(bodyOf),
      grants: knownGrants(db),
      issuedNumbers: issuedNumbers(db),
      officers: Object.fromEntries(townships.map(({ id }) => [id, townshipFacts(db, id).officers])),
    };
  },
  read: readExistingGrants,
  apply(act, rows) {
    const terms = new Map(grantedPowers(act.tx).flatMap(({ item }) => (item ? [[item.id, item.terms.prerequisites] as const] : [])));
    const common = registering(act, (itemId) => terms.get(itemId) ?? []);
    for (const { record } of rows) if (record) registerExisting(act, record, common);
  },
  *exported(db) {
    const powers = new Map(grantedPowers(db).map((power) => [power.id, power]));
    const names = new Map(organisationsOfKind(db, 'township').map(({ id, name }) => [id, name]));
    for (const grant of knownGrants(db)) {
      const power = powers.get(grant.powerId);
      if (!power) continue;
      const { code, name, departmentName } = power;
      const cells = { powerCode: code, powerName: name, township: names.get(grant.townshipId) ?? '', department: departmentName };
      yield { ...cells, ...cellsOfGrant(grant) };
    }
  },
};

const bodyOf = ({ id, name, shortName, divisionCode }: ReturnType<typeof organisationsOfKind>[number]) => ({
  id,
  name,
  shortName,
  divisionCode,
});

/** Grants that are older than the portal (存量), and the export of all that are there. */
export const existingGrantImporter = importerOf(importer);
