import { foldText } from '#server/domain/values/text.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import type { KnownOfficer, RosterReference } from './roster-sheet.ts';

interface Wanted {
  readonly reader: RowReader;
  readonly townshipId: string;
  readonly id: string;
  readonly name: string;
  readonly joinedOn: string | null;
}

/**
 * Whom of the roster a row means: by the id of an export; else by name and the day of joining; else the only one of that name who is
 * still there. Null for somebody new, `refused` where it could be several.
 */
export function matchOfficer(wanted: Wanted, { officers, today }: RosterReference): KnownOfficer | null | 'refused' {
  const { reader, townshipId, id, name, joinedOn } = wanted;
  if (id !== '') {
    const own = officers.find((one) => one.id === id && one.townshipId === townshipId);
    if (own && foldText(own.fields.name) !== foldText(name)) reader.warn('person_renamed', 'name', { name: own.fields.name });
    return own ?? reader.error('person_unknown', 'id') ?? 'refused';
  }
  const namesakes = officers.filter((one) => one.townshipId === townshipId && foldText(one.fields.name) === foldText(name));
  const sameDay = namesakes.filter(({ fields }) => fields.joinedOn === joinedOn);
  if (sameDay.length === 1) return sameDay[0] ?? null;
  const there = (sameDay.length > 1 ? sameDay : namesakes).filter(({ fields }) => fields.leftOn === null || fields.leftOn > today);
  if (there.length > 1) {
    const days = there.map(({ fields }) => fields.joinedOn);
    return reader.error('person_ambiguous', 'joinedOn', { count: there.length }, sameDay.length > 1 ? '' : days.join('、')) ?? 'refused';
  }
  const [only] = there;
  // Another day of joining than the one on record: pointed out, for it may be another person of that name.
  if (only && joinedOn !== null) reader.warn('joining_day_changed', 'joinedOn', { day: only.fields.joinedOn });
  return only ?? null;
}
