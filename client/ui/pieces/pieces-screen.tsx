import { PageHeader } from '../page/page-header.tsx';
import { Panel } from '../page/panel.tsx';
import { Toasts } from '../overlays/toasts.tsx';
import { ButtonPieces } from './button-pieces.tsx';
import { ChoicePieces } from './choice-pieces.tsx';
import { DatePieces } from './date-pieces.tsx';
import { FilePieces } from './file-pieces.tsx';
import { ListPieces } from './list-pieces.tsx';
import { OverlayPieces } from './overlay-pieces.tsx';
import { StatePieces } from './state-pieces.tsx';
import { TextPieces } from './text-pieces.tsx';
import { usePiecesWords } from './use-pieces-words.ts';

const sections = [
  { key: 'buttons', Pieces: ButtonPieces },
  { key: 'text', Pieces: TextPieces },
  { key: 'dates', Pieces: DatePieces },
  { key: 'choices', Pieces: ChoicePieces },
  { key: 'files', Pieces: FilePieces },
  { key: 'dialogs', Pieces: OverlayPieces },
  { key: 'states', Pieces: StatePieces },
  { key: 'lists', Pieces: ListPieces },
] as const;

/** Every piece in every state that can be seen, for those who build screens and for the browser tests. */
export function PiecesScreen() {
  const words = usePiecesWords();
  return (
    <div className="stack">
      <PageHeader title={words.title} lead={words.lead} />
      {sections.map(({ key, Pieces }) => (
        <Panel key={key} title={words.section[key]}>
          <Pieces />
        </Panel>
      ))}
      <Toasts />
    </div>
  );
}
