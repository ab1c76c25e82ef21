import { useState } from 'react';
import { CheckField } from '../forms/check-field.tsx';
import { ChoiceField } from '../forms/choice-field.tsx';
import { SearchField } from '../fields/search-field.tsx';
import { SelectField } from '../fields/select-field.tsx';
import { usePiecesWords } from './use-pieces-words.ts';

const carriers = ['direct', 'entrust', 'service', 'station'] as const;

export function ChoicePieces() {
  const { field, carrier, outcome, people } = usePiecesWords();
  const [kind, setKind] = useState<(typeof carriers)[number] | null>(null);
  const [officer, setOfficer] = useState<string | null>(null);
  const [result, setResult] = useState<'approve' | 'conditions' | 'reject'>('approve');
  const [isChecked, setChecked] = useState(false);
  return (
    <div className="form">
      <SelectField
        id="piece-kind"
        label={field.kind}
        options={carriers.map((value) => ({ value, label: carrier[value] }))}
        value={kind}
        onChange={setKind}
      />
      <SearchField
        id="piece-officer"
        label={field.officer}
        hint={field.officerHint}
        options={Object.values(people)}
        value={officer}
        onChange={setOfficer}
      />
      <ChoiceField
        id="piece-outcome"
        label={field.outcome}
        choices={[
          { value: 'approve', label: outcome.approve },
          { value: 'conditions', label: outcome.conditions },
          { value: 'reject', label: outcome.reject, hint: outcome.rejectHint },
        ]}
        value={result}
        onChange={setResult}
      />
      <CheckField id="piece-agree" label={field.agree} hint={field.agreeHint} isChecked={isChecked} onChange={setChecked} />
    </div>
  );
}
