import { useId, type ReactNode } from 'react';

export interface PanelProps {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly id?: string;
}

/** A white sheet with an h2; a region of the page when it has a title. */
export function Panel({ title, actions, children, id }: PanelProps) {
  const heading = useId();
  if (title === undefined) {
    return (
      <div className="panel" id={id}>
        {children}
      </div>
    );
  }
  return (
    <section className="panel" aria-labelledby={heading} id={id}>
      <div className="panel-header">
        <h2 id={heading}>{title}</h2>
        {actions === undefined ? null : <div className="row no-print">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
