import { countySettings, organisationsOfKind } from '#server/features/organisations/index.ts';
import { importerOf, type Importer } from '#server/spreadsheets/importing.ts';
import { cellsOfDuty, dutyColumns, placelessDutyColumns } from './sheets/duty-sheet.ts';
import { everyDuty, linkedPowers } from './queries.ts';
import { readDutyLists, type DutyRecord, type DutyReference } from './sheets/read-duty-lists.ts';
import { addDuty, changeDuty } from './write-entry.ts';

const importer: Importer<DutyReference, DutyRecord> = {
  kind: 'duty_lists',
  roles: ['admin'],
  readers: ['auditor', 'legal_reviewer', 'decider', 'reviewer'],
  scopeKeys: [],
  columns: dutyColumns,
  placeless: placelessDutyColumns,
  loadReference: (db) => ({
    countyName: countySettings(db).settings.countyName,
    powers: linkedPowers(db),
    townships: organisationsOfKind(db, 'township').map(({ id, name, shortName, divisionCode }) => ({ id, name, shortName, divisionCode })),
    duties: [...everyDuty(db)],
  }),
  read: readDutyLists,
  apply(act, rows) {
    for (const { record } of rows) {
      const { before, fields } = record;
      if (!before) addDuty(act, fields);
      else if (!changeDuty(act, before, fields)) throw new Error(`duty ${before.id} changed inside its own transaction`);
    }
  },
  *exported(db) {
    const codes = new Map(linkedPowers(db).map(({ id, code }) => [id, code]));
    const names = new Map(organisationsOfKind(db, 'township').map(({ id, name }) => [id, name]));
    for (const duty of everyDuty(db))
      yield cellsOfDuty(duty, { townshipName: names.get(duty.townshipId ?? '') ?? '', powerCode: codes.get(duty.powerId ?? '') ?? '' });
  },
};

/** The three lists that every township has had since 2025: basic, supporting, taken back. */
export const dutyListImporter = importerOf(importer);
