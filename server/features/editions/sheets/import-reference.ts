import type { Db } from '#db/connection.ts';
import type { Finding } from '#server/domain/law/item-findings.ts';
import type { PowerStanding } from '#server/domain/law/power-standing.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { countySettings, organisationsOfKind, type OrganisationRow } from '#server/features/organisations/index.ts';
import { foldText } from '#server/domain/values/text.ts';
import type { ImportScope } from '#server/spreadsheets/importing.ts';
import { findingsOn } from '../edition-findings.ts';
import { allPowers, certificateNames, itemsOn, listedByProvince, statutesInForce, type DraftItem } from './import-queries.ts';
import { organisationNames, type OrganisationNames } from './organisation-names.ts';
import type { CheckedRow } from '../queries.ts';
import { type PowerRow, usesOfPower } from '#server/features/powers/index.ts';
import type { SheetNames } from './sheet-lists.ts';
import { writeItemRow } from './write-item-row.ts';

/** What rows of a menu are checked against: the county as it is. */
export interface MenuReference {
  readonly powerByCode: ReadonlyMap<string, PowerRow>;
  readonly itemByPower: ReadonlyMap<string, DraftItem>;
  /** Organisations by id. */
  readonly bodies: ReadonlyMap<string, OrganisationRow>;
  readonly departments: OrganisationNames;
  readonly providers: OrganisationNames;
  readonly names: SheetNames;
  /** Titles of statutes, each with the day of the version in force. */
  readonly statutes: ReadonlyMap<string, string | null>;
  /** What the legal gates have against the rows of an edition. */
  readonly findingsOn: (rows: readonly CheckedRow[], brought: ReadonlyMap<string, PowerStanding>) => readonly Finding[];
  /** Whether the province lists a power of this code or name; null where the county keeps no directory. */
  readonly isListed: (power: Pick<PowerRow, 'code' | 'name'>) => boolean | null;
  /** Whether requests or grants name the department that answers for the power. */
  readonly isInUse: (powerId: string) => boolean;
  /** The row as an export would write it; null for what is not there. */
  readonly currentCells: (code: string) => Readonly<Record<string, string>> | null;
}

export function loadMenuReference(db: Db, { editionId = '' }: ImportScope, now: number): MenuReference {
  const all = organisationsOfKind(db);
  const active = all.filter(({ isActive }) => isActive);
  const { countyName } = countySettings(db).settings;
  const powerByCode = new Map(allPowers(db).map((power) => [power.code, power]));
  const itemByPower = new Map(itemsOn(db, editionId).map((item) => [item.powerId, item]));
  const bodies = new Map(all.map((organisation) => [organisation.id, organisation]));
  const providers = organisationNames(
    active.filter(({ kind }) => kind !== 'township'),
    countyName,
  );
  const names = sheetNames(db, bodies, providers);
  return {
    powerByCode,
    itemByPower,
    bodies,
    departments: organisationNames(
      active.filter(({ kind }) => kind === 'department'),
      countyName,
    ),
    providers,
    names,
    statutes: statutesInForce(db),
    findingsOn: (rows, brought) => findingsOn(db, rows, now, brought),
    isListed: listing(db, now),
    isInUse: (powerId) => usesOfPower(db, powerId).some((use) => use === 'request' || use === 'grant'),
    currentCells(code) {
      const power = powerByCode.get(code);
      return power ? writeItemRow(power, itemByPower.get(power.id)?.terms ?? null, names) : null;
    },
  };
}

function listing(db: Db, now: number): MenuReference['isListed'] {
  const entries = listedByProvince(db, dayOf(now));
  const names = new Set(entries.flatMap(({ code, name }) => [foldText(code), foldText(name)]));
  return ({ code, name }) => (entries.length === 0 ? null : names.has(foldText(code)) || names.has(foldText(name)));
}

export function sheetNames(db: Db, bodies: ReadonlyMap<string, OrganisationRow>, providers: OrganisationNames): SheetNames {
  const certificates = certificateNames(db);
  const nameById = new Map(certificates.map(({ id, name }) => [id, name]));
  const idByName = new Map(certificates.map(({ id, name }) => [foldText(name), id]));
  return {
    organisationName: (id) => bodies.get(id)?.name ?? id,
    certificateName: (id) => nameById.get(id) ?? id,
    organisationId: (name) => providers.find(name)?.organisation.id ?? null,
    certificateId: (name) => idByName.get(foldText(name)) ?? (nameById.has(name) ? name : null),
  };
}
