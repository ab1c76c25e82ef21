import type { ReactNode, Ref } from 'react';

export interface NoticeProps {
  readonly tone?: 'info' | 'good' | 'warn' | 'bad';
  readonly title?: ReactNode;
  /** Read out at once when it appears: 'alert' for failures, 'status' for what went well. */
  readonly announce?: 'alert' | 'status';
  readonly children?: ReactNode;
  readonly className?: string;
  readonly ref?: Ref<HTMLDivElement>;
}

export function Notice({ tone = 'info', title, announce, children, className = '', ref }: NoticeProps) {
  return (
    <div className={`notice notice-${tone} ${className}`} role={announce} ref={ref} tabIndex={ref === undefined ? undefined : -1}>
      {title === undefined ? null : <p className="notice-title">{title}</p>}
      {children}
    </div>
  );
}
