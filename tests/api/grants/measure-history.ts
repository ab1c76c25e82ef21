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
const powers = [measure, measure, measure, penalty, penalty, 'ditch', 'relief', 'litter'] as const satisfies readonly PowerKey[];
export const kinds = ['grant', 'swap', 'return', 'accept', 'cancel', 'recall', 'suspend', 'resume'] as const;
export type Kind = (typeof kinds)[number];
/** 'next' is the act that the grant waits for: chance alone would hardly ever finish one. */
const often = ['next', 'next', 'next', 'next', 'next', 'next', 'swap', 'swap', 'return', 'return', 'return'] as const;

export const step = fc.record({
  kind: fc.constantFrom<Kind | 'next'>(...kinds, ...often),
  /** Null is the power of the act before. */
  power: fc.constantFrom<PowerKey | null>(...powers, null, null, null, null, null, null),
  other: fc.constantFrom(...powers),
  /** Days that pass before the act. */
  wait: fc.constantFrom(0, 0, 1, 10),
  /** Days from then to what the act sets. */
  ahead: fc.constantFrom(0, 2, 15, 30, 60),
  termMonths: fc.constantFrom(null, null, null, null, 2, 4),
});
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const none = { query: {}, idempotency: null, address: '', userAgent: '' } as const;

/** What people of east and of the county do to the grants of east. */
export class History {
  private last: PowerKey = measure;

  constructor(private readonly app: TestApp) {}

  /** Does one act if it is allowed; answers what was done, if anything. */
  async play({ kind: asked, power: named, other, wait, ahead, termMonths }: Step): Promise<Kind | null> {
    const power = (this.last = named ?? this.last);
    this.app.clock.advance(wait * 86_400_000 + 1);
    const on = addDays(dayOf(this.app.clock.now()), ahead);
    const startsAt = ahead === 0 ? this.app.clock.now() : startOfDay(on);
    const terms = { startsAt, termMonths, prerequisites: [] };
    const grantId = asked === 'grant' ? null : this.held(power);
    if (grantId === null) return (await tryGrant(this.app, power, { ...terms, ...servesOf(power) })).kind === 'done' ? 'grant' : null;
    const kind = asked === 'next' || asked === 'grant' ? this.awaited(grantId, ahead) : asked;
    if (kind !== 'swap') return (await this.act(kind, grantId, on)) ? kind : null;
    const free = powers.find((one) => one !== power && this.held(one) === null) ?? other;
    const fresh = this.held(other) === null && other !== power ? other : free;
    const requestId = exchanging(this.app, grantId, fresh);
    return (await trySwap(this.app, grantId, fresh, { ...terms, ...servesOf(fresh), requestId })).kind === 'done' ? kind : null;
  }

  private awaited(grantId: string, chance: number): Exclude<Kind, 'grant'> {
    const state = this.read("SELECT state FROM return_cases WHERE grant_id = ? AND state <> 'cancelled'", grantId);
    if (state === 'filed') return chance < 30 ? 'accept' : 'cancel';
    if (state !== undefined) return 'cancel';
    const stop = this.read(
      "SELECT id FROM suspensions WHERE grant_id = ? AND kind = 'decision' AND to_at > ?",
      grantId,
      this.app.clock.now(),
    );
    if (stop !== undefined) return 'resume';
    return chance < 30 ? 'swap' : 'recall';
  }

  private read(sql: string, ...values: readonly unknown[]): unknown {
    return this.app.db.$client
      .prepare(sql)
      .pluck()
      .get(...values);
  }

  private async act(kind: Exclude<Kind, 'grant' | 'swap'>, grantId: string, on: string): Promise<boolean> {
    switch (kind) {
      case 'return':
        return this.call('fileReturn', 'eastlead', grantId, { reasonCode: 'other', text: 't', wishedOn: addDays(on, 1), pendingCases: [] });
      case 'accept':
        return this.call('acceptReturn', 'decider', grantId, {
          effectiveOn: this.read("SELECT wished_on FROM return_cases WHERE grant_id = ? AND state <> 'cancelled'", grantId) ?? on,
          text: 't',
        });
      case 'cancel':
        return this.call('cancelReturn', 'eastlead', grantId, { text: 't' });
      case 'suspend':
        return this.call('suspendGrant', 'decider', grantId, { reason: 't' });
      case 'resume':
        return this.call('resumeGrant', 'decider', grantId, { reason: 't' });
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
    const answer = await found.handle({ ...none, ...call, expectedVersion: this.versionOf(grantId) } as never);
    return answer.kind === 'done';
  }

  private versionOf(grantId: string): number {
    return Number(this.read('SELECT version FROM grants WHERE id = ?', grantId));
  }

  /** The grant of a power that runs, or begins next. */
  private held(power: PowerKey): string | null {
    const sql = 'SELECT grant_id FROM holdings WHERE power_id = ? AND to_at > ? AND from_at < to_at ORDER BY from_at LIMIT 1';
    const found = this.read(sql, power, this.app.clock.now());
    return found === undefined ? null : String(found);
  }
}

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

/** Swaps that left a gap, or both powers (domain.md section 7, invariant 3). */
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
