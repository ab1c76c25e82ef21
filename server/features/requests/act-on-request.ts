import type { RequestAct } from '#contract/requests/request-facts.ts';
import type { Db } from '#db/connection.ts';
import type { RequestDetail } from '#contract/requests/request-file.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { capacityFor } from '#server/domain/requests/request.ts';
import { settle } from '#server/domain/requests/review.ts';
import type { RequestAction } from '#server/domain/values/words.ts';
import { signatoryOf } from '#server/features/accounts/index.ts';
import { notFound, type Refused } from '#server/platform/binding.ts';
import { changeOnce, presentFound, type Act, type ChangeContext, type ChangedOnce } from '#server/records/change.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { circumstancesOf, type PreparationView } from './circumstances.ts';
import { canSeeRequest, loadFile, type RequestFile } from './file.ts';
import type { RequestsPorts } from './ports.ts';
import { presentRequest } from './present-request.ts';
import { saveRequest, type Saving } from './save-request.ts';

export interface RequestCall extends ChangeContext {
  readonly actor: Actor;
  readonly params: { readonly requestId: string };
  readonly expectedVersion: number;
}

/** A file that may be acted upon: visible, and of the version that the caller saw. */
export interface Acting {
  readonly act: Act;
  readonly actor: Actor;
  readonly file: RequestFile;
  readonly view: PreparationView;
}
/** What the trail calls each act. */
const actionOf = {
  opinion_given: 'give_opinion',
  legally_reviewed: 'review_legally',
  decided: 'decide',
  sent_back: 'send_back',
  resubmitted: 'resubmit',
  withdrawn: 'withdraw',
  reconsideration_requested: 'request_reconsideration',
  preparation_extended: 'extend_preparation',
  waived: 'waive',
  attested: 'attest',
  hand_over_edited: 'edit_hand_over',
  hand_over_signed: 'sign_hand_over',
} as const satisfies Record<string, RequestAction>;
type Acted = keyof typeof actionOf;

export type Said<A extends RequestAct> = { readonly kind: 'done'; readonly value: Omit<Saving<A>, 'action' | 'signatory'> };
type Done = { readonly kind: 'done'; readonly value: RequestDetail };

/**
 * The way of every act on a request: visible, of the version that the caller saw, allowed by the rules; then file, history,
 * obligations, audit and outbox in one transaction. The stale version is looked at before the rules, so that the loser of a race learns what changed.
 */
export function actOnRequest<A extends Acted>(
  ports: RequestsPorts,
  call: RequestCall,
  action: A,
  decide: (acting: Acting) => Said<A> | Refused,
  after?: (act: Act, saved: RequestFile) => void,
): Promise<ChangedOnce<Done | Refused>> {
  const again = presentFound(
    (db, id) => seenFile(db, id, call.actor),
    (file, db) => presentRequest(ports, db, file, call.actor, circumstancesOf(ports, db, file.row, call.now)),
  );
  return changeOnce(ports, call, again, (act): Done | Refused => {
    const file = seenFile(act.tx, call.params.requestId, call.actor);
    if (!file) return notFound;
    const { id, version } = file.row;
    const stale = refuseStale(act.tx, { id, version }, call.expectedVersion);
    if (stale) return stale;
    const view = circumstancesOf(ports, act.tx, file.row, call.now);
    const outcome = decide({ act, actor: call.actor, file, view });
    if (outcome.kind === 'refused') return outcome;
    const { role, organisationId } = capacityFor(actionOf[action], settle(file.request, view).request, call.actor);
    const signatory = signatoryOf(act.tx, call.actor, role, organisationId);
    const saved = saveRequest(act, ports, view.rules, file, { ...outcome.value, action, signatory });
    if (!saved) return staleVersion(act.tx, { id, version }, call.expectedVersion);
    after?.(act, saved);
    // What follows may change the facts that were read.
    const seen = (after === undefined ? saved.view : undefined) ?? circumstancesOf(ports, act.tx, saved.row, call.now, view.rules);
    return { kind: 'done', value: presentRequest(ports, act.tx, saved, call.actor, seen) };
  });
}

function seenFile(db: Db, id: string, actor: Actor): RequestFile | null {
  const file = loadFile(db, id);
  return file && canSeeRequest(actor, file.row) ? file : null;
}
