import type { ReactNode } from 'react';

export interface EmptyProps {
  readonly title: string;
  /** What to do so that something stands here. */
  readonly advice?: ReactNode;
  readonly act?: ReactNode;
}

export function Empty({ title, advice, act }: EmptyProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {advice === undefined ? null : <p className="empty-advice">{advice}</p>}
      {act === undefined ? null : <div className="empty-act">{act}</div>}
    </div>
  );
}
