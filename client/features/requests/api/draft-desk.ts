import { call } from '#client/lib/call.ts';
import { ProblemError, hasCode, type CallError } from '#client/lib/call-error.ts';
import { newIdempotencyKey } from '#client/lib/idempotency.ts';
import {
  answersOf,
  bodyOf,
  clashingFields,
  sendable,
  typedSince,
  type Echo,
  type LineAnswers,
  type LineField,
  type LinePatch,
  type OrderView,
} from './draft-answers.ts';
import { readKept, writeKept } from './draft-kept.ts';

/** Somebody else has changed what is being typed here. */
export interface Clash {
  readonly fields: readonly LineField[];
  /** What they wrote; null when they took the power out of the draft. */
  readonly theirs: LineAnswers | null;
}

type Keyed<T> = Readonly<Record<string, T>>;

export interface DeskState {
  readonly order: OrderView;
  /** By item: what has been typed and not yet been acknowledged. */
  readonly typed: Keyed<LinePatch>;
  readonly echoes: Keyed<Echo>;
  /** The name of the draft, where it is not the one that the server holds. */
  readonly name: string | null;
  readonly clashes: Keyed<Clash>;
  /** By item ('' for the draft itself): why the server did not take it. */
  readonly refusals: Keyed<CallError>;
  /** What others did to this draft while it stood open here. */
  readonly news: readonly Change[];
  readonly phase: 'idle' | 'saving' | 'waiting' | 'gone';
  /** Why nothing could be saved just now; it is tried again. */
  readonly trouble: CallError | null;
}

export interface Change {
  readonly at: number;
  readonly actor: string;
  readonly action: string;
}

type Job = { readonly key: string } & (
  | { readonly kind: 'line'; readonly itemId: string; readonly patch: LinePatch; readonly answers: LineAnswers }
  | { readonly kind: 'drop'; readonly itemId: string }
  | { readonly kind: 'name'; readonly name: string }
);

export const emptyAnswers: LineAnswers = { need: '', cases: '', approach: '', officerIds: [], startWishOn: null, replacesGrantId: null };

const pauseBeforeSaving = 700;
const longestPause = 20_000;
const without = <T>(record: Keyed<T>, key: string): Keyed<T> => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/**
 * A draft that saves itself while it is filled in. One change is under way at a time, because each one moves the version of
 * the draft; a change whose answer was lost is sent again word for word before anything newer, so that nobody collides with
 * himself. When somebody else has changed the draft, what does not touch the same field is merged, the rest is for the person.
 */
export class DraftDesk {
  #state: DeskState;
  readonly #owner: string;
  readonly #onSaved: (order: OrderView) => void;
  readonly #listeners = new Set<() => void>();
  #removals: string[] = [];
  #job: Job | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #failures = 0;

  constructor(order: OrderView, owner: string, onSaved: (order: OrderView) => void) {
    this.#owner = owner;
    this.#onSaved = onSaved;
    const nothing = { typed: {}, echoes: {}, name: null, clashes: {}, refusals: {}, news: [], trouble: null };
    this.#state = { order, ...nothing, phase: 'idle' };
    const kept = readKept(owner, order.id);
    if (kept !== null) this.#state = { ...this.#state, ...this.#merged(order, kept.typed, kept.base) };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly state = (): DeskState => this.#state;

  /** Nothing waits to be saved, and nothing stands in the way. */
  get isSettled(): boolean {
    return this.#job === null && this.#next() === null && Object.keys(this.#state.typed).length === 0 && this.#state.name === null;
  }

  type(itemId: string, patch: LinePatch): void {
    const typed = { ...this.#state.typed, [itemId]: { ...this.#state.typed[itemId], ...patch } };
    this.#set({ typed, refusals: without(this.#state.refusals, itemId) });
    this.#soon();
  }

  rename(name: string): void {
    this.#set({ name: name.trim() === this.#state.order.name ? null : name, refusals: without(this.#state.refusals, '') });
    this.#soon();
  }

  /** Takes a power out of the draft, with whatever was typed about it. */
  drop(itemId: string): void {
    this.#set({ typed: without(this.#state.typed, itemId), clashes: without(this.#state.clashes, itemId) });
    this.#removals = [...this.#removals, itemId];
    void this.save();
  }

  /** Puts a power into the draft: a companion, or one that was taken out by mistake, with what was said of it. */
  put(itemId: string, answers: LineAnswers = emptyAnswers): void {
    this.#set({ typed: { ...this.#state.typed, [itemId]: { ...answers, ...this.#state.typed[itemId] } } });
    void this.save();
  }

  settle(itemId: string, whose: 'mine' | 'theirs'): void {
    const clash = this.#state.clashes[itemId];
    if (clash === undefined) return;
    const left = Object.entries(this.#state.typed[itemId] ?? {}).filter(([field]) => !clash.fields.includes(field as LineField));
    const kept = Object.fromEntries(left) as LinePatch;
    const typed =
      whose === 'mine'
        ? this.#state.typed
        : left.length === 0
          ? without(this.#state.typed, itemId)
          : { ...this.#state.typed, [itemId]: kept };
    this.#set({ clashes: without(this.#state.clashes, itemId), typed });
    void this.save();
  }

  forgetNews(): void {
    this.#set({ news: [] });
  }

  /** Saves at once; false when something is left that could not be saved. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running ??= this.#work().finally(() => (this.#running = null));
    await this.#running;
    return this.isSettled;
  }

  #soon(wait = pauseBeforeSaving): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), wait);
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    if (change.typed !== undefined) {
      const base = Object.fromEntries(this.#state.order.lines.map((line) => [line.itemId, answersOf(line)]));
      writeKept(this.#owner, this.#state.order.id, { typed: this.#state.typed, base });
    }
    for (const listener of this.#listeners) listener();
  }

  #held(itemId: string): LineAnswers | undefined {
    const line = this.#state.order.lines.find((one) => one.itemId === itemId);
    return line && answersOf(line);
  }

  #next(): Job | null {
    const key = newIdempotencyKey();
    const [dropped] = this.#removals;
    if (dropped !== undefined) return { kind: 'drop', key, itemId: dropped };
    const { typed, clashes, refusals, name } = this.#state;
    for (const [itemId, whole] of Object.entries(typed)) {
      const patch = sendable(whole);
      if (itemId in clashes || itemId in refusals || Object.keys(patch).length === 0) continue;
      return { kind: 'line', key, itemId, patch, answers: { ...(this.#held(itemId) ?? emptyAnswers), ...patch } };
    }
    return name === null || name.trim() === '' || '' in refusals ? null : { kind: 'name', key, name: name.trim() };
  }

  async #work(): Promise<void> {
    for (let job = this.#job ?? this.#next(); job !== null && this.#state.phase !== 'gone'; job = this.#next()) {
      this.#job = job;
      this.#set({ phase: 'saving' });
      try {
        const order = await this.#send(job);
        this.#job = null;
        this.#failures = 0;
        this.#acknowledge(job, order);
      } catch (error) {
        if (!(await this.#recover(job, error as CallError))) return;
      }
    }
    if (this.#state.phase !== 'gone') this.#set({ phase: 'idle', trouble: null });
  }

  async #send(job: Job): Promise<OrderView> {
    const { id: orderId, version } = this.#state.order;
    const idempotencyKey = job.key;
    switch (job.kind) {
      case 'line':
        return call('PUT /orders/{orderId}/lines/{itemId}', {
          params: { orderId, itemId: job.itemId },
          body: bodyOf(job.answers),
          version,
          idempotencyKey,
        });
      case 'drop':
        return call('DELETE /orders/{orderId}/lines/{itemId}', { params: { orderId, itemId: job.itemId }, version, idempotencyKey });
      case 'name':
        return call('PATCH /orders/{orderId}', { params: { orderId }, body: { name: job.name }, version, idempotencyKey });
    }
  }

  #acknowledge(job: Job, order: OrderView): void {
    const { typed, echoes, name } = this.#state;
    if (job.kind === 'drop') this.#removals = this.#removals.filter((itemId) => itemId !== job.itemId);
    if (job.kind === 'name') this.#set({ order, name: name?.trim() === job.name ? null : name, trouble: null });
    else if (job.kind === 'drop') this.#set({ order, echoes: without(echoes, job.itemId), trouble: null });
    else {
      const left = typedSince(typed[job.itemId] ?? {}, job.patch);
      const line = order.lines.find((one) => one.itemId === job.itemId);
      this.#set({
        order,
        typed: Object.keys(left).length === 0 ? without(typed, job.itemId) : { ...typed, [job.itemId]: left },
        echoes: line ? { ...echoes, [job.itemId]: { typed: { ...echoes[job.itemId]?.typed, ...job.patch }, held: answersOf(line) } } : echoes,
        trouble: null,
      });
    }
    this.#onSaved(order);
  }

  /** True when the work can go on. */
  async #recover(job: Job, error: CallError): Promise<boolean> {
    if (hasCode(error, 'version_stale')) return this.#catchUp(error.problem.changes ?? []);
    if (hasCode(error, 'order_submitted')) return this.#catchUp([]);
    if (hasCode(error, 'not_found') && job.kind === 'drop') return this.#catchUp([]);
    if (error instanceof ProblemError && error.problem.status < 500 && error.code !== 'too_many_attempts') {
      this.#job = null;
      const where = job.kind === 'line' ? job.itemId : '';
      if (job.kind === 'drop') this.#removals = this.#removals.filter((itemId) => itemId !== job.itemId);
      this.#set({ refusals: { ...this.#state.refusals, [where]: error } });
      return true;
    }
    this.#wait(error);
    return false;
  }

  /** Nobody answered, or nobody could: the same again later. */
  #wait(error: CallError): void {
    this.#failures += 1;
    this.#set({ phase: 'waiting', trouble: error });
    this.#soon(Math.min(longestPause, 1000 * 2 ** this.#failures));
  }

  async #catchUp(changes: readonly Change[]): Promise<boolean> {
    let order: OrderView;
    try {
      order = await call('GET /orders/{orderId}', { params: { orderId: this.#state.order.id } });
    } catch (error) {
      this.#job = null;
      if (hasCode(error, 'not_found')) this.#set({ phase: 'gone', news: [...this.#state.news, ...changes] });
      else this.#wait(error as CallError);
      return false;
    }
    this.#job = null;
    this.#removals = this.#removals.filter((itemId) => order.lines.some((line) => line.itemId === itemId));
    const base = Object.fromEntries(this.#state.order.lines.map((line) => [line.itemId, answersOf(line)]));
    const isGone = order.submittedAt !== null;
    this.#set({
      ...this.#merged(order, this.#state.typed, base),
      news: [...this.#state.news, ...changes],
      ...(isGone ? { phase: 'gone' } : {}),
    });
    this.#onSaved(order);
    return !isGone;
  }

  /** The draft as it now is, with what was typed on top, and where the two meet. */
  #merged(order: OrderView, typed: Keyed<LinePatch>, base: Keyed<LineAnswers>): Pick<DeskState, 'order' | 'typed' | 'clashes'> {
    const clashes: Record<string, Clash> = { ...this.#state.clashes };
    for (const [itemId, mine] of Object.entries(typed)) {
      const before = base[itemId];
      const line = order.lines.find((one) => one.itemId === itemId);
      if (before === undefined) continue;
      const theirs = line === undefined ? null : answersOf(line);
      const fields = theirs === null ? (Object.keys(mine) as LineField[]) : clashingFields(before, theirs, mine);
      if (fields.length > 0) clashes[itemId] = { fields: [...new Set([...(clashes[itemId]?.fields ?? []), ...fields])], theirs };
    }
    return { order, typed, clashes };
  }
}
