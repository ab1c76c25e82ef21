import type { LineAnswers, LinePatch } from './draft-answers.ts';

export interface StoredTyping {
  readonly typed: Readonly<Record<string, LinePatch>>;
  /** What the server held when it was typed, so that a change by somebody else is noticed. */
  readonly base: Readonly<Record<string, LineAnswers>>;
}

const keyOf = (owner: string, orderId: string): string => `typed:draft:${owner}:${orderId}`;

/** What has been typed and not yet been acknowledged, for this tab: a lost session or a reload does not cost it. */
export function readStored(owner: string, orderId: string): StoredTyping | null {
  try {
    const text = sessionStorage.getItem(keyOf(owner, orderId));
    return text === null ? null : (JSON.parse(text) as StoredTyping);
  } catch {
    return null;
  }
}

export function writeStored(owner: string, orderId: string, stored: StoredTyping): void {
  try {
    if (Object.keys(stored.typed).length === 0) sessionStorage.removeItem(keyOf(owner, orderId));
    else sessionStorage.setItem(keyOf(owner, orderId), JSON.stringify(stored));
  } catch {
    // Storage may be switched off by policy: what is typed then lasts for the page.
  }
}
