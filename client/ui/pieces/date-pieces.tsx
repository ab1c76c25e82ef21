import { useState } from 'react';
import { DayField } from '../fields/day-field.tsx';
import { MonthField } from '../fields/month-field.tsx';
import { usePiecesWords } from './use-pieces-words.ts';

export function DatePieces() {
  const { field } = usePiecesWords();
  const [day, setDay] = useState<string | null>('2026-11-22');
  const [strange, setStrange] = useState<string | null>('2026-11-31');
  const [month, setMonth] = useState<string | null>('2026-11');
  return (
    <div className="form">
      <DayField id="piece-day" label={field.day} min="2026-11-10" value={day} onChange={setDay} />
      <DayField id="piece-strange" label={field.dayFault} value={strange} onChange={setStrange} />
      <MonthField id="piece-month" label={field.month} value={month} onChange={setMonth} />
    </div>
  );
}
