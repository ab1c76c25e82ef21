import type { attest as contract } from '#contract/preparation.ts';
import { attest as decide } from '#server/domain/requests/preparation.ts';
import type { CallOf } from '#server/platform/binding.ts';
import { actOnRequest, attestationsOf, insertAttestation, type RequestsPorts } from '#server/features/requests/index.ts';

/** The township's lead vouches for premises, equipment or a procedure; said once, a second time only confirms it. */
export const attest = (ports: RequestsPorts) => (call: CallOf<typeof contract>) =>
  actOnRequest(ports, call, 'attested', ({ act, file, actor, view }) => {
    const { key, text } = call.body;
    const outcome = decide(file.request, actor, call.body, view.facts?.prerequisites ?? [], view);
    if (outcome.kind === 'refused') return outcome;
    const isKnown = attestationsOf(act.tx, file.row.id).some((one) => one.key === key);
    if (!isKnown) insertAttestation(act.tx, { requestId: file.row.id, key, text, attestedAt: call.now });
    return { kind: 'done', value: { decided: outcome.value, facts: { attested: call.body } } };
  });
