import { readDay } from '#server/spreadsheets/cell-readings.ts';
import { foldText, plainLine } from '#server/domain/values/text.ts';
import { closestAmong } from '#server/domain/values/likeness.ts';
import { addDays, addMonths, dayOf, endOfDay, startOfDay } from '#server/domain/time/time.ts';
import { overlapsCertificate } from '#server/domain/people/training.ts';
import type { SheetHead } from '#server/spreadsheets/importing.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import { lawEnforcementCertificate } from '../facts.ts';
import type { Person } from './group-people.ts';
import type { CertificateKindRow } from '../queries.ts';
import { type KnownCertificate, lastDay, type RosterReference } from './roster-sheet.ts';

export interface NewCertificate {
  readonly kindId: string;
  readonly number: string;
  readonly fromAt: number;
  readonly toAt: number;
}

const columns = ['certificateKind', 'certificateNumber', 'certificateFrom', 'certificateTo'] as const;
const law = ['执法证', '行政执法证', '行政执法证件', '行政执法资格证', '执法证件', '行政执法人员资格证'];

/** Reads the certificate of a row: null where there is none, it is known already, or it cannot be recorded, which is said. */
export function certificateReader(reference: RosterReference, head: SheetHead) {
  const { kinds } = reference;
  const closest = closestAmong(kinds.map(({ name }) => name));
  const inSheet = new Map<string, NewCertificate[]>();
  return (reader: RowReader, person: Person): NewCertificate | null => {
    if (columns.every((column) => plainLine(reader.raw(column)) === '')) return null;
    const kind = kindOf(reader, kinds, head, closest);
    const number = reader.line('certificateNumber', 60);
    if (number === '') reader.error('required_empty', 'certificateNumber');
    if (!kind || number === '') return null;
    const period = periodOf(reader, kind);
    if (!period) return null;
    const wanted = { kindId: kind.id, number, ...period };
    const sameNumber = (one: NewCertificate): boolean => one.kindId === kind.id && foldText(one.number) === foldText(number);
    const known = person.known?.certificates.find(sameNumber);
    if (known) return compared(reader, known, wanted);
    return recordable(reader, person, wanted, reference, inSheet);
  };
}

function recordable(
  reader: RowReader,
  person: Person,
  wanted: NewCertificate,
  { ownTownshipId, today }: RosterReference,
  inSheet: Map<string, NewCertificate[]>,
): NewCertificate | null {
  if (plainLine(reader.raw('revokedOn')) !== '') return reader.error('revocation_not_by_import', 'revokedOn');
  // Prerequisites rest on certificates, so a township does not record its own.
  if (ownTownshipId !== null) {
    reader.warn('certificate_by_trainer', 'certificateNumber');
    return null;
  }
  const { leftOn } = person.fields;
  if (person.known && leftOn !== null && leftOn <= today) return reader.error('person_left', 'certificateNumber', { day: leftOn });
  const key = `${String(person.firstRow)}/${wanted.kindId}`;
  const others = inSheet.get(key) ?? [];
  const existing = (person.known?.certificates ?? []).filter(({ kindId }) => kindId === wanted.kindId);
  const all = [...existing, ...others.map((one) => ({ ...one, revokedAt: null }))];
  const rival = all.find((one) => overlapsCertificate([one], wanted));
  if (rival)
    return reader.error('certificate_overlap', 'certificateFrom', {
      ...{ number: rival.number, from: dayOf(rival.fromAt), to: lastDay(rival.toAt) },
    });
  inSheet.set(key, [...others, wanted]);
  return wanted;
}

/** A certificate that is on record stays as it was recorded. */
function compared(reader: RowReader, known: KnownCertificate, wanted: NewCertificate): null {
  if (dayOf(known.fromAt) !== dayOf(wanted.fromAt) || lastDay(known.toAt) !== lastDay(wanted.toAt))
    return reader.error('certificate_differs', 'certificateFrom', { from: dayOf(known.fromAt), to: lastDay(known.toAt) });
  const revokedOn = reader.take('revokedOn', readDay(reader.raw('revokedOn')));
  const isSame = revokedOn === null || (known.revokedAt !== null && dayOf(known.revokedAt) === revokedOn);
  return isSame ? null : reader.error('revocation_not_by_import', 'revokedOn');
}

function kindOf(
  reader: RowReader,
  kinds: readonly CertificateKindRow[],
  head: SheetHead,
  closest: (text: string) => string,
): CertificateKindRow | null {
  const text = reader.line('certificateKind', 60);
  const isLaw = text === '' ? (head.headers['certificateNumber'] ?? '').includes('执法证') : law.map(foldText).includes(foldText(text));
  const kind = isLaw
    ? kinds.find(({ id }) => id === lawEnforcementCertificate)
    : kinds.find(({ name }) => foldText(name) === foldText(text));
  if (kind) return kind;
  return text === ''
    ? reader.error('required_empty', 'certificateKind')
    : reader.error('unknown_certificate', 'certificateKind', { name: text }, closest(text));
}

/** From the first day to the end of the last; `2021.3.1—2026.2.28` may stand in one cell. */
function periodOf(reader: RowReader, { validMonths }: CertificateKindRow) {
  const written = plainLine(reader.raw('certificateTo'));
  const [both, from = '', to = ''] = /^(.+?[日号\d])\s*(?:[~～—至到]+|--|-(?=\d{4}[-年.]))\s*(.+)$/u.exec(written) ?? [];
  const isBoth = both !== undefined && readDay(from).kind === 'read' && readDay(to).kind === 'read';
  const firstOn = reader.take('certificateFrom', readDay(isBoth ? from : reader.raw('certificateFrom')));
  const lastOn = reader.take('certificateTo', readDay(isBoth ? to : written));
  if (firstOn !== null && lastOn !== null) {
    if (lastOn >= firstOn) return { fromAt: startOfDay(firstOn), toAt: endOfDay(lastOn) };
    return reader.error('period_reversed', 'certificateTo', { day: firstOn });
  }
  if (reader.isFaulty()) return null;
  if (firstOn === null && lastOn !== null)
    return reader.error('required_empty', 'certificateFrom', {}, addDays(addMonths(lastOn, -validMonths), 1));
  const proposal = firstOn === null ? '' : addDays(addMonths(firstOn, validMonths), -1);
  return reader.error('required_empty', firstOn === null ? 'certificateFrom' : 'certificateTo', {}, proposal);
}
