import { overlap } from './intervals.ts';
import type { Holding, LedgerChange, Suspension } from './ledger.ts';
import type { EndKind, SuspensionKind } from '../values/words.ts';

/** A ledger entry as stored: the change in columns. Entries are ordered by `sequence`, never by time (RULES.md R11). */
export interface LedgerEntry {
  readonly sequence: number;
  readonly recordedAt: number;
  readonly kind: LedgerChange['kind'];
  readonly grantId: string;
  readonly powerId: string;
  readonly townshipId: string;
  readonly suspensionId: string | null;
  readonly effectiveAt: number;
  readonly untilAt: number | null;
  readonly detail: Readonly<Record<string, string | number | null>>;
}

/** What stands in the tables, or follows from the entries: each holding by grant, each suspension by id, why holdings end. */
export interface LedgerState {
  readonly holdings: ReadonlyMap<string, Holding>;
  readonly suspensions: ReadonlyMap<string, Suspension>;
  readonly endKinds: ReadonlyMap<string, EndKind>;
}

/** A contradiction in the ledger, with the entry where it shows (or null) and the grant. */
export interface LedgerFault {
  readonly kind:
    | 'sequence_gap'
    | 'opened_twice'
    | 'unknown_holding'
    | 'unknown_suspension'
    | 'reversed'
    | 'past_changed'
    | 'holdings_overlap'
    | 'suspensions_overlap'
    | 'missing_row'
    | 'unexplained_row'
    | 'row_differs'
    | 'end_kind_differs';
  readonly sequence: number | null;
  readonly grantId: string;
}

export const emptyLedger: LedgerState = { holdings: new Map(), suspensions: new Map(), endKinds: new Map() };

type EntryColumns = Pick<LedgerEntry, 'kind' | 'grantId' | 'suspensionId' | 'effectiveAt' | 'untilAt' | 'detail'>;

/** The columns of the entry that records a change (RULES.md 7.18). */
export function entryOf(change: LedgerChange): EntryColumns {
  const { kind, grantId } = change;
  switch (change.kind) {
    case 'holding_opened':
      return { kind, grantId, suspensionId: null, effectiveAt: change.fromAt, untilAt: change.toAt, detail: {} };
    case 'end_set':
      return { kind, grantId, suspensionId: null, effectiveAt: change.toAt, untilAt: null, detail: { endKind: change.endKind } };
    case 'end_cleared':
      return { kind, grantId, suspensionId: null, effectiveAt: change.toAt, untilAt: null, detail: {} };
    case 'suspension_set': {
      const { suspensionId, fromAt, toAt, suspensionKind } = change;
      return { kind, grantId, suspensionId, effectiveAt: fromAt, untilAt: toAt, detail: { suspensionKind } };
    }
    case 'suspension_end_set':
      return { kind, grantId, suspensionId: change.suspensionId, effectiveAt: change.toAt, untilAt: null, detail: {} };
  }
}

/** The change that an entry records, the way back from `entryOf` (RULES.md 7.18). */
export function changeOf(entry: LedgerEntry): LedgerChange {
  const { grantId, powerId, townshipId, effectiveAt } = entry;
  const suspensionId = entry.suspensionId ?? '';
  const untilAt = entry.untilAt ?? effectiveAt;
  switch (entry.kind) {
    case 'holding_opened':
      return { kind: 'holding_opened', grantId, powerId, townshipId, fromAt: effectiveAt, toAt: untilAt };
    case 'end_set':
      return { kind: 'end_set', grantId, toAt: effectiveAt, endKind: entry.detail['endKind'] as EndKind };
    case 'end_cleared':
      return { kind: 'end_cleared', grantId, toAt: effectiveAt };
    case 'suspension_set': {
      const suspensionKind = entry.detail['suspensionKind'] as SuspensionKind;
      return { kind: 'suspension_set', suspensionId, grantId, suspensionKind, fromAt: effectiveAt, toAt: untilAt };
    }
    case 'suspension_end_set':
      return { kind: 'suspension_end_set', suspensionId, grantId, toAt: effectiveAt };
  }
}

/** The ledger after one change; a change of something unknown leaves it alone (RULES.md 7.18). */
export function applyChange(state: LedgerState, change: LedgerChange): LedgerState {
  const holdings = new Map(state.holdings);
  const suspensions = new Map(state.suspensions);
  const endKinds = new Map(state.endKinds);
  applyTo({ holdings, suspensions, endKinds }, change);
  return { holdings, suspensions, endKinds };
}

interface OpenLedger {
  readonly holdings: Map<string, Holding>;
  readonly suspensions: Map<string, Suspension>;
  readonly endKinds: Map<string, EndKind>;
}

function applyTo(state: OpenLedger, change: LedgerChange): void {
  const { grantId } = change;
  const holding = state.holdings.get(grantId);
  if (change.kind === 'holding_opened') {
    const { powerId, townshipId, fromAt, toAt } = change;
    state.holdings.set(grantId, { grantId, powerId, townshipId, fromAt, toAt });
  } else if (change.kind === 'suspension_set') {
    const { suspensionId, suspensionKind, fromAt, toAt } = change;
    state.suspensions.set(suspensionId, { id: suspensionId, grantId, kind: suspensionKind, fromAt, toAt });
  } else if (change.kind === 'suspension_end_set') {
    const suspension = state.suspensions.get(change.suspensionId);
    if (suspension) state.suspensions.set(suspension.id, { ...suspension, toAt: change.toAt });
  } else if (holding) {
    state.holdings.set(grantId, { ...holding, toAt: change.toAt });
    if (change.kind === 'end_set') state.endKinds.set(grantId, change.endKind);
    else state.endKinds.delete(grantId);
  }
}

// An entry may plan the future from its own moment on; only what is opened by import may lie in the past.
function faultOf(state: LedgerState, change: LedgerChange, recordedAt: number): LedgerFault['kind'] | null {
  const holding = state.holdings.get(change.grantId);
  if (change.kind === 'holding_opened') {
    if (holding) return 'opened_twice';
    return change.fromAt > change.toAt ? 'reversed' : null;
  }
  if (!holding) return 'unknown_holding';
  if (change.kind === 'suspension_set') {
    if (change.fromAt > change.toAt) return 'reversed';
    return change.fromAt < recordedAt ? 'past_changed' : null;
  }
  const before = change.kind === 'suspension_end_set' ? state.suspensions.get(change.suspensionId) : holding;
  if (!before) return 'unknown_suspension';
  if (change.toAt < before.fromAt) return 'reversed';
  return before.toAt < recordedAt || change.toAt < recordedAt ? 'past_changed' : null;
}

/** Rebuilds all holdings and suspensions from the entries alone and names every contradiction (RULES.md 7.18). */
export function foldLedger(entries: Iterable<LedgerEntry>): { readonly state: LedgerState; readonly faults: LedgerFault[] } {
  const state: OpenLedger = { holdings: new Map(), suspensions: new Map(), endKinds: new Map() };
  const faults: LedgerFault[] = [];
  let expected = 1;
  for (const entry of entries) {
    const { sequence, grantId } = entry;
    if (sequence !== expected) faults.push({ kind: 'sequence_gap', sequence, grantId });
    expected = sequence + 1;
    const change = changeOf(entry);
    const kind = faultOf(state, change, entry.recordedAt);
    if (kind) faults.push({ kind, sequence, grantId });
    else applyTo(state, change);
  }
  return { state, faults: [...faults, ...overlapsIn(state)] };
}

function clashes<T extends Holding | Suspension>(rows: Iterable<T>, keyOf: (row: T) => string, kind: LedgerFault['kind']): LedgerFault[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()].flatMap((group) => {
    const ordered = group.filter((row) => row.fromAt < row.toAt).sort((a, b) => a.fromAt - b.fromAt);
    return ordered
      .filter((row, index) => index > 0 && overlap(ordered[index - 1] ?? row, row))
      .map((row) => ({ kind, sequence: null, grantId: row.grantId }));
  });
}

/** Holdings of one power and township, or suspensions of one grant, that share an instant (RULES.md 7.1, 6.10). */
export function overlapsIn(state: LedgerState): LedgerFault[] {
  return [
    ...clashes(state.holdings.values(), (row) => `${row.powerId}\n${row.townshipId}`, 'holdings_overlap'),
    ...clashes(state.suspensions.values(), (row) => row.grantId, 'suspensions_overlap'),
  ];
}

interface StoredRow {
  readonly grantId: string;
  readonly fromAt: number;
  readonly toAt: number;
}

function differences(expected: ReadonlyMap<string, StoredRow>, stored: ReadonlyMap<string, StoredRow>): LedgerFault[] {
  const faults: LedgerFault[] = [];
  for (const [key, row] of expected) {
    const found = stored.get(key);
    if (!found) faults.push({ kind: 'missing_row', sequence: null, grantId: row.grantId });
    else if (found.fromAt !== row.fromAt || found.toAt !== row.toAt || found.grantId !== row.grantId)
      faults.push({ kind: 'row_differs', sequence: null, grantId: row.grantId });
  }
  for (const [key, row] of stored) if (!expected.has(key)) faults.push({ kind: 'unexplained_row', sequence: null, grantId: row.grantId });
  return faults;
}

// A term that runs out is no act and has no entry.
function endKindDifferences(expected: LedgerState, stored: LedgerState): LedgerFault[] {
  const told = (kind: EndKind | undefined): EndKind | null => (kind === undefined || kind === 'expired' ? null : kind);
  return [...expected.holdings.keys()]
    .filter((grantId) => told(expected.endKinds.get(grantId)) !== told(stored.endKinds.get(grantId)))
    .map((grantId) => ({ kind: 'end_kind_differs', sequence: null, grantId }));
}

/** Proves that the tables say what the entries say, for `doctor`; an empty list is the proof (RULES.md 7.18). */
export function proveLedger(entries: Iterable<LedgerEntry>, stored: LedgerState): LedgerFault[] {
  const { state, faults } = foldLedger(entries);
  return [
    ...faults,
    ...differences(state.holdings, stored.holdings),
    ...differences(state.suspensions, stored.suspensions),
    ...endKindDifferences(state, stored),
    ...overlapsIn(stored),
  ];
}
