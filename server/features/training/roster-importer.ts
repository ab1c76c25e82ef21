import { hasRole, townshipsOf } from '#server/domain/people/actor.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { rosterScope } from '#server/domain/people/visibility.ts';
import { countySettings, organisationById, organisationsOfKind } from '#server/features/organisations/index.ts';
import type { Db } from '#db/connection.ts';
import type { Act } from '#server/records/change.ts';
import { importerOf, type AnyImporter, type Importer, type ImportScope, type ReadRow } from '#server/spreadsheets/importing.ts';
import { certificateKindRows, certificatesOf, officersOf, type CertificateRow } from './queries.ts';
import { readRosters, type RosterRecord } from './sheets/read-rosters.ts';
import { cellsOfOfficer, knownOfficer, type KnownOfficer, type RosterReference } from './sheets/roster-sheet.ts';
import { placelessRosterColumns, rosterColumns } from './sheets/roster-columns.ts';
import type { TrainingHooks } from './rosters.ts';
import { insertCertificate, insertOfficer, updateOfficer } from './store.ts';

function knownOfficers(db: Db, scope: ImportScope): KnownOfficer[] {
  const rows = officersOf(db, { scope: 'all', townshipId: scope['townshipId'], today: '', withLeft: true });
  const byOfficer = new Map<string, CertificateRow[]>();
  const ids = rows.map(({ id }) => id);
  for (const one of certificatesOf(db, ids)) byOfficer.set(one.officerId, [...(byOfficer.get(one.officerId) ?? []), one]);
  return rows.map((row) => knownOfficer(row, byOfficer.get(row.id) ?? []));
}

/** Rosters with certificates: a township's own people, or those of all townships for the training officer. */
export function rosterImporter(hooks: TrainingHooks): AnyImporter {
  const importer: Importer<RosterReference, RosterRecord> = {
    kind: 'rosters',
    roles: ['clerk', 'lead', 'training_officer'],
    readers: ['auditor'],
    scopeKeys: ['townshipId'],
    scopes(db, actor, purpose) {
      const scope = rosterScope(actor);
      // The auditor reads all rosters and writes none; the training officer writes all.
      const isForAll = purpose === 'export' ? scope === 'all' : hasRole(actor, 'training_officer');
      return [
        ...(isForAll ? [{ scope: {}, name: countySettings(db).settings.countyName }] : []),
        ...townshipsOf(actor).map((townshipId) => ({ scope: { townshipId }, name: organisationById(db, townshipId)?.name ?? '' })),
      ];
    },
    describeScope(db, { townshipId }) {
      if (townshipId === undefined) return { name: countySettings(db).settings.countyName, isOpen: true };
      const township = organisationById(db, townshipId);
      return township ? { name: township.name, isOpen: township.isActive } : null;
    },
    columns: rosterColumns,
    placeless: placelessRosterColumns,
    isPersonal: true,
    loadReference: (db, scope, now) => ({
      today: dayOf(now),
      countyName: countySettings(db).settings.countyName,
      ownTownshipId: scope['townshipId'] ?? null,
      townships: organisationsOfKind(db, 'township').map(({ id, name, shortName, divisionCode }) => ({
        id,
        name,
        shortName,
        divisionCode,
      })),
      kinds: certificateKindRows(db),
      officers: knownOfficers(db, scope),
    }),
    read: readRosters,
    apply(act, rows) {
      writeRosters(act, rows, hooks);
    },
    *exported(db, scope) {
      const kinds = certificateKindRows(db);
      const names = new Map(organisationsOfKind(db, 'township').map(({ id, name }) => [id, name]));
      for (const officer of knownOfficers(db, scope))
        yield* cellsOfOfficer(officer, { kinds, townshipName: names.get(officer.townshipId) ?? '' });
    },
  };
  return importerOf(importer);
}

function writeRosters(act: Act, rows: readonly ReadRow<RosterRecord>[], hooks: TrainingHooks): void {
  const fresh = new Map<number, string>();
  for (const { record } of rows) {
    const officerId = writePerson(act, record, fresh);
    if (record.certificate) writeCertificate(act, officerId, record.certificate);
  }
  for (const townshipId of new Set(rows.map(({ record }) => record.townshipId))) hooks.rosterChanged(act, townshipId);
}

/** Returns the id of the person, who may have been added with an earlier row. */
function writePerson(act: Act, { firstRow, id, version, townshipId, fields, before }: RosterRecord, fresh: Map<number, string>): string {
  const known = id ?? fresh.get(firstRow);
  if (known !== undefined) {
    if (!fields) return known;
    if (!updateOfficer(act.tx, known, version, fields)) throw new Error(`officer ${known} changed inside its own transaction`);
    const action = fields.leftOn !== null && fields.leftOn !== before?.leftOn ? 'officer_left' : 'officer_changed';
    act.record({ action, subjectKind: 'officer', subjectId: known, detail: { before, after: fields } });
    return known;
  }
  if (!fields) throw new Error(`row ${String(firstRow)} of a person is missing`);
  const added = act.newId();
  fresh.set(firstRow, added);
  insertOfficer(act.tx, { id: added, townshipId, ...fields, version: 1, createdAt: act.now });
  const { name, joinedOn } = fields;
  act.record({ action: 'officer_added', subjectKind: 'officer', subjectId: added, detail: { townshipId, name, joinedOn } });
  return added;
}

function writeCertificate(act: Act, officerId: string, certificate: NonNullable<RosterRecord['certificate']>): void {
  const id = act.newId();
  const { kindId, number, fromAt, toAt } = certificate;
  insertCertificate(act.tx, { id, officerId, ...certificate, revokedAt: null, revokeReason: null, sessionId: null, createdAt: act.now });
  const detail = { officerId, kindId, number, validFromOn: dayOf(fromAt), validToOn: dayOf(toAt - 1) };
  act.record({ action: 'certificate_recorded', subjectKind: 'certificate', subjectId: id, detail });
}
