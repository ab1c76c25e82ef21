import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { StatusTag, type Tone } from '#client/ui/status-tag.tsx';

const tones: Readonly<Record<WordLists['grantState'], Tone>> = {
  scheduled: 'waiting',
  trial: 'info',
  active: 'good',
  suspended: 'waiting',
  ended: 'ended',
};

export function StateTag({ state }: { readonly state: WordLists['grantState'] }) {
  const word = useWords();
  return <StatusTag tone={tones[state]}>{word('grantState', state)}</StatusTag>;
}
