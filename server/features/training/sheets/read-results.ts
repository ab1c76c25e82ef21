import { countUnits, readAmount } from '#server/spreadsheets/amounts.ts';
import { readDay } from '#server/spreadsheets/cell-readings.ts';
import { said, type RowFinding, type SheetReading, type SheetRow } from '#server/spreadsheets/importing.ts';
import { RowReader, sheetReading, understood } from '#server/spreadsheets/row-reader.ts';
import { attendeeReader } from './match-attendee.ts';
import { sessionReader } from './match-session.ts';
import { resultWords, type KnownAttendee, type KnownSession, type ResultRecord, type ResultReference } from './result-sheet.ts';

/** Reads results of sessions that were held: people by township and name among those enrolled; what is recorded is not written over. */
export function readResults(rows: readonly SheetRow[], reference: ResultReference): SheetReading<ResultRecord | null> {
  const readers = rows.map((row) => new RowReader(row));
  const sessionOf = sessionReader(reference);
  const attendeeOf = attendeeReader(reference);
  const seen = new Map<string, number>();
  const recorded = new Map<KnownSession, number>();
  const understoodRows = readers.map((reader) => {
    const session = sessionOf(reader);
    const attendee = session && attendeeOf(reader, session);
    if (!session || !attendee) return null;
    const key = `${session.id}/${attendee.officerId}`;
    const before = seen.get(key);
    if (before !== undefined) return reader.error('duplicate_value', 'name', { rows: String(before) });
    seen.set(key, reader.row);
    const record = recordOf(reader, session, attendee, reference.today);
    if (reader.isFaulty()) return null;
    recorded.set(session, (recorded.get(session) ?? 0) + (record ? 1 : 0));
    return understood(reader.row, attendee.name, record, record ? null : []);
  });
  return sheetReading(readers, understoodRows, withoutResult(recorded));
}

/** What a row records; null where it says what is recorded already, or nothing. */
function recordOf(reader: RowReader, session: KnownSession, attendee: KnownAttendee, today: string): ResultRecord | null {
  const result = reader.word('result', resultWords);
  const score = reader.take('score', readAmount(reader.raw('score'), { units: countUnits, header: '', assumed: '分' }));
  if (score !== null && score > 1000) return reader.error('amount_too_large', 'score');
  if (attendee.result !== null) {
    const isSame = (result ?? attendee.result) === attendee.result && (score ?? attendee.score) === attendee.score;
    return isSame
      ? null
      : reader.error('result_recorded', 'result', { result: resultWords[attendee.result][0], score: attendee.score ?? '—' });
  }
  if (result === null) {
    if (!reader.isFaulty()) reader.note(score === null ? 'result_missing' : 'score_without_result', 'result');
    return null;
  }
  const heldOn = heldOnOf(reader, session, today);
  return heldOn === null ? null : { sessionId: session.id, heldOn, officerId: attendee.officerId, result, score };
}

function heldOnOf(reader: RowReader, { startsOn, endsOn }: KnownSession, today: string): string | null {
  const day = reader.take('heldOn', readDay(reader.raw('heldOn')));
  if (reader.isFaulty()) return null;
  if (day === null) {
    if (endsOn > today) return reader.error('required_empty', 'heldOn', {}, startsOn <= today ? today : '');
    reader.note('default_taken', 'heldOn', { value: endsOn });
    return endsOn;
  }
  if (day > today) return reader.error('day_in_future', 'heldOn', { day: today });
  return day < startsOn ? reader.error('day_outside_session', 'heldOn', { from: startsOn, to: endsOn }, endsOn) : day;
}

/** Whom a sheet says nothing of: their results may follow. */
function withoutResult(recorded: ReadonlyMap<KnownSession, number>): RowFinding[] {
  return [...recorded].flatMap(([session, count]) => {
    const left = session.attendees.filter(({ result }) => result === null).length - count;
    return left > 0 && count > 0 ? [said('note', 'attendees_without_result', { row: 0 }, { count: left, session: session.title })] : [];
  });
}
