import { useTranslation } from 'react-i18next';
import type { WordList, WordLists } from './word-lists.ts';

type WordKey = { [L in WordList]: `${L}.${WordLists[L]}` }[WordList];

export type Word = <L extends WordList>(list: L, word: WordLists[L]) => string;

/** Label of a word on the wire: `word('carrier', item.carrier)` is 委托, Entrustment. */
export function useWords(): Word {
  const { t } = useTranslation('words');
  return (list, word) => t(`${list}.${word}` as WordKey);
}
