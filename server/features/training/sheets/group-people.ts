import { readDay } from '#server/spreadsheets/cell-readings.ts';
import { foldText } from '#server/domain/values/text.ts';
import { closestAmong } from '#server/domain/values/likeness.ts';
import { organisationFinder } from '#server/domain/values/divisions.ts';
import { isJoiningDay } from '#server/domain/people/training.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import { matchOfficer } from './match-officer.ts';
import { cellsOfFields, type KnownOfficer, type OfficerFields, type RosterReference, type RosterTownship } from './roster-sheet.ts';

/** A person of the sheet: the first of their rows says who they are. */
export interface Person {
  readonly firstRow: number;
  readonly townshipId: string;
  readonly known: KnownOfficer | null;
  readonly fields: OfficerFields;
}
interface Named {
  readonly reader: RowReader;
  readonly townshipId: string;
  readonly id: string;
  readonly name: string;
  readonly joinedOn: string | null;
}

/** Puts the rows of one person together: by the id of an export, else by township, name and the day on which they joined. */
export function groupPeople(readers: readonly RowReader[], reference: RosterReference): Map<RowReader, Person> {
  const townshipOf = townshipReader(reference);
  const named = readers.flatMap((reader) => nameOf(reader, townshipOf) ?? []);
  const days = new Map<string, Set<string>>();
  for (const { townshipId, name, joinedOn } of named) {
    const key = `${townshipId}/${foldText(name)}`;
    if (joinedOn !== null) days.set(key, (days.get(key) ?? new Set()).add(joinedOn));
  }
  const first = new Map<string, Person>();
  const people = new Map<RowReader, Person>();
  for (const one of named) {
    const key = keyOf(one, days);
    if (key === null) continue;
    const before = first.get(key);
    if (before) {
      if (agrees(one, before)) people.set(one.reader, before);
      continue;
    }
    const person = personOf(one, reference);
    if (!person) continue;
    first.set(key, person);
    people.set(one.reader, person);
  }
  return people;
}

function keyOf({ reader, townshipId, id, name, joinedOn }: Named, days: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  if (id !== '') return id;
  const key = `${townshipId}/${foldText(name)}`;
  const known = [...(days.get(key) ?? [])];
  // Two of one name: a row that does not say which of them it means could be either's.
  if (joinedOn === null && known.length > 1) return reader.error('person_ambiguous', 'joinedOn', { count: known.length });
  return `${key}/${joinedOn ?? known[0] ?? ''}`;
}

function townshipReader({ townships, countyName, ownTownshipId }: RosterReference) {
  const find = organisationFinder(townships, countyName);
  const closest = closestAmong(townships.map(({ name }) => name));
  return (reader: RowReader): RosterTownship | null => {
    const text = reader.line('township', 60);
    const own = townships.find(({ id }) => id === ownTownshipId) ?? null;
    if (text === '') return own ?? reader.error('required_empty', 'township');
    const found = find(text);
    if (own) return found?.id === own.id ? own : reader.error('other_township', 'township', { name: own.name }, own.name);
    return found ?? reader.error('unknown_organisation', 'township', { name: text }, closest(text));
  };
}

function nameOf(reader: RowReader, townshipOf: (reader: RowReader) => RosterTownship | null): Named | null {
  const township = townshipOf(reader);
  const name = reader.line('name', 40);
  if (name === '') reader.error('required_empty', 'name');
  const joinedOn = reader.take('joinedOn', readDay(reader.raw('joinedOn')));
  return township && name !== '' ? { reader, name, joinedOn, townshipId: township.id, id: reader.line('id', 64) } : null;
}

/** A later row of a person repeats what the first says, or leaves it out. */
function agrees({ reader, name }: Named, person: Person): boolean {
  const cells: Record<string, string> = cellsOfFields(person.fields);
  if (foldText(name) !== foldText(person.fields.name)) return reader.error('person_differs', 'name', { row: person.firstRow }) !== null;
  const differing = ['post', 'dutyPhone', 'leftOn'].find((column) => {
    const text = column === 'leftOn' ? (reader.take(column, readDay(reader.raw(column))) ?? '') : reader.line(column, 60);
    return text !== '' && foldText(text) !== foldText(cells[column] ?? '');
  });
  return differing === undefined || reader.error('person_differs', differing, { row: person.firstRow }, cells[differing]) !== null;
}

function personOf(named: Named, reference: RosterReference): Person | null {
  const { reader, townshipId, name } = named;
  const match = matchOfficer(named, reference);
  if (match === 'refused') return null;
  const before = match?.fields;
  const joinedOn = named.joinedOn ?? before?.joinedOn;
  if (joinedOn === undefined) {
    // A cell that could not be read has been told of.
    if (!reader.isFaulty()) reader.error('required_empty', 'joinedOn', {}, reference.today);
    return null;
  }
  if (joinedOn !== before?.joinedOn && !isJoiningDay(joinedOn, reference.today))
    reader.error('day_improbable', 'joinedOn', { day: joinedOn });
  const leftOn = reader.take('leftOn', readDay(reader.raw('leftOn'))) ?? before?.leftOn ?? null;
  if (leftOn !== null && leftOn < joinedOn) reader.error('period_reversed', 'leftOn', { day: joinedOn });
  const fields: OfficerFields = {
    ...{ name, joinedOn, leftOn },
    post: reader.line('post', 60) || (before?.post ?? '—'),
    dutyPhone: reader.line('dutyPhone', 40) || (before?.dutyPhone ?? '—'),
  };
  refuseChangeOfWhoLeft(reader, match, fields, reference.today);
  return { firstRow: reader.row, townshipId, known: match, fields };
}

/** Who has left stays as the record shows: grants were suspended on it. */
function refuseChangeOfWhoLeft(reader: RowReader, known: KnownOfficer | null, fields: OfficerFields, today: string): void {
  const leftOn = known?.fields.leftOn ?? null;
  if (!known || leftOn === null || leftOn > today) return;
  const [before, after]: Record<string, string>[] = [cellsOfFields(known.fields), cellsOfFields(fields)];
  const column = Object.keys(after ?? {}).find((key) => before?.[key] !== after?.[key]);
  if (column !== undefined) reader.error('person_left', column, { day: leftOn }, before?.[column]);
}
