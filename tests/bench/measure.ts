import type { Size } from '#tests/bench/county/sizes.ts';
import { drive, type Round } from './drive.ts';
import { stockOf, type Ask, type Operation, type Sent, type Side } from './operations.ts';
import type { Plan } from './plan.ts';
import type { Running } from './servers.ts';

/** A server with a copy of a county. */
export interface Contender {
  readonly side: Side;
  readonly size: Size;
  readonly plan: Plan;
  readonly server: Running;
  /** What it has acknowledged so far, by operation. */
  readonly acknowledged: Map<string, number>;
}

/** Beside what the driver saw: milliseconds of processor time that the server spent on one request, whatever else ran on the machine. */
interface CostedRound extends Round {
  readonly cost: number | null;
}

/** The median round of one contender, operation and number of connections. */
export interface Measured extends CostedRound {
  readonly side: Side;
  readonly size: string;
  readonly operation: string;
  readonly concurrency: number;
}

interface Course {
  readonly contender: Contender;
  readonly operation: Operation;
  readonly ask: Ask;
  asked: number;
  /** Requests per second at each number of connections, as last seen. */
  readonly pace: Map<number, number>;
  readonly rounds: Map<number, CostedRound[]>;
}
export interface Pace {
  readonly rounds: number;
  readonly seconds: number;
  readonly concurrencies: readonly number[];
}

/** Everything in turns: a round of each contender, then the next, so that whatever disturbs the machine disturbs all of them. */
export async function measure(operation: Operation, contenders: readonly Contender[], pace: Pace): Promise<Measured[]> {
  const courses = contenders.map((contender): Course => ({
    ...{ contender, operation, ask: operation.ask(contender.plan)[contender.side], asked: 0, pace: new Map(), rounds: new Map() },
  }));
  for (const course of courses) await warmUp(course, pace);
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const concurrency of pace.concurrencies) {
      // The first course finds the machine as the other has left it, so the order turns.
      for (const course of round % 2 === 0 ? courses : [...courses].reverse()) await runRound(course, concurrency, pace);
    }
  }
  return courses.flatMap((course) => [...course.rounds].map(([concurrency, rounds]) => medianOf(course, concurrency, rounds)));
}

/** Lets the frequent code be compiled and measures the pace. */
async function warmUp(course: Course, { concurrencies, seconds }: Pace): Promise<void> {
  for (const concurrency of concurrencies) {
    const probe = await send(course, concurrency, Math.min(50 * concurrency, shareOf(course, concurrencies.length * 40)));
    const longer = Math.min(Math.ceil(probe.perSecond * Math.min(1, seconds / 2)), shareOf(course, concurrencies.length * 10));
    course.pace.set(concurrency, (await send(course, concurrency, Math.max(longer, concurrency))).perSecond);
  }
}

async function runRound(course: Course, concurrency: number, { rounds, seconds, concurrencies }: Pace): Promise<void> {
  const left = rounds - (course.rounds.get(concurrency)?.length ?? 0);
  const wanted = Math.ceil((course.pace.get(concurrency) ?? concurrency) * seconds);
  const round = await send(course, concurrency, Math.max(concurrency, Math.min(wanted, shareOf(course, left * concurrencies.length))));
  course.pace.set(concurrency, round.perSecond);
  course.rounds.set(concurrency, [...(course.rounds.get(concurrency) ?? []), round]);
}

/** An even share of what is left to use up. */
const shareOf = ({ operation, contender, asked }: Course, parts: number): number =>
  Math.floor((stockOf(operation, contender.plan) - asked) / parts);

async function send(course: Course, connections: number, amount: number): Promise<CostedRound> {
  const { contender, operation, ask } = course;
  const title = `${operation.name} at ${connections} on the ${contender.side} (${contender.size.name})`;
  const next = (): Sent => {
    const sent = ask(course.asked);
    if (!sent) throw new Error(`${title}: the county has nothing left; take fewer seconds or rounds, or a larger size`);
    course.asked += 1;
    return sent;
  };
  try {
    const before = contender.server.worked();
    const round = await drive(contender.server.origin, connections, amount, next);
    const after = contender.server.worked();
    contender.acknowledged.set(operation.name, (contender.acknowledged.get(operation.name) ?? 0) + amount);
    return { ...round, cost: before === null || after === null ? null : (after - before) / amount };
  } catch (error) {
    throw new Error(`${title}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function medianOf({ contender, operation }: Course, concurrency: number, rounds: readonly CostedRound[]): Measured {
  const median = (of: (round: CostedRound) => number): number =>
    [...rounds].map(of).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;
  return {
    ...{
      side: contender.side,
      size: contender.size.name,
      operation: operation.name,
      concurrency,
      requests: rounds.reduce((sum, { requests }) => sum + requests, 0),
    },
    ...{ perSecond: median((round) => round.perSecond), p50: median((round) => round.p50), p99: median((round) => round.p99) },
    cost: rounds.some(({ cost }) => cost === null) ? null : median(({ cost }) => cost ?? 0),
  };
}
