import { readDay } from '#server/spreadsheets/cell-readings.ts';
import { foldText, plainLine } from '#server/domain/values/text.ts';
import { closestAmong } from '#server/domain/values/likeness.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import type { KnownSession, ResultReference } from './result-sheet.ts';

/** The session of a row: the one that the file is for, else by its title, or by course and day. */
export function sessionReader({ sessions, sessionId }: ResultReference): (reader: RowReader) => KnownSession | null {
  const closestTitle = closestAmong(sessions.map(({ title }) => title));
  const closestCourse = closestAmong([...new Set(sessions.map(({ courseName }) => courseName))]);
  const own = sessions.find(({ id }) => id === sessionId);
  return (reader) => {
    const title = reader.line('session', 80);
    const course = reader.line('course', 80);
    if (title === '' && course === '' && own) return open(reader, own);
    if (title === '' && course === '') return reader.error('required_empty', 'session');
    const named = (own ? [own] : sessions).filter(
      (one) =>
        (title === '' || foldText(one.title) === foldText(title)) && (course === '' || foldText(one.courseName) === foldText(course)),
    );
    if (named.length === 0 && own)
      return reader.error(
        'other_session',
        title === '' ? 'course' : 'session',
        { session: own.title },
        title === '' ? own.courseName : own.title,
      );
    if (named.length === 0)
      return reader.error(
        'session_unknown',
        title === '' ? 'course' : 'session',
        {},
        title === '' ? closestCourse(course) : closestTitle(title),
      );
    const [only, ...more] = named.length === 1 ? named : onDay(reader, named);
    if (only && more.length === 0) return open(reader, only);
    return reader.error('session_ambiguous', 'session', { count: named.length }, named.map((one) => one.title).join('、'));
  };
}

const onDay = (reader: RowReader, sessions: readonly KnownSession[]): KnownSession[] => {
  const day = readDay(plainLine(reader.raw('heldOn')));
  if (day.kind !== 'read') return [];
  const held = sessions.filter(({ state }) => state !== 'cancelled');
  return held.filter(({ startsOn, endsOn }) => startsOn <= day.value && day.value <= endsOn);
};

const open = (reader: RowReader, session: KnownSession): KnownSession | null =>
  session.state === 'cancelled' ? reader.error('session_cancelled', 'session', { session: session.title }) : session;
