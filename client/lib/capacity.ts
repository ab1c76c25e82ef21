const storageKey = 'acting-for';

/**
 * Whose substitute (AB 角) acts in this tab: the account that calls name in the header Acting-For. Kept per tab, so that
 * two tabs may act in two capacities and a new visit starts in the own one. The server decides whether it is allowed.
 */
export function actingFor(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

export function actFor(accountId: string | null): void {
  try {
    if (accountId === null) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, accountId);
  } catch {
    // Without storage a person cannot stand in for somebody else; acting as oneself always works.
  }
}
