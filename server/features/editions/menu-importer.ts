import type { Db } from '#db/connection.ts';
import { covers } from '#server/domain/people/scope.ts';
import { editionScope } from '#server/domain/people/visibility.ts';
import { countySettings, organisationsOfKind } from '#server/features/organisations/index.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import type { Importer, ImportScope, NamedScope } from '#server/spreadsheets/importing.ts';
import { sheetNames, loadMenuReference, type MenuReference } from './sheets/import-reference.ts';
import { itemsOn, allPowers } from './sheets/import-queries.ts';
import { organisationNames } from './sheets/organisation-names.ts';
import { allEditions, editionById, type EditionRow } from './queries.ts';
import type { MenuRecord } from './sheets/draft-row.ts';
import { readMenuSheet } from './sheets/read-menu-sheet.ts';
import { menuColumns, menuPlaceless } from './sheets/sheet-columns.ts';
import { loadSpelling } from '#server/features/powers/index.ts';
import { writeItemRow } from './sheets/write-item-row.ts';
import { writeMenuRows } from './sheets/write-menu-rows.ts';

const nameOf = ({ title, number }: Pick<EditionRow, 'title' | 'number'>): string => `${title}（第${String(number)}版）`;

function scopes(db: Db, actor: Pick<Actor, 'memberships'>, purpose: 'import' | 'export'): NamedScope[] {
  const isOpen = (edition: EditionRow): boolean =>
    purpose === 'import' ? edition.state === 'draft' : covers(editionScope(actor), edition);
  return allEditions(db)
    .filter(isOpen)
    .map((edition) => ({ scope: { editionId: edition.id }, name: nameOf(edition) }));
}

/** Every item of the edition by code: importing it again changes nothing. */
function* exported(db: Db, { editionId = '' }: ImportScope): Generator<Readonly<Record<string, string>>> {
  const bodies = new Map(organisationsOfKind(db).map((body) => [body.id, body]));
  const names = sheetNames(db, bodies, organisationNames([...bodies.values()], countySettings(db).settings.countyName));
  const powers = new Map(allPowers(db).map((power) => [power.id, power]));
  const rows = itemsOn(db, editionId).flatMap(({ powerId, terms }) => {
    const power = powers.get(powerId);
    return power ? [{ power, terms }] : [];
  });
  rows.sort((a, b) => (a.power.code < b.power.code ? -1 : 1));
  for (const { power, terms } of rows) yield writeItemRow(power, terms, names);
}

/** Powers with their terms, onto the draft edition. */
export const menuImporter: Importer<MenuReference, MenuRecord> = {
  kind: 'menu',
  roles: ['admin'],
  readers: ['clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'training_officer', 'auditor'],
  scopeKeys: ['editionId'],
  scopes,
  describeScope(db, { editionId = '' }) {
    const edition = editionById(db, editionId);
    return edition ? { name: nameOf(edition), isOpen: edition.state === 'draft' } : null;
  },
  columns: menuColumns,
  placeless: menuPlaceless,
  prepare: loadSpelling,
  loadReference: loadMenuReference,
  read: readMenuSheet,
  apply: writeMenuRows,
  exported,
};
