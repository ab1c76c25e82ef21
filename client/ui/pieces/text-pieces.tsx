import { useState } from 'react';
import { FigureField } from '../fields/figure-field.tsx';
import { TextArea } from '../fields/text-area.tsx';
import { TextField } from '../fields/text-field.tsx';
import { usePiecesWords } from './use-pieces-words.ts';

export function TextPieces() {
  const { field } = usePiecesWords();
  const [name, setName] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const [plan, setPlan] = useState<string | null>(null);
  const [yuan, setYuan] = useState<number | string | null>(30_000);
  const [people, setPeople] = useState<number | string | null>(null);
  return (
    <div className="form">
      <TextField id="piece-name" label={field.name} hint={field.nameHint} max={20} value={name} onChange={setName} isRequired />
      <TextArea id="piece-reason" label={field.reason} max={200} value={reason ?? field.reasonText} onChange={setReason} />
      {/* Longer than it may be: counted, not cut. */}
      <TextArea id="piece-plan" label={field.long} mark="optional" max={10} rows={2} value={plan ?? field.longText} onChange={setPlan} />
      <FigureField id="piece-yuan" label={field.amount} unit={field.yuan} value={yuan} onChange={setYuan} />
      <FigureField
        id="piece-people"
        label={field.people}
        unit={field.persons}
        error={people === null ? field.fault : undefined}
        value={people}
        onChange={setPeople}
      />
    </div>
  );
}
