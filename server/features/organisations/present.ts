import type { Organisation } from '#contract/organisations/organisations.ts';
import type { Settings } from '#contract/organisations/settings.ts';
import type { Db } from '#db/connection.ts';
import { countySettings, organisationById, type OrganisationRow } from './queries.ts';

export const presentName = (row: Pick<OrganisationRow, 'id' | 'kind' | 'name' | 'shortName'>) => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  shortName: row.shortName,
});
export function presentOrganisation(row: OrganisationRow): Organisation {
  const { createdAt: _createdAt, profile, ...rest } = row;
  return { ...rest, profile: profile ? { ...profile, tags: [...profile.tags] } : null };
}

export function demandOrganisation(db: Db, id: string): OrganisationRow {
  const row = organisationById(db, id);
  if (!row) throw new Error(`organisation ${id} is referred to but missing`);
  return row;
}
export const presentSettings = (db: Db): { settings: Settings; version: number } => {
  const { settings, version } = countySettings(db);
  return { settings, version };
};
