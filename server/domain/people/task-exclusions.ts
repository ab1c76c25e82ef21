import { type Actor, belongsTo, isAmong } from './actor.ts';

/** What only somebody impartial may do; all else is owed by the township or the department itself. */
const impartial: ReadonlySet<string> = new Set([
  'department_opinion',
  'legal_review',
  'county_decision',
  'answer_return',
  'decide_recall',
  'close_trial',
]);

/** Whether a task in the actor's inbox has to be done by a colleague: the actor acted on it before, or belongs to the township that it is about (RULES.md 2.13). */
export function isForColleague(
  actor: Actor,
  { kind, excluded, townshipId }: { readonly kind: string; readonly excluded: readonly string[]; readonly townshipId: string | null },
): boolean {
  if (isAmong(actor, excluded)) return true;
  return townshipId !== null && impartial.has(kind) && belongsTo(actor, townshipId);
}
