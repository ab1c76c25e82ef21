import type { proposeOrder as contract, readGuidedQuestions as questionsContract } from '#contract/suggestions.ts';
import { guidedOrder } from '#server/domain/suggestions/guided.ts';
import { offerOf } from '#server/domain/suggestions/suggestions.ts';
import type { RequestsPorts } from '#server/features/requests/index.ts';
import { townshipFacts } from '#server/features/training/index.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import { answersGiven, knownAnswers, peopleOf } from './answers.ts';
import { adviseOn } from './candidates.ts';
import { presentAnswers, presentSuggestion } from './present.ts';

/** As many lines as a township can well fill in at one sitting. */
const usualSize = 8;

/** The questions, with the fields that have something to offer and what is known already. */
export const readGuidedQuestions = (ports: RequestsPorts) => (call: CallOf<typeof questionsContract>) => {
  const found = adviseOn(ports, call.actor, call.query.townshipId, call.now);
  if (found.kind === 'refused') return found;
  const { value: advised } = found;
  const counts = new Map<string, number>();
  for (const { field } of offerOf(advised.candidates, advised.taken).open.values()) counts.set(field, (counts.get(field) ?? 0) + 1);
  const fields = [...counts].map(([field, count]) => ({ field, count })).sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1));
  return answered({ fields, answers: presentAnswers(knownAnswers(ports.db, advised.townshipId, call.now)) });
};

/** A set of powers for the answers; asked again with the same answers and facts, the same set. */
export const proposeOrder = (ports: RequestsPorts) => (call: CallOf<typeof contract>) => {
  const found = adviseOn(ports, call.actor, call.query.townshipId, call.now);
  if (found.kind === 'refused') return found;
  const { value: advised } = found;
  const { townshipId, candidates, taken } = advised;
  const answers = answersGiven(knownAnswers(ports.db, townshipId, call.now), call.query);
  const people = peopleOf(ports.db, townshipFacts(ports.db, townshipId), call.now);
  const { proposals, left } = guidedOrder(candidates, taken, answers, people, call.query.most ?? usualSize);
  const items = proposals.map(({ candidate, reasons }) => presentSuggestion(ports.catalogue, candidate, reasons, []));
  return answered({ answers: presentAnswers(answers), items, left });
};
