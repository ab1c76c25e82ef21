import { dayOf } from '#server/domain/time/time.ts';
import type { CertificateKindRow, CertificateRow, OfficerRow } from '../queries.ts';

/** What a roster says of a person. */
export type OfficerFields = Pick<OfficerRow, 'name' | 'post' | 'dutyPhone' | 'joinedOn' | 'leftOn'>;

export interface KnownCertificate {
  readonly kindId: string;
  readonly number: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly revokedAt: number | null;
}
export interface KnownOfficer {
  readonly id: string;
  readonly version: number;
  readonly townshipId: string;
  readonly fields: OfficerFields;
  readonly certificates: readonly KnownCertificate[];
}

export const knownOfficer = (row: OfficerRow, certificates: readonly CertificateRow[]): KnownOfficer => ({
  ...{ id: row.id, version: row.version, townshipId: row.townshipId },
  fields: { name: row.name, post: row.post, dutyPhone: row.dutyPhone, joinedOn: row.joinedOn, leftOn: row.leftOn },
  certificates: certificates.map(({ kindId, number, fromAt, toAt, revokedAt }) => ({ kindId, number, fromAt, toAt, revokedAt })),
});

export const cellsOfFields = ({ name, post, dutyPhone, joinedOn, leftOn }: OfficerFields) => ({
  ...{ name, post, dutyPhone, joinedOn },
  leftOn: leftOn ?? '',
});

/** The last day on which a certificate counts: it ends with the instant after it. */
export const lastDay = (toAt: number): string => dayOf(toAt - 1);

/** The rows of a person: one for each certificate, one without any. */
export function cellsOfOfficer(
  officer: KnownOfficer,
  { townshipName, kinds }: { readonly townshipName: string; readonly kinds: readonly CertificateKindRow[] },
): Record<string, string>[] {
  const person = { township: townshipName, ...cellsOfFields(officer.fields), id: officer.id };
  const none = { certificateKind: '', certificateNumber: '', certificateFrom: '', certificateTo: '', revokedOn: '' };
  if (officer.certificates.length === 0) return [{ ...person, ...none }];
  return officer.certificates.map(({ kindId, number, fromAt, toAt, revokedAt }) => ({
    ...person,
    certificateKind: kinds.find(({ id }) => id === kindId)?.name ?? '',
    certificateNumber: number,
    certificateFrom: dayOf(fromAt),
    certificateTo: lastDay(toAt),
    revokedOn: revokedAt === null ? '' : dayOf(revokedAt),
  }));
}

export interface RosterTownship {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly divisionCode: string | null;
}
export interface RosterReference {
  readonly today: string;
  readonly countyName: string;
  /** The township that keeps its own roster; null where the training officer imports for all. */
  readonly ownTownshipId: string | null;
  readonly townships: readonly RosterTownship[];
  readonly kinds: readonly CertificateKindRow[];
  readonly officers: readonly KnownOfficer[];
}
