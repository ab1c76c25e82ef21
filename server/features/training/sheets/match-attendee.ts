import { foldText } from '#server/domain/values/text.ts';
import { closestAmong } from '#server/domain/values/likeness.ts';
import { organisationFinder } from '#server/domain/values/divisions.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import type { KnownAttendee, KnownSession, ResultReference } from './result-sheet.ts';

/** Whom of those enrolled a row means: by the id of an export, else by name, and by township where several have it. */
export function attendeeReader({ townships, countyName, roster }: ResultReference) {
  const find = organisationFinder(townships, countyName);
  const closestTownship = closestAmong(townships.map(({ name }) => name));
  const closestOf = new Map<KnownSession, (text: string) => string>();
  return (reader: RowReader, session: KnownSession): KnownAttendee | null => {
    const name = reader.line('name', 40);
    const text = reader.line('township', 60);
    const township = text === '' ? null : find(text);
    if (name === '') return reader.error('required_empty', 'name');
    if (township === undefined) return reader.error('unknown_organisation', 'township', { name: text }, closestTownship(text));
    const isWanted = (one: { readonly name: string; readonly townshipId: string }): boolean =>
      foldText(one.name) === foldText(name) && (township === null || one.townshipId === township.id);
    const id = reader.line('id', 64);
    const candidates = session.attendees.filter((one) => (id === '' || one.officerId === id) && isWanted(one));
    const [only, ...more] = candidates;
    if (only && more.length === 0) return only;
    if (only)
      return reader.error(
        'person_ambiguous',
        'township',
        { count: candidates.length },
        candidates.map((one) => one.townshipName).join('、'),
      );
    if (roster.some(isWanted)) return reader.error('not_enrolled', 'name', { session: session.title });
    const closest = closestOf.get(session) ?? closestAmong([...new Set(session.attendees.map((one) => one.name))]);
    closestOf.set(session, closest);
    return reader.error('officer_unknown', 'name', {}, closest(name));
  };
}
