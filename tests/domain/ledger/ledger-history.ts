import type { Grant, GrantFile } from '#server/domain/grants/grant.ts';
import type { RecallCase, ReturnCase } from '#server/domain/grants/grant-cases.ts';
import { projectLapses, reconcileLapses } from '#server/domain/ledger/lapses.ts';
import { type Holding, type LedgerChange, type Territory, planHolding } from '#server/domain/ledger/ledger.ts';
import { type LedgerEntry, type LedgerState, applyChange, emptyLedger, entryOf } from '#server/domain/ledger/ledger-proof.ts';
import type { Outcome } from '#server/domain/values/outcome.ts';
import type { TownshipFacts } from '#server/domain/requests/prerequisites.ts';
import type { Prerequisite } from '#server/domain/menu/terms.ts';
import { FOREVER, MILLISECONDS_PER_DAY, startOfDay } from '#server/domain/time/time.ts';
import { department, township } from '#tests/domain/given.ts';

/** Histories are told in days since this one; an instant is always the beginning of a day. */
const origin = startOfDay('2026-01-05');
export const instant = (day: number): number => (day === Infinity ? FOREVER : origin + day * MILLISECONDS_PER_DAY);
export const dayAt = (at: number): number => (at === FOREVER ? Infinity : (at - origin) / MILLISECONDS_PER_DAY);
export const graceDays = 10;
export const powers = ['power-a', 'power-b', 'power-c'] as const;

export interface Post {
  readonly from: number;
  readonly to: number;
}
const prerequisite: Prerequisite = { key: 'staff', kind: 'staffing', count: 2 };
type Terms = Pick<Grant, 'termEndsAt' | 'endKind'>;

/** A county kept by the rules under test: ledger entries, the rows that follow, open cases. Every change goes through `write`. */
export class History {
  today = 0;
  ledger: LedgerState = emptyLedger;
  readonly entries: LedgerEntry[] = [];
  readonly terms = new Map<string, Terms>();
  readonly returns = new Map<string, ReturnCase>();
  readonly recalls = new Map<string, RecallCase>();
  posts: readonly Post[] = [
    { from: -100, to: Infinity },
    { from: -100, to: Infinity },
  ];
  private counter = 0;

  get now(): number {
    return instant(this.today);
  }

  newId = (): string => `id-${String((this.counter += 1)).padStart(4, '0')}`;

  write(changes: readonly LedgerChange[]): void {
    for (const change of changes) {
      this.ledger = applyChange(this.ledger, change);
      const holding = this.ledger.holdings.get(change.grantId);
      if (!holding) throw new Error('a change of nothing');
      const { powerId, townshipId } = holding;
      this.entries.push({ ...entryOf(change), sequence: this.entries.length + 1, recordedAt: this.now, powerId, townshipId });
      if (change.kind === 'end_set') this.terms.set(change.grantId, { ...this.termsOf(change.grantId), endKind: change.endKind });
      if (change.kind === 'end_cleared') this.terms.set(change.grantId, { ...this.termsOf(change.grantId), endKind: null });
    }
  }

  /** Writes what an act changes and projects lapses anew, as every transaction does. */
  settle<T extends { readonly changes: readonly LedgerChange[] }>(outcome: Outcome<T>): T | null {
    if (outcome.kind === 'refused') return null;
    this.write(outcome.value.changes);
    this.project();
    return outcome.value;
  }

  open(powerId: string, from: number, to: number): string | null {
    const grantId = this.newId();
    const holding: Holding = { grantId, powerId, townshipId: township, fromAt: instant(from), toAt: instant(to) };
    const planned = planHolding([...this.ledger.holdings.values()], holding);
    if (planned.kind === 'refused') return null;
    this.terms.set(grantId, { termEndsAt: holding.toAt, endKind: null });
    this.settle({ kind: 'done', value: { changes: [planned.value] } });
    return grantId;
  }

  get facts(): TownshipFacts {
    const officers = this.posts.map(({ from, to }, index) => ({
      officerId: `o${index}`,
      inPost: [{ fromAt: instant(from), toAt: instant(to) }],
      certificates: [],
    }));
    return { officers, attestations: [] };
  }

  project(): void {
    for (const holding of this.ledger.holdings.values()) {
      const own = this.suspensionsOf(holding.grantId);
      const situation = {
        facts: this.facts,
        prerequisites: [{ prerequisite, waivedUntilAt: null }],
        graceDays,
        holding,
        observedFromAt: holding.fromAt,
        idle: [],
        decided: own.filter((one) => one.kind === 'decision'),
      };
      this.write(reconcileLapses(holding.grantId, own, projectLapses(situation, this.now), { now: this.now, newId: this.newId }));
    }
  }

  suspensionsOf(grantId: string) {
    return [...this.ledger.suspensions.values()].filter((one) => one.grantId === grantId);
  }

  fileOf(holding: Holding): GrantFile {
    const { grantId } = holding;
    const grant: Grant = {
      ...holding,
      ...this.termsOf(grantId),
      ...{ departmentId: department, carrier: 'transfer', trialEndsAt: null, trialClosedAt: null, isTrialExtended: false },
      ...{ isReturnable: true, notReturnableBasis: null, suspensions: this.suspensionsOf(grantId) },
    };
    const others = [...this.ledger.holdings.values()].filter((one) => one.powerId === holding.powerId && one.grantId !== grantId);
    return {
      grant,
      others,
      openReturn: this.returns.get(grantId) ?? null,
      openRecall: this.recalls.get(grantId) ?? null,
      swapRequestId: null,
    };
  }

  territory(powerId: string): Territory {
    const holdings = [...this.ledger.holdings.values()].filter((one) => one.powerId === powerId);
    return {
      ...{ powerId, townshipId: township, departmentId: department },
      holdings: holdings.map((one) => ({ ...one, carrier: 'transfer', documentNumber: one.grantId })),
      suspensions: [...this.ledger.suspensions.values()],
    };
  }

  private termsOf(grantId: string): Terms {
    const terms = this.terms.get(grantId);
    if (!terms) throw new Error('a grant without terms');
    return terms;
  }
}

interface Told {
  readonly powerId: string;
  readonly from: number;
  to: number;
  readonly term: number;
  /** Days on which a decision suspends, from and until. */
  readonly stops: { from: number; to: number }[];
  /** The stop that an urgent recall under way began with. */
  urgent: { readonly to: number } | null;
}

/** The same county told naively, day by day and without intervals: what is past is written down and never looked at again. */
export class Oracle {
  readonly grants = new Map<string, Told>();
  readonly past: Record<string, string>[] = [];

  constructor(private readonly history: History) {}

  private isManned(day: number): boolean {
    return this.history.posts.filter((post) => post.from <= day && day < post.to).length >= 2;
  }

  private isLapsed(grant: Told, day: number): boolean {
    if (this.isManned(day)) return false;
    let began = day;
    while (began > grant.from && !this.isManned(began - 1)) began -= 1;
    return began === grant.from || day >= began + graceDays;
  }

  /** Who holds a power on a day: a grant's id, or the department; `!` marks a suspension. */
  told(powerId: string, day: number): string {
    const past = this.past[day];
    if (past) return past[powerId] ?? '';
    for (const [grantId, grant] of this.grants) {
      if (grant.powerId !== powerId || day < grant.from || day >= grant.to) continue;
      const isStopped = grant.stops.some((stop) => stop.from <= day && day < stop.to);
      return isStopped || this.isLapsed(grant, day) ? `!${grantId}` : grantId;
    }
    return '';
  }

  passTo(day: number): void {
    while (this.past.length < day) {
      const today = this.past.length;
      this.past.push(Object.fromEntries(powers.map((powerId) => [powerId, this.told(powerId, today)])));
    }
  }
}
