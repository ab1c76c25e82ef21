import { pageOf } from '#server/platform/list-page.ts';
import type {
  addStatute as addContract,
  addStatuteVersion as addVersionContract,
  editStatute as editContract,
  editStatuteVersion as editVersionContract,
  listStatutes as listContract,
  readStatute as readContract,
} from '#contract/statutes.ts';
import type { Db } from '#db/connection.ts';
import { titleOf } from '#server/domain/law/statutes.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { answered, type CallOf, notFound, refuse } from '#server/platform/binding.ts';
import { changeOnce, presentFound } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { presentRows, presentStatute, presentVersion } from './present.ts';
import { seesDrafts } from './read-changes.ts';
import { isCited, statuteById, statuteByTitle, statutePage, versionById, versionsOf, type StatuteRow, type VersionRow } from './queries.ts';
import { insertStatute, insertVersion, updateStatute, updateVersion } from './store.ts';

export const listStatutes = (ports: Ports) => (call: CallOf<typeof listContract>) => {
  const { q, state, cursor, limit = 50 } = call.query;
  const { rows, total, isTotalExact } = statutePage(ports.db, { q, state, today: dayOf(call.now), after: cursor, limit });
  const { shown, nextCursor } = pageOf(rows, limit, ({ id }) => id);
  return answered({ items: presentRows(ports.db, shown, call.now), nextCursor, total, isTotalExact });
};

export const readStatute = (ports: Ports) => (call: CallOf<typeof readContract>) => {
  const row = statuteById(ports.db, call.params.statuteId);
  return row ? answered(presentStatute(ports.db, row, call.now, seesDrafts(call.actor))) : notFound;
};

export function demandStatute(db: Db, id: string): StatuteRow {
  const row = statuteById(db, id);
  if (!row) throw new Error(`statute ${id} is referred to but missing`);
  return row;
}
export function demandVersion(db: Db, id: string): VersionRow {
  const row = versionById(db, id);
  if (!row) throw new Error(`statute version ${id} is referred to but missing`);
  return row;
}

const statuteAgain = ({ now }: { readonly now: number }) => presentFound(statuteById, (row, db) => presentStatute(db, row, now));
export const versionAgain = ({ now }: { readonly now: number }) => presentFound(versionById, (row, db) => presentVersion(db, row, now));

/** Registers a statute: from now on menus can cite it, and a search finds it. */
export const addStatute = (ports: Ports) => (call: CallOf<typeof addContract>) =>
  changeOnce(ports, call, statuteAgain(call), (act) => {
    const { kind, versionOn } = call.body;
    const title = titleOf(call.body.title);
    if (statuteByTitle(act.tx, title)) return refuse('statute_title_taken', { title }, ['/title']);
    const id = act.newId();
    insertStatute(act.tx, { id, title, kind, version: 1, createdAt: call.now });
    insertVersion(act.tx, { id: act.newId(), statuteId: id, versionOn, endBasis: '', version: 1, createdAt: call.now });
    act.record({ action: 'statute_added', subjectKind: 'statute', subjectId: id, detail: { title, kind, versionOn } });
    return { kind: 'done', value: presentStatute(act.tx, demandStatute(act.tx, id), call.now) };
  });

/** A slip is corrected. The title is what citations are found by, so it stays once something cites it. */
export const editStatute = (ports: Ports) => (call: CallOf<typeof editContract>) =>
  changeOnce(ports, call, statuteAgain(call), (act) => {
    const row = statuteById(act.tx, call.params.statuteId);
    if (!row) return notFound;
    const stale = refuseStale(act.tx, row, call.expectedVersion);
    if (stale) return stale;
    const title = titleOf(call.body.title);
    const { kind } = call.body;
    if (title !== row.title && statuteByTitle(act.tx, title)) return refuse('statute_title_taken', { title }, ['/title']);
    if (title !== row.title && isCited(act.tx, row.title)) return refuse('statute_in_use', { title: row.title }, ['/title']);
    if (!updateStatute(act.tx, row.id, call.expectedVersion, { title, kind })) return staleVersion(act.tx, row, call.expectedVersion);
    const detail = { before: { title: row.title, kind: row.kind }, after: { title, kind } };
    act.record({ action: 'statute_corrected', subjectKind: 'statute', subjectId: row.id, detail });
    return { kind: 'done', value: presentStatute(act.tx, demandStatute(act.tx, row.id), call.now) };
  });

export const addStatuteVersion = (ports: Ports) => (call: CallOf<typeof addVersionContract>) =>
  changeOnce(ports, call, statuteAgain(call), (act) => {
    const row = statuteById(act.tx, call.params.statuteId);
    if (!row) return notFound;
    const { versionOn } = call.body;
    if (versionsOf(act.tx, row.id).some((one) => one.versionOn === versionOn)) return versionTaken(versionOn);
    const id = act.newId();
    insertVersion(act.tx, { id, statuteId: row.id, versionOn, endBasis: '', version: 1, createdAt: call.now });
    act.record({
      action: 'statute_version_added',
      subjectKind: 'statute_version',
      subjectId: id,
      detail: { statuteId: row.id, versionOn },
    });
    return { kind: 'done', value: presentStatute(act.tx, row, call.now) };
  });

const versionTaken = (versionOn: string) => refuse('statute_version_taken', { versionOn }, ['/versionOn']);

export const editStatuteVersion = (ports: Ports) => (call: CallOf<typeof editVersionContract>) =>
  changeOnce(ports, call, versionAgain(call), (act) => {
    const row = versionById(act.tx, call.params.versionId);
    if (!row) return notFound;
    const stale = refuseStale(act.tx, row, call.expectedVersion, versionActs);
    if (stale) return stale;
    const { versionOn } = call.body;
    if (isCited(act.tx, row.title, row.versionOn)) return refuse('statute_in_use', { title: row.title }, ['/versionOn']);
    if (versionsOf(act.tx, row.statuteId).some((one) => one.id !== row.id && one.versionOn === versionOn)) return versionTaken(versionOn);
    if (row.endedOn !== null && row.endedOn <= versionOn) return refuse('period_reversed', {}, ['/versionOn']);
    if (!updateVersion(act.tx, row.id, call.expectedVersion, { versionOn })) return staleMark(act.tx, row, call.expectedVersion);
    const detail = { before: row.versionOn, after: versionOn };
    act.record({ action: 'statute_version_corrected', subjectKind: 'statute_version', subjectId: row.id, detail });
    return { kind: 'done', value: presentVersion(act.tx, demandVersion(act.tx, row.id), call.now) };
  });

/** Reviews are told of a version too, but make no new version of it. */
export const versionActs = ['statute_version_corrected', 'statute_ended', 'statute_end_undone'];
export const staleMark = (db: Db, row: VersionRow, seen: number) => staleVersion(db, row, seen, versionActs);
