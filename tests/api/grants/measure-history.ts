import fc from 'fast-check';
import type { GrantDetail } from '#contract/grants/grant-file.ts';
import { FOREVER, addDays, dayOf, startOfDay } from '#server/domain/time/time.ts';
import { grantsRoutes } from '#server/features/grants/routes.ts';
import type { Person, PowerKey } from '#tests/builders/county.ts';
import { measure, penalty, servesBoth } from '#tests/builders/measures.ts';
import { exchanging } from '#tests/builders/swaps.ts';
import type { TestApp } from '#tests/support/app.ts';
import { actorOf, tryGrant, trySwap } from './given.ts';

/** A measure, the two penalties that it serves, and powers that stand for anything else. */
const powers = [measure, penalty, 'ditch', 'relief', 'litter', 'populous'] as const satisfies readonly PowerKey[];
export const kinds = ['grant', 'swap', 'undo', 'return', 'accept', 'cancel', 'recall', 'suspend', 'resume'] as const;
export type Kind = (typeof kinds)[number];
const often = ['swap', 'swap', 'undo', 'undo', 'return', 'return', 'cancel'] as const;

export const step = fc.record({
  kind: fc.constantFrom<Kind>(...kinds, ...often),
  /** Which of the grants that the act could be about, and of the powers that it could give. */
  pick: fc.nat(11),
  other: fc.nat(11),
  /** Days that pass before the act. */
  wait: fc.constantFrom(0, 0, 0, 0, 1, 20),
  /** Days from then to what the act sets. */
  ahead: fc.constantFrom(0, 10, 20, 30, 40, 60),
  termMonths: fc.constantFrom(null, null, null, null, 2, 4),
});
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Which grants an act could be about. */
const candidates = {
  swap: 'h.from_at <= :now',
  undo: 'h.from_at > :now AND EXISTS (SELECT 1 FROM grants g JOIN requests r ON r.id = g.request_id WHERE g.id = h.grant_id AND r.replaces_grant_id IS NOT NULL)',
  return: 'h.from_at <= :now',
  accept: "EXISTS (SELECT 1 FROM return_cases c WHERE c.grant_id = h.grant_id AND c.state = 'filed')",
  cancel: "EXISTS (SELECT 1 FROM return_cases c WHERE c.grant_id = h.grant_id AND c.state <> 'cancelled')",
  recall: '1',
  suspend: 'h.from_at <= :now',
  resume: "EXISTS (SELECT 1 FROM suspensions s WHERE s.grant_id = h.grant_id AND s.kind = 'decision' AND s.to_at > :now)",
} as const satisfies Record<Exclude<Kind, 'grant'>, string>;

const none = { query: {}, idempotency: null, address: '', userAgent: '' } as const;

/** What people of east and of the county do to the grants of east. */
export class History {
  constructor(private readonly app: TestApp) {}

  /** East holds the measure and what it serves, or one of the two. */
  async begin(hasBoth: boolean): Promise<void> {
    for (const power of [penalty, ...(hasBoth ? (['ditch'] as const) : []), measure] as const)
      await this.grant(power, { startsAt: this.app.clock.now(), termMonths: null });
  }

  /** Does one act if it is allowed; answers whether it was done. */
  async play({ kind, pick, other, wait, ahead, termMonths }: Step): Promise<boolean> {
    this.app.clock.advance(wait * 86_400_000 + 1);
    const on = addDays(dayOf(this.app.clock.now()), ahead);
    const terms = { startsAt: ahead === 0 ? this.app.clock.now() : startOfDay(on), termMonths };
    const free = chosen(
      powers.filter((power) => this.ids('1', 'AND h.power_id = :power', { power }).length === 0),
      other,
    );
    if (kind === 'grant') return free !== undefined && this.grant(free, terms);
    const grantId = chosen(this.ids(candidates[kind]), pick);
    if (grantId === undefined) return false;
    if (kind === 'swap') return free !== undefined && this.swap(grantId, free, terms);
    return this.act(kind, grantId, kind === 'undo' ? dayOf(this.app.clock.now()) : on);
  }

  private async grant(power: PowerKey, terms: Terms): Promise<boolean> {
    return (await tryGrant(this.app, power, { ...terms, ...servesOf(power), prerequisites: [] })).kind === 'done';
  }

  private async swap(grantId: string, power: PowerKey, terms: Terms): Promise<boolean> {
    const requestId = exchanging(this.app, grantId, power);
    return (await trySwap(this.app, grantId, power, { ...terms, ...servesOf(power), prerequisites: [], requestId })).kind === 'done';
  }

  private async act(kind: Exclude<Kind, 'grant' | 'swap'>, grantId: string, on: string): Promise<boolean> {
    switch (kind) {
      case 'return':
        return this.call('fileReturn', 'eastlead', grantId, { reasonCode: 'other', text: 't', wishedOn: addDays(on, 1), pendingCases: [] });
      case 'accept':
        return this.call('acceptReturn', 'decider', grantId, { effectiveOn: this.wishOf(grantId), text: 't' });
      case 'cancel':
        return this.call('cancelReturn', 'eastlead', grantId, { text: 't' });
      case 'suspend':
        return this.call('suspendGrant', 'decider', grantId, { reason: 't' });
      case 'resume':
        return this.call('resumeGrant', 'decider', grantId, { reason: 't' });
      case 'undo':
      case 'recall': {
        const notice = { reasonCode: 'other', basis: 'b', notice: 'n', isUrgent: false };
        if (!(await this.call('openRecall', 'decider', grantId, notice))) return false;
        await this.call('stateInHearing', 'eastlead', grantId, { statement: 's' });
        return this.call('decideRecall', 'decider2', grantId, { outcome: 'recall', text: 't', effectiveOn: on, pendingCases: [] });
      }
    }
  }

  private async call(operationId: string, person: Person, grantId: string, body: Readonly<Record<string, unknown>>): Promise<boolean> {
    const { ports, clock, newId } = this.app;
    const found = grantsRoutes(ports).find(({ operation }) => operation.id === operationId);
    if (!found) throw new Error(`no operation ${operationId}`);
    const call = { operationId, params: { grantId }, body, actor: actorOf(person), now: clock.now(), requestId: newId() };
    const expectedVersion = Number(this.read('SELECT version FROM grants WHERE id = ?', grantId));
    return (await found.handle({ ...none, ...call, expectedVersion } as never)).kind === 'done';
  }

  private wishOf(grantId: string): unknown {
    return this.read("SELECT wished_on FROM return_cases WHERE grant_id = ? AND state = 'filed'", grantId);
  }

  private read(sql: string, ...values: readonly unknown[]): unknown {
    return this.app.db.$client
      .prepare(sql)
      .pluck()
      .get(...values);
  }

  /** Grants that run or are to begin, with what else is asked of them. */
  private ids(condition: string, more = '', values: Readonly<Record<string, string>> = {}): readonly string[] {
    const sql = `SELECT h.grant_id FROM holdings h WHERE h.to_at > :now AND h.from_at < h.to_at AND ${condition} ${more} ORDER BY h.rowid`;
    return this.app.db.$client
      .prepare(sql)
      .pluck()
      .all({ now: this.app.clock.now(), ...values })
      .map(String);
  }
}

interface Terms {
  readonly startsAt: number;
  readonly termMonths: number | null;
}
const chosen = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];

const servesOf = (power: PowerKey) => ({ serves: power === measure ? servesBoth : null });

export interface Row {
  readonly grantId: string;
  readonly powerId: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly endKind: GrantDetail['endKind'];
  readonly endsWith: string | null;
  readonly replaces: string | null;
  readonly stops: readonly { readonly fromAt: number; readonly toAt: number }[];
}

/** The ledger as the tables tell it. */
export function ledgerOf(app: TestApp): readonly Row[] {
  const sql = `SELECT h.grant_id AS grantId, h.power_id AS powerId, h.from_at AS fromAt, h.to_at AS toAt, g.end_kind AS endKind,
      g.ends_with_grant_id AS endsWith, r.replaces_grant_id AS replaces,
      (SELECT json_group_array(json_object('fromAt', s.from_at, 'toAt', s.to_at)) FROM suspensions s WHERE s.grant_id = h.grant_id) AS stops
    FROM holdings h JOIN grants g ON g.id = h.grant_id LEFT JOIN requests r ON r.id = g.request_id`;
  const rows = app.db.$client.prepare(sql).all() as (Omit<Row, 'stops'> & { readonly stops: string })[];
  return rows.map((row) => ({ ...row, stops: JSON.parse(row.stops) as Row['stops'] }));
}

const isWithin = (at: number, { fromAt, toAt }: { readonly fromAt: number; readonly toAt: number }): boolean => fromAt <= at && at < toAt;
const isPenalty = ({ powerId }: Row): boolean => powerId === penalty || powerId === 'ditch';

/** Every instant at which something changes; between two of them nothing does. */
const marksOf = (rows: readonly Row[]): number[] =>
  [...new Set(rows.flatMap((row) => [row, ...row.stops]).flatMap(({ fromAt, toAt }) => [fromAt, toAt]))].filter((at) => at < FOREVER);

/** Instants at which a measure is held without a penalty, or exercised while the department exercises every penalty (行政强制法 17). */
export function unlawful(rows: readonly Row[]): readonly string[] {
  return marksOf(rows).flatMap((at) => {
    const held = rows.filter((row) => isWithin(at, row));
    const used = held.filter(({ stops }) => !stops.some((stop) => isWithin(at, stop)));
    const alone = (among: readonly Row[]): boolean => among.some(({ powerId }) => powerId === measure) && !among.some(isPenalty);
    return [...(alone(held) ? [`held alone at ${String(at)}`] : []), ...(alone(used) ? [`used alone at ${String(at)}`] : [])];
  });
}

/** Measures that ended with a penalty although another one goes on. */
export const cutShort = (rows: readonly Row[]): readonly string[] =>
  rows
    .filter((row) => row.endsWith !== null && row.fromAt < row.toAt && rows.some((one) => isPenalty(one) && isWithin(row.toAt, one)))
    .map(({ grantId }) => grantId);

/** Swaps that left a gap, or both powers (RULES.md 7.3). */
export function brokenSwaps(rows: readonly Row[]): readonly string[] {
  const isBegun = ({ fromAt, toAt }: Row): boolean => fromAt < toAt;
  const both = rows.filter((fresh) => isBegun(fresh) && rows.some((old) => old.grantId === fresh.replaces && old.toAt > fresh.fromAt));
  const gaps = rows.filter(
    (old) =>
      old.endKind === 'swapped' &&
      old.endsWith === null &&
      !rows.some((fresh) => fresh.replaces === old.grantId && isBegun(fresh) && fresh.fromAt === old.toAt),
  );
  return [...both.map(({ grantId }) => `both: ${grantId}`), ...gaps.map(({ grantId }) => `gap: ${grantId}`)];
}
