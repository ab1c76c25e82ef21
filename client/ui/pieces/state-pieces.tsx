import { useState } from 'react';
import { Button } from '../forms/button.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { Notice } from '../shown/notice.tsx';
import { StatusTag } from '../shown/status-tag.tsx';
import { usePiecesWords } from './use-pieces-words.ts';

const tones = ['neutral', 'info', 'waiting', 'good', 'bad', 'ended'] as const;
const notices = ['info', 'good', 'warn', 'bad'] as const;

export function StatePieces() {
  const { tag, notice, field, button } = usePiecesWords();
  // The summary takes the focus: it waits until somebody asks.
  const [attempt, setAttempt] = useState(0);
  return (
    <div className="stack">
      <div className="row">
        {tones.map((tone) => (
          <StatusTag key={tone} tone={tone}>
            {tag[tone]}
          </StatusTag>
        ))}
      </div>
      {notices.map((tone) => (
        <Notice key={tone} tone={tone}>
          {notice[tone]}
        </Notice>
      ))}
      <div className="row">
        <Button onPress={() => setAttempt(attempt + 1)}>{button.check}</Button>
      </div>
      <ErrorSummary
        attempt={attempt}
        errors={attempt === 0 ? [] : [{ fieldId: 'piece-people', label: field.people, message: field.fault }]}
      />
    </div>
  );
}
