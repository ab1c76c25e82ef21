import type { AnswerOf, OperationShape, ParamsOf, SentBodyOf, SentQueryOf, Upload } from '#contract/operation.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import type { Db } from '#db/connection.ts';
import { addWorkingDays, isWorkingDay, type Calendar } from '#server/domain/time/deadlines.ts';
import { addDays, dayOf, startOfDay } from '#server/domain/time/time.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { authorise } from '#server/features/sign-in/index.ts';
import type { Binding, CallOf } from '#server/platform/binding.ts';
import type { Authorise } from '#server/platform/authority.ts';
import type { FixedClock } from '#server/platform/clock.ts';
import type { BodyKey, DepartmentKey } from './organisations.ts';

/** The portal without its HTTP: the same use cases, called at the hour that the demo's clock shows. */
export interface DemoStage {
  readonly db: Db;
  readonly unitOfWork: UnitOfWork;
  readonly newId: () => string;
  readonly clock: FixedClock;
  readonly bindings: readonly Binding[];
  /** What time does by itself: silent departments, lapsed preparations. */
  readonly sweep: (now: number) => Promise<void>;
}

/** What a caller gives with an operation: only the parts that it has. */
export type Given<O extends OperationShape> = ('params' extends keyof O ? { readonly params: ParamsOf<O> } : object) &
  ('query' extends keyof O ? { readonly query?: SentQueryOf<O> } : object) &
  ('body' extends keyof O ? { readonly body: SentBodyOf<O> } : object) &
  (O extends { readonly upload: object } ? { readonly upload: Upload } : object) &
  (O['versioned'] extends true ? { readonly version: number } : object);

interface LooseInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly upload?: Upload;
  readonly version?: number;
}

export interface World extends DemoStage {
  readonly authorise: Authorise;
  /** The day on which the demo is looked at. */
  readonly today: string;
  readonly now: number;
  readonly bodies: Map<BodyKey, string>;
  readonly actors: Map<string, Actor>;
  readonly calendar: Calendar;
  /** Somebody does something at the present hour of the demo's clock; a refusal is a mistake in the script. */
  readonly act: <O extends OperationShape>(username: string, operation: O, given: Given<O>) => Promise<AnswerOf<O>>;
}

/** Puts the use cases behind one call that plays a person, a time and an operation. */
export function createWorld(stage: DemoStage, calendar: Calendar, now: number): World {
  const handles = new Map(stage.bindings.map(({ operation, handle }) => [operation.id, handle]));
  const actors = new Map<string, Actor>();
  const act: World['act'] = async (username, operation, given) => {
    const handle = handles.get(operation.id);
    const actor = actors.get(username);
    if (!handle || !actor) throw new Error(`the demo cannot play ${operation.id} by ${username}`);
    const answer = await handle(callOf(stage, operation, actor, given));
    if (answer.kind === 'done') return answer.value as AnswerOf<typeof operation>;
    if (answer.kind === 'ready') return JSON.parse(answer.body.toString()) as AnswerOf<typeof operation>;
    if (answer.kind === 'file') throw new Error(`${operation.id} answers a file, which the demo has no use for`);
    throw new Error(`${operation.id} by ${username} on ${dayOf(stage.clock.now())} was refused: ${JSON.stringify(answer.refusal)}`);
  };
  return { ...stage, authorise, today: dayOf(now), now, bodies: new Map(), actors, calendar, act };
}

function callOf(
  stage: DemoStage,
  operation: OperationShape,
  actor: Actor,
  { params, query, body, upload, version }: LooseInput,
): CallOf<OperationShape> {
  return {
    operationId: operation.id,
    params: params ?? {},
    query: operation.query?.parse(query ?? {}) ?? {},
    body: upload ?? operation.body?.parse(body),
    actor,
    now: stage.clock.now(),
    requestId: stage.newId(),
    expectedVersion: version ?? null,
    idempotency: null,
    address: '127.0.0.1',
    userAgent: 'demo',
    sessionId: null,
  } as CallOf<OperationShape>;
}

export function actorOf(world: World, username: string): Actor {
  const actor = world.actors.get(username);
  if (!actor) throw new Error(`the demo has no account ${username}`);
  return actor;
}

export function bodyId(world: World, key: BodyKey): string {
  const id = world.bodies.get(key);
  if (id === undefined) throw new Error(`the demo has no body ${key}`);
  return id;
}
export const departmentId = (world: World, key: DepartmentKey): string => bodyId(world, key);

const hour = 3_600_000;
const minute = 60_000;

/** An instant in office hours of the last working day that is at least so many calendar days ago; `nth` spreads acts over the day. */
export function daysAgo({ today, calendar }: Pick<World, 'today' | 'calendar'>, days: number, nth = 0): number {
  let day = addDays(today, -days);
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  return startOfDay(day) + 9 * hour + (nth % 42) * 10 * minute;
}

/** An instant in office hours, so many working days after another. */
export function workingDaysAfter({ calendar }: Pick<World, 'calendar'>, at: number, days: number, nth = 0): number {
  const { on } = addWorkingDays(calendar, dayOf(at), days);
  const later = startOfDay(on) + 9 * hour + (nth % 42) * 10 * minute;
  // Work of the same day follows what was done before.
  return Math.max(later, at + 5 * minute);
}
