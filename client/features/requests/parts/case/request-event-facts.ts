import type { WordLists } from '#client/i18n/word-lists.ts';
import type { PrerequisiteView, RequestEvent } from '#client/parts/requests/request-types.ts';

/** The facts of an event depend on its kind and come untyped: whatever is missing is left out, never guessed. */
export type Facts = RequestEvent['facts'];

export function textIn(facts: Facts, name: string): string | null {
  const value = facts[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberIn(facts: Facts, name: string): number | null {
  const value = facts[name];
  return typeof value === 'number' ? value : null;
}

export function factsIn(facts: Facts, name: string): Facts | null {
  const value = facts[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Facts) : null;
}

/** A word on the wire, for its label. */
export function wordIn<L extends keyof WordLists>(facts: Facts, name: string): WordLists[L] | null {
  return textIn(facts, name) as WordLists[L] | null;
}

export interface ConditionsFound {
  readonly text: string | null;
  readonly extra: readonly PrerequisiteView['prerequisite'][];
  readonly termMonths: number | null;
  readonly notBeforeOn: string | null;
}

export function conditionsIn(facts: Facts): ConditionsFound | null {
  const found = factsIn(facts, 'conditions');
  if (found === null) return null;
  const extra = found['extraPrerequisites'];
  return {
    text: textIn(found, 'text'),
    extra: Array.isArray(extra) ? (extra as PrerequisiteView['prerequisite'][]) : [],
    termMonths: numberIn(found, 'termMonths'),
    notBeforeOn: textIn(found, 'notBeforeOn'),
  };
}
