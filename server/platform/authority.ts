import type { Db } from '#db/connection.ts';
import type { Membership } from '#server/domain/people/actor.ts';

/** Null where no account stands behind the change: the program itself, or somebody not signed in. */
export interface ChangeActor {
  readonly accountId: string | null;
  readonly name: string;
  readonly onBehalfOf: { readonly accountId: string; readonly name: string } | null;
  /** By which posts it was let in; absent where the program acts, or goes on with what somebody was allowed before. */
  readonly memberships?: readonly Membership[];
}

export interface AuthorityLost {
  readonly kind: 'refused';
  readonly refusal: { readonly code: 'not_signed_in' | 'forbidden' };
}
/** Who acts, by which session, and when. */
export interface Authority {
  readonly actor: ChangeActor;
  readonly sessionId?: string | null;
  readonly now: number;
}
/**
 * What has been taken from the actor since the request was let in: session, account, posts, the delegation by which they act. Asked inside
 * the transaction, for a change waits for others before it is written.
 */
export type Authorise = (db: Db, asked: Authority) => AuthorityLost | null;
