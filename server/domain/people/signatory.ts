import type { Actor } from './actor.ts';

/** Who signed an act, as kept with it for good: people change posts, what they signed does not. */
export interface Signatory {
  readonly accountId: string;
  readonly name: string;
  readonly organisation: string;
  readonly onBehalfOf: string | null;
  /** The account of the person away: rules on persons bind both. */
  readonly onBehalfOfId: string | null;
}

/** The signature of an actor in an organisation; a substitute's says for whom (RULES.md 2.10). */
export const signedAs = ({ accountId, name, onBehalfOf }: Actor, organisation: string): Signatory => ({
  ...{ accountId, name, organisation },
  onBehalfOf: onBehalfOf?.name ?? null,
  onBehalfOfId: onBehalfOf?.accountId ?? null,
});

/** The accounts behind a signature: who pressed and for whom (RULES.md 2.8). */
export const peopleBehind = ({ accountId, onBehalfOfId }: Signatory): string[] =>
  onBehalfOfId === null ? [accountId] : [accountId, onBehalfOfId];
