const shape = /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\d)/giu;

/** Whether a text holds what looks like a citizen's identity number, which has no place in the portal (RULES.md 7.17). */
export function holdsIdentityNumber(text: string): boolean {
  return narrowed(text).search(shape) >= 0;
}

/** The text with identity numbers made unreadable, so that it may be shown and kept. */
export function withoutIdentityNumbers(text: string): string {
  return holdsIdentityNumber(text) ? narrowed(text).replaceAll(shape, '******') : text;
}

const narrowed = (text: string): string => text.normalize('NFKC').replaceAll(/(?<=\d)[\s-](?=[\dX])/gi, '');
