import { z } from 'zod';
import { TimelineEvent } from '#contract/requests/request-events.ts';
import {
  requestFacts,
  type RequestEventKind,
  type RequestEventOf,
  type RequestFacts,
  type SaidFacts,
} from '#contract/requests/request-facts.ts';
import { presentRequestFacts } from '#server/domain/history/former-facts.ts';
import type { LegalFinding } from '#server/domain/values/words.ts';
import { presentActor } from '#server/features/accounts/index.ts';
import type { EventRow } from './request-row-queries.ts';

/** A kind with its facts; both come from one table, so that no event is written without what it must say. */
export function eventOf<K extends RequestEventKind>(kind: K, said: SaidFacts): RequestEventOf<K> {
  const facts = said[kind];
  if (facts === undefined) throw new Error(`${kind} says nothing of what happened`);
  return { kind, facts };
}

/** An event as it is shown, whichever version wrote it. One that no shape fits is told as such and keeps its place. */
export function presentEvent({ id, at, kind, stage, facts, ...columns }: EventRow): TimelineEvent {
  const by = presentActor(columns);
  const read = TimelineEvent.safeParse({ id, at, by, stage, kind, facts: presentRequestFacts(kind, facts) });
  return read.success ? read.data : { id, at, by, stage, kind: 'unreadable', facts: {} };
}

/** What the legal office found. Never passed over: a file whose review cannot be read would look as if there had been none. */
export function findingOf({ id, facts }: EventRow): LegalFinding {
  const read = requestFacts.legal_review.safeParse(presentRequestFacts('legal_review', facts));
  if (!read.success) throw new RangeError(`the legal review ${id} cannot be read`);
  return read.data.finding;
}

/** A decision as it was written down, or null where no shape fits it: it is then left out of what others were told. */
export function decisionIn(stored: string): RequestFacts['decision'] | null {
  const facts = z.record(z.string(), z.unknown()).parse(JSON.parse(stored));
  return requestFacts.decision.safeParse(presentRequestFacts('decision', facts)).data ?? null;
}
