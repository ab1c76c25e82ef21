import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { StatusTag, type Tone } from '#client/ui/shown/status-tag.tsx';

const tones: Readonly<Record<WordLists['requestState'], Tone>> = {
  draft: 'neutral',
  in_review: 'info',
  sent_back: 'waiting',
  approved: 'waiting',
  preparing: 'info',
  ready: 'good',
  granted: 'good',
  rejected: 'ended',
  withdrawn: 'ended',
  lapsed: 'ended',
};

export interface RequestStateProps {
  readonly state: WordLists['requestState'];
  readonly stage: WordLists['stage'] | null;
  /** The stage below the state instead of beside it: in narrow columns. */
  readonly isStacked?: boolean;
}

/** State and, under review, the stage; the same words everywhere. */
export function RequestState({ state, stage, isStacked = false }: RequestStateProps) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const words = word('requestState', state);
  if (stage === null) return <StatusTag tone={tones[state]}>{words}</StatusTag>;
  if (!isStacked) return <StatusTag tone={tones[state]}>{t('stateWithStage', { state: words, stage: word('stage', stage) })}</StatusTag>;
  return (
    <div className="stack-tight">
      <div>
        <StatusTag tone={tones[state]}>{words}</StatusTag>
      </div>
      <span className="secondary">{word('stage', stage)}</span>
    </div>
  );
}
