import type { ReactNode } from 'react';

/** What a status means for the reader; red is kept for errors and for what is overdue. */
export type Tone = 'neutral' | 'info' | 'waiting' | 'good' | 'bad' | 'ended';

export interface StatusTagProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A word with a sign of its own shape, so that the colour never speaks alone. */
export function StatusTag({ tone = 'neutral', children }: StatusTagProps) {
  return (
    <span className={`tag tag-${tone}`}>
      <span className="tag-sign" aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}
