import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { StatusTag, type Tone } from '#client/ui/shown/status-tag.tsx';

const tones: Readonly<Record<WordLists['grantState'], Tone>> = {
  scheduled: 'waiting',
  trial: 'info',
  active: 'good',
  suspended: 'waiting',
  ended: 'ended',
};

export function GrantState({
  state,
  endKind = null,
}: {
  readonly state: WordLists['grantState'];
  readonly endKind?: WordLists['endKind'] | null;
}) {
  const word = useWords();
  const isEnded = state === 'ended' && endKind !== null;
  return <StatusTag tone={tones[state]}>{isEnded ? word('endKind', endKind) : word('grantState', state)}</StatusTag>;
}
