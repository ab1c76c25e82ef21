import { foldText } from '#server/domain/values/text.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import { cellsOfOrganisation, stateWords, type OrganisationFields } from './organisation-sheet.ts';

export interface KnownOrganisation {
  readonly id: string;
  readonly version: number;
  /** Rights hang on its duty as long as people belong to it. */
  readonly hasMembers: boolean;
  readonly fields: OrganisationFields;
}
export interface OrganisationReference {
  readonly countyName: string;
  readonly organisations: readonly KnownOrganisation[];
}
export interface OrganisationRecord {
  /** Null for a new one. */
  readonly id: string | null;
  readonly version: number;
  readonly before: OrganisationFields | null;
  readonly fields: OrganisationFields;
}

export const unknown = '—';
export const isNone = (text: string): boolean => ['无', '—', '-', '/'].includes(text);

/** The fields that townships and departments have in common, over what is known already. */
export function commonOf(reader: RowReader, known: KnownOrganisation | undefined, name: string) {
  const before = known?.fields;
  const written = before ? cellsOfOrganisation(before) : {};
  const unchanged = (column: string, max: number, former: string | undefined, otherwise: string): string => {
    const raw = reader.raw(column);
    // The very text that an export wrote: whatever it looks like, it means what is there.
    if (former !== undefined && raw === written[column]) return former;
    const text = reader.line(column, max);
    return text === '' ? (former ?? otherwise) : text;
  };
  if (!isStateUnchanged(reader, before)) reader.error('state_not_by_import', 'state');
  const basis = unchanged('systemBasis', 200, before?.systemBasis ?? undefined, '');
  return {
    name,
    shortName: unchanged('shortName', 20, before?.shortName, ''),
    systemBasis: basis === '' || isNone(basis) ? null : basis,
    contactPhone: unchanged('contactPhone', 40, before?.contactPhone, unknown),
    complaintPhone: unchanged('complaintPhone', 40, before?.complaintPhone, unknown),
    address: unchanged('address', 120, before?.address, unknown),
    isActive: before?.isActive ?? true,
  };
}

function isStateUnchanged(reader: RowReader, before: OrganisationFields | undefined): boolean {
  const state = reader.word('state', stateWords);
  return state === null || (state === 'active') === (before?.isActive ?? true);
}

/** Whether another body has this name already. */
export function isTaken(
  reader: RowReader,
  name: string,
  known: KnownOrganisation | undefined,
  { organisations }: OrganisationReference,
): boolean {
  const other = organisations.find((one) => one.id !== known?.id && foldText(one.fields.name) === foldText(name));
  if (!other) return false;
  reader.error(
    'name_taken',
    'name',
    { name: other.fields.name, code: other.fields.divisionCode ?? unknown },
    other.fields.divisionCode ?? '',
  );
  return true;
}

export const shortened = (name: string): string => [...name].slice(0, 20).join('');

export const recordOf = (known: KnownOrganisation | undefined, fields: OrganisationFields): OrganisationRecord => ({
  id: known?.id ?? null,
  version: known?.version ?? 0,
  before: known?.fields ?? null,
  fields,
});
