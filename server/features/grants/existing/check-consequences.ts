import { checkCarrier } from '#server/domain/law/legal-gates.ts';
import { evaluatePrerequisite } from '#server/domain/requests/prerequisites.ts';
import type { Prerequisite } from '#server/domain/menu/terms.ts';
import { addDays, dayOf } from '#server/domain/time/time.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import { carrierWords } from './existing-grant-sheet.ts';
import type { ExistingGrantReference, GrantRow } from './existing-grant.ts';

/** What an attestation says was attested when a request was prepared; an existing grant had no request. */
export const isWatched = ({ kind }: Prerequisite): boolean => kind !== 'attestation';

/** Says before it is written what will follow: a vehicle that the law does not allow, people who are missing, a trial that is over. */
export function sayConsequences(reader: RowReader, row: GrantRow, reference: ExistingGrantReference): void {
  refuseUnlawful(reader, row);
  const terms = row.power.item?.terms;
  if (!terms || row.toAt <= reference.now) return;
  if (terms.carrier !== row.carrier) reader.warn('carrier_differs_from_menu', 'carrier', { value: carrierWords[terms.carrier][0] });
  const attested = terms.prerequisites.filter((one) => !isWatched(one)).length;
  if (attested > 0) reader.note('attestations_not_watched', '', { count: attested });
  const officers = reference.officers[row.townshipId] ?? [];
  const lacking = terms.prerequisites
    .filter(isWatched)
    .map((one) => evaluatePrerequisite(one, { officers, attestations: [] }, reference.now))
    .filter(({ holds }) => !holds);
  for (const { have, need } of lacking)
    reader.warn('prerequisites_lacking', '', { have, need, day: addDays(dayOf(reference.now), reference.graceDays) });
}

/** The gates that look at the vehicle alone: no older paper makes lawful what the law does not allow. */
function refuseUnlawful(reader: RowReader, { power, carrier }: GrantRow): void {
  const [against] = checkCarrier({ itemId: '', statutoryType: power.statutoryType, terms: { carrier } });
  if (!against) return;
  const { gate, law, article, params } = against;
  reader.error('gate', 'carrier', { ...params, gate, law, article, field: '/carrier' });
}
