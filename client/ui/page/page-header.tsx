import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDocumentTitle } from './use-document-title.ts';

export interface Crumb {
  readonly title: string;
  readonly to: string;
}

export interface PageHeaderProps {
  /** The one h1 of the page, and its document title. */
  readonly title: string;
  readonly lead?: ReactNode;
  /** The way here, the page itself left out. */
  readonly crumbs?: readonly Crumb[];
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
}

// The browser itself announces the page that is loaded first.
let isFirstPage = true;

export function PageHeader({ title, lead, crumbs = [], status, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(title);
  useEffect(() => {
    const isBusyInside =
      document.activeElement?.closest('main') !== null && document.activeElement !== null && document.activeElement.tagName !== 'MAIN';
    if (!isFirstPage && !isBusyInside) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  return (
    <div className="page-header">
      <div className="page-header-words">
        {crumbs.length === 0 ? null : <Crumbs crumbs={crumbs} />}
        <div className="page-header-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {status}
        </div>
        {lead === undefined ? null : <div className="page-header-lead">{lead}</div>}
      </div>
      {actions === undefined ? null : <div className="row no-print">{actions}</div>}
    </div>
  );
}

function Crumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('breadcrumb')} className="no-print">
      <ol className="crumbs">
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.title}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
