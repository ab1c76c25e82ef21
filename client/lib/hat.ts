const storageKey = 'acting-for';

/**
 * Whose substitute (AB 角) acts in this tab: the account that calls name in the header Acting-For. Kept per tab, so that
 * two tabs may wear two hats and a new visit starts bare-headed. The server decides whether the hat may be worn.
 */
export function hatWorn(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

export function wearHat(accountId: string | null): void {
  try {
    if (accountId === null) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, accountId);
  } catch {
    // Without storage nobody can stand in for somebody else; acting as oneself always works.
  }
}
