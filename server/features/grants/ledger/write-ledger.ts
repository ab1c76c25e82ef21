import type { LedgerChange } from '#server/domain/ledger/ledger.ts';
import type { Act } from '#server/records/change.ts';
import { assembleGrant, demandGrant, type GrantRecord } from './grant-record.ts';
import { applyChanges, type Recording } from './ledger-store.ts';
import type { GrantRow, GrantRows, RecallRow, ReturnRow, SuspensionRow } from '../queries.ts';
import type { Told } from './told.ts';
import { appendEvent, insertGrant, nextVersion, type GrantFields } from '../store.ts';

/** What an act does to one grant that is there already. */
export interface Move {
  readonly grant: GrantRecord;
  readonly changes: readonly LedgerChange[];
  readonly told: Told;
  readonly fields?: GrantFields;
  /** Why a suspension that begins with it begins. */
  readonly reason?: string;
  /** The return or recall that the act has written. */
  readonly returned?: ReturnRow;
  readonly recalled?: RecallRow;
}

/** A grant that an act brings into being. */
export interface Opening {
  readonly row: GrantRow;
  readonly holding: LedgerChange;
  readonly told: Told;
}

/** Writes a grant and its holding; answers its file. */
export function writeOpening(act: Act, { row, holding, told }: Opening): GrantRecord {
  insertGrant(act.tx, row);
  applyChanges(act.tx, row, [holding], { now: act.now, reason: '' });
  tell(act, row, told);
  return demandGrant(act, row.id);
}

/** Writes the next version of a grant; answers the file as it then is, without reading it again. */
export function writeMove(act: Act, move: Move): GrantRecord {
  const { row } = move.grant;
  // An end that an act sets is the grant's own, until its penalties say otherwise.
  const isOwnEnd = move.changes.some(({ kind }) => kind === 'end_set' || kind === 'end_cleared');
  const fields = { ...(isOwnEnd ? { endsWithGrantId: null } : {}), ...move.fields };
  nextVersion(act.tx, row.id, row.version, fields);
  tell(act, row, move.told);
  const next = { ...move.grant, row: { ...row, ...fields, version: row.version + 1 } };
  return writeChanges(act, withCases(next, move), move.changes, move.reason);
}

/** Writes what follows from an act on the same grant: no version and no entry of its own. */
export function writeChanges(act: Act, grant: GrantRecord, changes: readonly LedgerChange[], reason = ''): GrantRecord {
  const recording = { now: act.now, reason };
  applyChanges(act.tx, grant.row, changes, recording);
  return withChanges(grant, changes, recording);
}

/** The file of a grant after changes of the ledger. */
export const withChanges = (grant: GrantRecord, changes: readonly LedgerChange[], recording: Recording): GrantRecord =>
  assembleGrant(changes.reduce<GrantRows>((rows, change) => changed(rows, change, recording), grant));

function tell(act: Act, { id, powerId, townshipId, departmentId }: GrantRow, { event, record, by, payload }: Told): void {
  if (event !== null) appendEvent(act.tx, { id: act.newId(), grantId: id, at: act.now, ...by, ...event });
  const outbox = { kind: record.action, payload: { powerId, townshipId, departmentId, ...payload } };
  act.record({ ...record, subjectKind: 'grant', subjectId: id, outbox });
}

function withCases(grant: GrantRecord, { returned, recalled }: Pick<Move, 'returned' | 'recalled'>): GrantRecord {
  const put = <Row extends { readonly id: string }>(rows: readonly Row[], one: Row | undefined): readonly Row[] =>
    one === undefined ? rows : [...rows.filter(({ id }) => id !== one.id), one];
  return { ...grant, returnRows: put(grant.returnRows, returned), recallRows: put(grant.recallRows, recalled) };
}

function changed(grant: GrantRows, change: LedgerChange, { reason, now }: Recording): GrantRows {
  const { row, period, suspensionRows } = grant;
  switch (change.kind) {
    case 'holding_opened':
      throw new Error('a holding is opened with its grant');
    case 'end_set':
    case 'end_cleared': {
      const endKind = change.kind === 'end_set' ? change.endKind : null;
      return { ...grant, row: { ...row, endKind }, period: { ...period, toAt: change.toAt } };
    }
    case 'suspension_set': {
      const { suspensionId: id, suspensionKind: kind, grantId, fromAt, toAt } = change;
      const opened: SuspensionRow = { id, kind, grantId, fromAt, toAt, reason: kind === 'lapse' ? '' : reason, createdAt: now };
      return { ...grant, suspensionRows: [...suspensionRows, opened].sort((a, b) => a.fromAt - b.fromAt) };
    }
    case 'suspension_end_set': {
      const ended = (one: SuspensionRow): SuspensionRow => (one.id === change.suspensionId ? { ...one, toAt: change.toAt } : one);
      return { ...grant, suspensionRows: suspensionRows.map(ended) };
    }
  }
}
