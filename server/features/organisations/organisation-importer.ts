import { importerOf, type Importer } from '#server/spreadsheets/importing.ts';
import { organisationColumns, placelessColumns } from './sheets/organisation-columns.ts';
import { cellsOfOrganisation, type OrganisationFields } from './sheets/organisation-sheet.ts';
import { countySettings, organisationIdsWithMembers, type OrganisationRow, organisationsOfKind } from './queries.ts';
import { insertOrganisation, updateOrganisation } from './store.ts';
import type { OrganisationRecord, OrganisationReference } from './sheets/organisation-row.ts';
import { readOrganisations } from './sheets/read-organisations.ts';

function fieldsOf({ id: _id, version: _version, createdAt: _createdAt, ...fields }: OrganisationRow): OrganisationFields {
  return fields;
}

const importer: Importer<OrganisationReference, OrganisationRecord> = {
  kind: 'organisations',
  roles: ['admin'],
  readers: ['auditor'],
  scopeKeys: [],
  columns: organisationColumns,
  placeless: placelessColumns,
  loadReference(db) {
    const withMembers = new Set(organisationIdsWithMembers(db));
    const organisations = organisationsOfKind(db).map((row) => ({
      ...{ id: row.id, version: row.version, hasMembers: withMembers.has(row.id) },
      fields: fieldsOf(row),
    }));
    return { countyName: countySettings(db).settings.countyName, organisations };
  },
  read: readOrganisations,
  apply(act, rows) {
    for (const { record } of rows) {
      const { id, version, before, fields } = record;
      if (id === null) {
        const fresh = act.newId();
        insertOrganisation(act.tx, { ...fields, id: fresh, version: 1, createdAt: act.now });
        act.record({ action: 'organisation_created', subjectKind: 'organisation', subjectId: fresh, detail: { name: fields.name } });
      } else {
        if (!updateOrganisation(act.tx, id, version, fields)) throw new Error(`organisation ${id} changed inside its own transaction`);
        act.record({ action: 'organisation_changed', subjectKind: 'organisation', subjectId: id, detail: { before, after: fields } });
      }
    }
  },
  *exported(db) {
    for (const row of organisationsOfKind(db)) if (row.kind !== 'county') yield cellsOfOrganisation(fieldsOf(row));
  },
};

/** Townships with their profiles and departments of the county, from the lists that counties and statisticians keep. */
export const organisationImporter = importerOf(importer);
