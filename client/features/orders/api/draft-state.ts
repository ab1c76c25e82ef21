import type { CallError } from '#client/lib/call-error.ts';
import { answersOf, clashingFields, type Echo, type LineAnswers, type LineField, type LinePatch, type OrderView } from './draft-answers.ts';

export type Keyed<T> = Readonly<Record<string, T>>;

/** Somebody else has changed what is being typed here. */
export interface Clash {
  readonly powerName: string;
  readonly fields: readonly LineField[];
  /** What they wrote; null when they took the power out of the draft. */
  readonly theirs: LineAnswers | null;
}

export interface Change {
  readonly at: number;
  readonly actor: string;
  readonly action: string;
}

export interface DraftEditorState {
  readonly order: OrderView;
  /** By item: what has been typed and not yet been acknowledged. */
  readonly typed: Keyed<LinePatch>;
  readonly echoes: Keyed<Echo>;
  /** The name of the draft, where it is not the one that the server holds. */
  readonly name: string | null;
  /** Powers to be taken out. */
  readonly removals: readonly string[];
  readonly clashes: Keyed<Clash>;
  /** What the server held before the change that a clash is about. */
  readonly clashBases: Keyed<LineAnswers>;
  /** By item ('' for the draft itself): why the server did not take it. */
  readonly refusals: Keyed<CallError>;
  /** What others did to this draft while it stood open here. */
  readonly news: readonly Change[];
  readonly phase: 'idle' | 'saving' | 'waiting' | 'gone';
  /** Why nothing could be saved just now; it is tried again. */
  readonly trouble: CallError | null;
}

export const emptyAnswers: LineAnswers = { need: '', cases: '', approach: '', officerIds: [], startWishOn: null, replacesGrantId: null };

export const without = <T>(record: Keyed<T>, key: string): Keyed<T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

export function freshState(order: OrderView): DraftEditorState {
  const nothing = { typed: {}, echoes: {}, name: null, removals: [], clashes: {}, clashBases: {}, refusals: {}, news: [], trouble: null };
  return { order, ...nothing, phase: 'idle' };
}

/** What the server holds of each line, as far as this editor has taken note of it. */
export const basesOf = ({ order, clashBases }: DraftEditorState): Keyed<LineAnswers> => ({
  ...Object.fromEntries(order.lines.map((line) => [line.itemId, answersOf(line)])),
  ...clashBases,
});

/** The draft as it now is, with what was typed on top, and where the two meet. */
export function caughtUp(state: DraftEditorState, order: OrderView, typed = state.typed, bases = basesOf(state)): DraftEditorState {
  const clashes: Record<string, Clash> = { ...state.clashes };
  const clashBases: Record<string, LineAnswers> = { ...state.clashBases };
  for (const [itemId, mine] of Object.entries(typed)) {
    const line = order.lines.find((one) => one.itemId === itemId);
    // A power that is only being put in; if somebody else did so too, what they wrote must not be lost.
    const before = bases[itemId] ?? (line === undefined ? undefined : emptyAnswers);
    if (before === undefined) continue;
    const theirs = line === undefined ? null : answersOf(line);
    const fields = theirs === null ? (Object.keys(mine) as LineField[]) : clashingFields(before, theirs, mine);
    if (fields.length === 0) continue;
    clashBases[itemId] = before;
    const powerName = (line ?? state.order.lines.find((one) => one.itemId === itemId))?.powerName ?? clashes[itemId]?.powerName ?? '';
    clashes[itemId] = { powerName, fields: [...new Set([...(clashes[itemId]?.fields ?? []), ...fields])], theirs };
  }
  const removals = state.removals.filter((itemId) => order.lines.some((line) => line.itemId === itemId));
  return { ...state, order, typed, clashes, clashBases, removals };
}

/** A clash decided by the person: their own words stand, or those of the other. */
export function settled(state: DraftEditorState, itemId: string, whose: 'mine' | 'theirs'): DraftEditorState {
  const clash = state.clashes[itemId];
  if (clash === undefined) return state;
  const open = { ...state, clashes: without(state.clashes, itemId), clashBases: without(state.clashBases, itemId) };
  if (whose === 'mine') return open;
  const left = Object.entries(state.typed[itemId] ?? {}).filter(([field]) => !clash.fields.includes(field as LineField));
  const others = without(state.typed, itemId);
  return { ...open, typed: left.length === 0 ? others : { ...others, [itemId]: Object.fromEntries(left) } };
}
