import { parseDocumentNumber } from '#server/domain/values/document-number.ts';
import { dayOf, yearOf } from '#server/domain/time/time.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import type { ExistingGrantReference, GrantRow } from './existing-grant.ts';

/** Looks at the paper behind a row: one paper may grant many powers to many townships, but it has one day, and it is not one of the portal's own. */
export function documentReader({ grants, issuedNumbers, documentPrefix, now }: ExistingGrantReference) {
  const ownNumbers = new Set(issuedNumbers);
  const days = new Map(grants.map(({ documentNumber, issuedAt }) => [documentNumber, { day: dayOf(issuedAt), row: 0 }]));
  return (reader: RowReader, { documentNumber, issuedAt }: GrantRow): void => {
    if (ownNumbers.has(documentNumber)) {
      reader.error('document_of_portal', 'documentNumber');
      return;
    }
    const parts = parseDocumentNumber(documentNumber);
    if (!parts) reader.note('document_number_unusual', 'documentNumber', { value: documentNumber });
    // The portal goes on counting under its own prefix: the next number of this year could be this one.
    if (parts?.prefix === documentPrefix && parts.year >= yearOf(dayOf(now)))
      reader.warn('document_prefix_own', 'documentNumber', { prefix: documentPrefix });
    const day = dayOf(issuedAt);
    const before = days.get(documentNumber);
    if (!before) days.set(documentNumber, { day, row: reader.row });
    else if (before.day !== day) reader.error('document_days_differ', 'issuedOn', { day: before.day, row: before.row }, before.day);
  };
}
