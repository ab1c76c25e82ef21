import { useState } from 'react';
import { FileField } from '../forms/file-field.tsx';
import { usePiecesWords } from './use-pieces-words.ts';

export function FilePieces() {
  const { field } = usePiecesWords();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <div className="form">
      <FileField
        id="piece-file"
        label={field.file}
        hint={field.fileHint}
        accept=".pdf,.docx"
        chosen={chosen}
        onChoose={({ name }) => setChosen(name)}
      />
    </div>
  );
}
