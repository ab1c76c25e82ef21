import { StatusTag, type Tone } from './status-tag.tsx';

interface MarkedLine {
  readonly key: string;
  readonly text: string;
  readonly mark: { readonly tone: Tone; readonly words: string } | undefined;
  /** Smaller print below the line. */
  readonly notes: readonly string[];
}
export interface MarkedLinesProps {
  readonly lines: readonly MarkedLine[];
  /** More lines under a heading of their own; left out when there are none. */
  readonly after?: { readonly title: string; readonly lines: readonly MarkedLine[] };
}

/** Lines of which some carry a mark and say why. */
export function MarkedLines({ lines, after }: MarkedLinesProps) {
  if (after === undefined || after.lines.length === 0) return <Lines lines={lines} />;
  return (
    <div className="stack-tight">
      <Lines lines={lines} />
      <strong>{after.title}</strong>
      <Lines lines={after.lines} />
    </div>
  );
}

function Lines({ lines }: Pick<MarkedLinesProps, 'lines'>) {
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
