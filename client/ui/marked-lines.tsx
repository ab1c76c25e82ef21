import { StatusTag, type Tone } from './status-tag.tsx';

export interface MarkedLine {
  readonly key: string;
  readonly text: string;
  readonly mark: { readonly tone: Tone; readonly words: string } | undefined;
  /** Smaller print below the line. */
  readonly notes: readonly string[];
}

/** Lines of which some carry a mark and say why. */
export function MarkedLines({ lines }: { readonly lines: readonly MarkedLine[] }) {
  return (
    <ul className="marked-lines">
      {lines.map(({ key, text, mark, notes }) => (
        <li key={key}>
          <span className="marked-line">
            <span>{text}</span>
            {mark === undefined ? null : <StatusTag tone={mark.tone}>{mark.words}</StatusTag>}
          </span>
          {notes.map((note) => (
            <span key={note} className="secondary marked-note">
              {note}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
