import { useEffect, useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../shown/notice.tsx';

export interface SummaryError {
  /** Id of the faulty field; without one the message stands alone. */
  readonly fieldId?: string;
  readonly label?: string;
  readonly message: string;
}

export interface ErrorSummaryProps {
  readonly errors: readonly SummaryError[];
  /** Raised at each attempt, so that the focus comes back although the errors are the same. */
  readonly attempt?: number;
}

/** Stands at the top of a form, takes the focus, and leads to each faulty field. */
export function ErrorSummary({ errors, attempt = 0 }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  const before = useRef({ attempt: -1, count: 0 });
  useEffect(() => {
    // Fewer errors than a moment ago: somebody is mending them, and the focus must stay in the field being typed in.
    const isNew = before.current.count === 0 || before.current.attempt !== attempt;
    before.current = { attempt, count };
    if (count > 0 && isNew) box.current?.focus();
  }, [attempt, count]);
  if (count === 0) return null;
  return (
    <Notice tone="bad" title={t('errors.summaryTitle', { count })} announce="alert" className="error-summary" ref={box}>
      <ul>
        {errors.map((error, index) => (
          <li key={`${error.fieldId ?? ''}${index}`}>
            {error.fieldId === undefined ? (
              error.message
            ) : (
              <a href={`#${error.fieldId}`} onClick={(event) => goTo(event, error.fieldId)}>
                {error.label === undefined ? error.message : t('errors.labelled', { label: error.label, message: error.message })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

// A fragment alone scrolls but does not always focus, and it would enter the history.
function goTo(event: MouseEvent, fieldId: string | undefined): void {
  event.preventDefault();
  const field = fieldId === undefined ? null : document.getElementById(fieldId);
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
