import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface ButtonLinkProps {
  readonly to: string;
  readonly isPrimary?: boolean;
  /** It leads out of this program, e.g. into the public register. */
  readonly isDocument?: boolean;
  readonly children: ReactNode;
}

/** A link that looks like a button: it leads somewhere, it does nothing. */
export function ButtonLink({ to, isPrimary = false, isDocument = false, children }: ButtonLinkProps) {
  return (
    <Link to={to} reloadDocument={isDocument} className={isPrimary ? 'button button-primary' : 'button'}>
      {children}
    </Link>
  );
}
