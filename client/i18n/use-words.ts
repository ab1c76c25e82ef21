import { useTranslation } from 'react-i18next';
import type { WordList, WordLists, Words } from './word-lists.ts';

type WordKey = { [L in WordList]: `${L}.${WordLists[L]}` }[WordList];

export type Word = <L extends WordList>(list: L, word: WordLists[L]) => string;

/** Label of a word on the wire: `word('carrier', item.carrier)` is 委托, Entrustment. */
export function useWords(): Word {
  const { t } = useTranslation('words');
  return (list, word) => t(`${list}.${word}` as WordKey);
}

/** All labels of a list, for a spreadsheet. */
export function useLabels(): (list: WordList) => Readonly<Record<string, string>> {
  const { i18n } = useTranslation('words');
  return (list) => (i18n.getResourceBundle(i18n.resolvedLanguage ?? i18n.language, 'words') as Words)[list];
}
