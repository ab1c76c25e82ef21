import { foldText } from '#server/domain/values/text.ts';
import { overlap } from '#server/domain/ledger/intervals.ts';
import { dayOf } from '#server/domain/time/time.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import { cellsOfGrant, lastDayOf, type KnownGrant } from './existing-grant-sheet.ts';
import type { ExistingGrantReference, GrantRow } from './existing-grant.ts';

/**
 * Sets a row beside what the township holds, held or is promised of the power, in the county and in the rows before it: the same grant is
 * known already, the same with other days is refused because the ledger is not written over, and what shares an instant is refused.
 */
export function refuseRivals({ grants }: ExistingGrantReference): (reader: RowReader, row: GrantRow) => 'known' | 'new' | 'refused' {
  const place = ({ powerId, townshipId }: { readonly powerId: string; readonly townshipId: string }): string => `${powerId}/${townshipId}`;
  const held = new Map<string, KnownGrant[]>();
  for (const grant of grants) held.set(place(grant), [...(held.get(place(grant)) ?? []), grant]);
  const before = new Map<string, { readonly row: number; readonly of: GrantRow }[]>();
  return (reader, row) => {
    const there = held.get(place(row)) ?? [];
    const same = there.find(
      (one) => foldText(one.documentNumber) === foldText(row.documentNumber) && dayOf(one.fromAt) === dayOf(row.fromAt),
    );
    if (same) return compared(reader, same, row);
    const rival = there.find((one) => overlap(one, row));
    if (rival) {
      const { documentNumber, fromAt, toAt } = rival;
      reader.error('holding_overlap', 'from', { number: documentNumber, from: dayOf(fromAt), to: lastDayOf(toAt) || '—' });
      return 'refused';
    }
    const earlier = before.get(place(row)) ?? [];
    const twin = earlier.find(({ of }) => overlap(of, row));
    if (twin) {
      reader.error('holding_overlap_in_sheet', 'from', { row: twin.row });
      return 'refused';
    }
    before.set(place(row), [...earlier, { row: reader.row, of: row }]);
    return 'new';
  };
}

function compared(reader: RowReader, known: KnownGrant, row: GrantRow): 'known' | 'refused' {
  const [there, here]: [Record<string, string>, Record<string, string>] = [cellsOfGrant(known), cellsOfGrant(row)];
  const column = ['carrier', 'until', 'issuedOn', 'trialUntil'].find((key) => there[key] !== here[key]);
  if (column === undefined) return 'known';
  reader.error('grant_differs', column, { value: there[column] || '—' }, there[column]);
  return 'refused';
}
