import { useSyncExternalStore } from 'react';
import { townshipsOf, useMe, type Membership } from './session.ts';

type Township = Membership['organisation'];

const storageKey = 'own-township';
const listeners = new Set<() => void>();
/** What is chosen where the browser keeps nothing (storage may be switched off by policy): until the page is left. */
let inMemory = '';

/** Kept per tab and person, so that two tabs may work for two townships. */
function read(owner: string): string | null {
  const [whose, townshipId] = stored().split(' ');
  return whose === owner ? (townshipId ?? null) : null;
}
function stored(): string {
  try {
    return sessionStorage.getItem(storageKey) ?? '';
  } catch {
    return inMemory;
  }
}
function keep(chosen: string): void {
  try {
    sessionStorage.setItem(storageKey, chosen);
  } catch {
    inMemory = chosen;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface OwnTownship {
  /** The townships for which the person drafts and keeps the roster. */
  readonly townships: readonly Township[];
  /** The one that is meant; null where there is none, or where there are several and none was chosen. */
  readonly township: Township | null;
  /** To be sent along: who works for one township alone need not name it. */
  readonly named: { readonly townshipId?: string };
  /** Nothing can be asked or done for a township yet: there are several, and none was chosen. */
  readonly isOpen: boolean;
  readonly choose: (townshipId: string) => void;
}

/** For which of the own townships somebody works in this tab. Of several none is taken for granted: what is done for the wrong one stands. */
export function useOwnTownship(): OwnTownship {
  const me = useMe();
  const owner = `${me.accountId}:${me.actingFor?.accountId ?? ''}`;
  const chosen = useSyncExternalStore(subscribe, () => read(owner));
  const townships = townshipsOf(me);
  const isOne = townships.length < 2;
  const township = (isOne ? townships[0] : townships.find(({ id }) => id === chosen)) ?? null;
  return {
    townships,
    township,
    named: isOne || township === null ? {} : { townshipId: township.id },
    isOpen: !isOne && township === null,
    choose: (townshipId) => {
      keep(`${owner} ${townshipId}`);
    },
  };
}
