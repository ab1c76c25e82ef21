import { useState } from 'react';
import { Button } from '../forms/button.tsx';
import { SearchField } from '../fields/search-field.tsx';
import { Dialog } from '../overlays/dialog.tsx';
import { Tabs } from '../overlays/tabs.tsx';
import { showToast } from '../overlays/toasts.tsx';
import { usePiecesWords } from './use-pieces-words.ts';

export function OverlayPieces() {
  const { dialog, tab, tabText, notice } = usePiecesWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="stack">
      <div className="row">
        <Button onPress={() => setOpen(true)}>{dialog.open}</Button>
        <Button onPress={() => showToast('good', notice.good)}>{dialog.toast}</Button>
      </div>
      <Tabs
        label={tab.label}
        tabs={(['basis', 'terms', 'history'] as const).map((id) => ({ id, title: tab[id], content: <p>{tabText[id]}</p> }))}
      />
      <AddDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </div>
  );
}

function AddDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { dialog, field, people } = usePiecesWords();
  const [officer, setOfficer] = useState<string | null>(null);
  const options = Object.values(people);
  const add = (): void => {
    const name = options.find(({ value }) => value === officer)?.label;
    if (name === undefined) return;
    onClose();
    showToast('good', dialog.done.replace('{{name}}', name));
  };
  return (
    <Dialog
      title={dialog.title}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={add}>
          {dialog.add}
        </Button>
      }
    >
      <SearchField
        id="piece-added"
        label={field.officer}
        hint={field.officerHint}
        options={options}
        value={officer}
        onChange={setOfficer}
      />
    </Dialog>
  );
}
