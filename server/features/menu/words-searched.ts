/**
 * One spelling for what people type and what the menu says: full-width letters and digits become plain (NFKC), capitals
 * small, and blanks go, since in Chinese they mean nothing.
 */
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/** What a search is matched against: the name and the code of a power. */
export const searchedText = (name: string, code: string): string => `${fold(name)}\n${fold(code)}`;

/** The words of a search; a row must hold every one of them. */
export function searchWords(q: string | undefined): string[] {
  const words = (q ?? '').normalize('NFKC').split(/\s+/).map(fold);
  return [...new Set(words)].filter((word) => word !== '').sort();
}

export const holdsAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));
