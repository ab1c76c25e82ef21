import type { extendPreparation as contract } from '#contract/preparation.ts';
import { extendPreparation as decide } from '#server/domain/requests/preparation.ts';
import type { CallOf } from '#server/platform/binding.ts';
import { actOnRequest, type RequestsPorts } from '#server/features/requests/index.ts';

/** One extension, of the length that a preparation has (RULES.md 5.18). */
export const extendPreparation = (ports: RequestsPorts) => (call: CallOf<typeof contract>) =>
  actOnRequest(ports, call, 'preparation_extended', ({ file, actor, view }) => {
    const term = { count: view.rules.settings.preparationDays, unit: 'working_days' } as const;
    const outcome = decide(file.request, actor, { text: call.body.text, term }, view);
    if (outcome.kind === 'refused') return outcome;
    const facts = { preparation_extended: { text: call.body.text, dueAt: outcome.value.request.dueAt } };
    return { kind: 'done', value: { decided: outcome.value, facts } };
  });
