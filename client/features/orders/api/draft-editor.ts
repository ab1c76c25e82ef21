import { call } from '#client/lib/call.ts';
import { ProblemError, type CallError } from '#client/lib/call-error.ts';
import type { LinePatch, OrderView } from './draft-answers.ts';
import { readStored, writeStored } from './draft-storage.ts';
import { basesOf, caughtUp, freshState, settled, without, type Change, type DraftEditorState } from './draft-state.ts';
import { afterWork, nextWork, sendWork, type Work } from './draft-work.ts';

const pauseBeforeSaving = 700;
const longestPause = 20_000;

/**
 * A draft that saves itself while it is filled in. One change is under way at a time, because each one moves the version of
 * the draft; a change whose answer was lost is sent again word for word before anything newer: the server finds it done, and
 * a person does not conflict with their own change. When somebody else has changed the draft, what does not touch the same field is merged, the rest is for the person.
 */
export class DraftEditor {
  #state: DraftEditorState;
  readonly #owner: string;
  readonly #onSaved: (order: OrderView) => void;
  readonly #listeners = new Set<() => void>();
  #sent: Work | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #failures = 0;

  constructor(order: OrderView, owner: string, onSaved: (order: OrderView) => void) {
    this.#owner = owner;
    this.#onSaved = onSaved;
    this.#state = freshState(order);
    const stored = readStored(owner, order.id);
    if (stored !== null) this.#state = caughtUp(this.#state, order, stored.typed, stored.base);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  readonly state = (): DraftEditorState => this.#state;

  /** Everything typed has been acknowledged. */
  get isSettled(): boolean {
    const { typed, name, removals } = this.#state;
    return this.#sent === null && Object.keys(typed).length === 0 && name === null && removals.length === 0;
  }

  type(itemId: string, patch: LinePatch): void {
    const typed = { ...this.#state.typed, [itemId]: { ...this.#state.typed[itemId], ...patch } };
    this.#set({ typed, refusals: without(this.#state.refusals, itemId) });
    this.#soon(pauseBeforeSaving);
  }

  rename(name: string): void {
    this.#set({ name: name.trim() === this.#state.order.name ? null : name, refusals: without(this.#state.refusals, '') });
    this.#soon(pauseBeforeSaving);
  }

  /** Takes a power out of the draft, with whatever was typed about it. */
  drop(itemId: string): void {
    const { typed, clashes, refusals, removals } = this.#state;
    const rest = { typed: without(typed, itemId), clashes: without(clashes, itemId), refusals: without(refusals, itemId) };
    this.#set({ ...rest, removals: [...removals, itemId] });
    void this.save();
  }

  /** Puts a power into the draft: a companion, or one that was taken out by mistake, with what was said of it. */
  put(itemId: string, answers: LinePatch = { replacesGrantId: null }): void {
    this.#set({ typed: { ...this.#state.typed, [itemId]: { ...answers, ...this.#state.typed[itemId] } } });
    void this.save();
  }

  settle(itemId: string, whose: 'mine' | 'theirs'): void {
    this.#set(settled(this.#state, itemId, whose));
    void this.save();
  }

  forgetNews(): void {
    this.#set({ news: [] });
  }

  /** Saves at once; false when something is left that could not be saved. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#running ??= this.#saveAll().finally(() => (this.#running = null));
    await this.#running;
    return this.isSettled;
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), wait);
  }

  #set(change: Partial<DraftEditorState>): void {
    this.#state = { ...this.#state, ...change };
    if (change.typed !== undefined)
      writeStored(this.#owner, this.#state.order.id, { typed: this.#state.typed, base: basesOf(this.#state) });
    for (const listener of this.#listeners) listener();
  }

  async #saveAll(): Promise<void> {
    let isGoingOn = this.#state.phase !== 'gone';
    while (isGoingOn) {
      const work = this.#sent ?? nextWork(this.#state);
      if (work === null) {
        this.#set({ phase: 'idle', trouble: null });
        return;
      }
      isGoingOn = await this.#saveOne(work);
    }
  }

  /** False when it cannot go on now. */
  async #saveOne(work: Work): Promise<boolean> {
    this.#sent ??= work;
    this.#set({ phase: 'saving' });
    try {
      const order = await sendWork(this.#state.order, work);
      this.#sent = null;
      this.#failures = 0;
      this.#set(afterWork(this.#state, work, order));
      this.#onSaved(order);
      return true;
    } catch (error) {
      return this.#recover(work, error);
    }
  }

  async #recover(work: Work, error: unknown): Promise<boolean> {
    if (!(error instanceof ProblemError) || error.problem.status >= 500 || error.code === 'too_many_attempts') return this.#wait(error);
    this.#sent = null;
    const { code, problem } = error;
    if (code === 'version_stale' || code === 'order_submitted') return this.#catchUp(problem.changes ?? []);
    const { removals, refusals } = this.#state;
    const where = work.kind === 'line' ? work.itemId : '';
    const left = work.kind === 'drop' ? removals.filter((itemId) => itemId !== work.itemId) : removals;
    this.#set({ removals: left, ...(work.kind === 'drop' ? {} : { refusals: { ...refusals, [where]: error } }) });
    // The line to be dropped is gone, or the whole draft is: the draft itself tells.
    return code === 'not_found' ? this.#catchUp([]) : true;
  }

  /** The server did not answer, or was not able to: the same again later. */
  #wait(error: unknown): false {
    this.#failures += 1;
    this.#set({ phase: 'waiting', trouble: error as CallError });
    this.#soon(Math.min(longestPause, 1000 * 2 ** this.#failures));
    return false;
  }

  async #catchUp(changes: readonly Change[]): Promise<boolean> {
    const news = [...this.#state.news, ...changes];
    try {
      const order = await call('GET /orders/{orderId}', { params: { orderId: this.#state.order.id } });
      const isGone = order.submittedAt !== null;
      this.#set({ ...caughtUp(this.#state, order), news, ...(isGone ? { phase: 'gone' } : {}) });
      this.#onSaved(order);
      return !isGone;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'not_found') return this.#wait(error);
      this.#set({ phase: 'gone', news });
      return false;
    }
  }
}
