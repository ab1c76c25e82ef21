import { useLawWords } from '#client/i18n/use-law-words.ts';
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

interface StateTagProps {
  readonly state: WordLists['grantState'];
  /** A statute on which the grant rests has ended, and the county has not said yet what follows. */
  readonly lawFlag: WordLists['statuteEnd'] | null;
}

export function StateTag({ state, lawFlag }: StateTagProps) {
  const word = useWords();
  const law = useLawWords();
  return (
    <>
      <StatusTag tone={tones[state]}>{word('grantState', state)}</StatusTag>
      {lawFlag === null ? null : (
        <div>
          <StatusTag tone="waiting">{law.flag(lawFlag)}</StatusTag>
        </div>
      )}
    </>
  );
}
