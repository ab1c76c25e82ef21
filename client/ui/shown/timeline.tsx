import type { ReactNode } from 'react';

export interface TimelineItem {
  readonly key: string;
  readonly title: ReactNode;
  /** When and by whom, already in words. */
  readonly meta?: ReactNode;
  /** 'ahead' is what has not happened yet. */
  readonly tone?: 'neutral' | 'info' | 'waiting' | 'good' | 'bad' | 'ahead';
  readonly isCurrent?: boolean;
  readonly children?: ReactNode;
}

export interface TimelineProps {
  readonly label: string;
  readonly items: readonly TimelineItem[];
}

/** A case from top to bottom; every opinion in full, nothing folded away. */
export function Timeline({ label, items }: TimelineProps) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={`timeline-${item.tone ?? 'neutral'}`} aria-current={item.isCurrent === true ? 'step' : undefined}>
          <span className="timeline-sign" aria-hidden="true" />
          <div className="timeline-title">{item.title}</div>
          {item.meta === undefined ? null : <div className="timeline-meta">{item.meta}</div>}
          {item.children === undefined ? null : <div className="timeline-body">{item.children}</div>}
        </li>
      ))}
    </ol>
  );
}
