import type { Db } from '#db/connection.ts';
import { hasRole } from '#server/domain/people/actor.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { rosterScope } from '#server/domain/people/visibility.ts';
import { countySettings, organisationsOfKind } from '#server/features/organisations/index.ts';
import type { Act } from '#server/records/change.ts';
import { importerOf, type AnyImporter, type Importer, type ImportScope, type ReadRow } from '#server/spreadsheets/importing.ts';
import { attendeesOf, courseCertificatesOf, officersOf, sessionById, sessionRows } from './queries.ts';
import { readResults } from './sheets/read-results.ts';
import {
  cellsOfAttendee,
  placelessResultColumns,
  resultColumns,
  type KnownSession,
  type ResultRecord,
  type ResultReference,
} from './sheets/result-sheet.ts';
import type { TrainingHooks } from './rosters.ts';
import { writeResults } from './write-results.ts';

function knownSessions(db: Db, { sessionId }: ImportScope): KnownSession[] {
  return sessionRows(db)
    .filter(({ session }) => sessionId === undefined || session.id === sessionId)
    .map(({ session, courseName }) => {
      const { id, title, startsOn, endsOn, state } = session;
      const heldOn = new Map(courseCertificatesOf(db, id).map(({ officerId, fromAt }) => [officerId, dayOf(fromAt)]));
      const attendees = attendeesOf(db, id).map((one) => ({ ...one, heldOn: heldOn.get(one.officerId) ?? null }));
      return { id, courseName, title, startsOn, endsOn, state, attendees };
    });
}

/** Results of training sessions: who passes holds the course's certificate, as when the officer records them by hand. */
export function trainingResultImporter(hooks: TrainingHooks): AnyImporter {
  const importer: Importer<ResultReference, ResultRecord | null> = {
    kind: 'training_results',
    roles: ['training_officer'],
    readers: ['auditor'],
    scopeKeys: ['sessionId'],
    scopes(db, actor, purpose) {
      const mayAll = purpose === 'export' ? rosterScope(actor) === 'all' : hasRole(actor, 'training_officer');
      if (!mayAll) return [];
      const open = sessionRows(db).filter(({ session }) => purpose === 'export' || session.state !== 'cancelled');
      return [
        { scope: {}, name: countySettings(db).settings.countyName },
        ...open.map(({ session, courseName }) => ({ scope: { sessionId: session.id }, name: nameOf(session.title, courseName) })),
      ];
    },
    describeScope(db, { sessionId }) {
      if (sessionId === undefined) return { name: countySettings(db).settings.countyName, isOpen: true };
      const session = sessionById(db, sessionId);
      return session ? { name: session.title, isOpen: session.state !== 'cancelled' } : null;
    },
    columns: resultColumns,
    placeless: placelessResultColumns,
    isPersonal: true,
    loadReference: (db, scope, now) => ({
      today: dayOf(now),
      countyName: countySettings(db).settings.countyName,
      sessionId: scope['sessionId'] ?? null,
      sessions: knownSessions(db, scope),
      townships: organisationsOfKind(db, 'township').map(({ id, name, shortName, divisionCode }) => ({
        id,
        name,
        shortName,
        divisionCode,
      })),
      roster: officersOf(db, { scope: 'all', today: dayOf(now), withLeft: false }).map(({ name, townshipId }) => ({ name, townshipId })),
    }),
    read: readResults,
    apply(act, rows) {
      for (const { sessionId, heldOn, results } of bySessionAndDay(rows)) writeSession(act, sessionId, heldOn, results, hooks);
    },
    *exported(db, scope) {
      for (const session of knownSessions(db, scope))
        if (session.state !== 'cancelled') for (const attendee of session.attendees) yield cellsOfAttendee(session, attendee);
    },
  };
  return importerOf(importer);
}

const nameOf = (title: string, courseName: string): string => (title.includes(courseName) ? title : `${courseName} · ${title}`);

function bySessionAndDay(rows: readonly ReadRow<ResultRecord | null>[]) {
  const groups = new Map<string, { sessionId: string; heldOn: string; results: ResultRecord[] }>();
  for (const { record } of rows) {
    if (!record) continue;
    const { sessionId, heldOn } = record;
    const key = `${sessionId}/${heldOn}`;
    const group = groups.get(key) ?? { sessionId, heldOn, results: [] };
    group.results.push(record);
    groups.set(key, group);
  }
  return groups.values();
}

function writeSession(act: Act, sessionId: string, heldOn: string, records: readonly ResultRecord[], hooks: TrainingHooks): void {
  const session = sessionById(act.tx, sessionId);
  const results = records.map(({ officerId, result, score }) => ({ officerId, result, score }));
  if (!session || !writeResults(act, session, heldOn, results, hooks))
    throw new Error(`session ${sessionId} changed inside its own transaction`);
}
