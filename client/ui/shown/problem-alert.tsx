import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useProblemWords } from '#client/i18n/use-problem-words.ts';
import { NetworkError, ProblemError, StrangeAnswerError, hasCode } from '#client/lib/call-error.ts';
import { Notice } from './notice.tsx';

export interface ProblemAlertProps {
  /** What a call threw; nothing is shown without one. */
  readonly error: unknown;
  /** The failed thing was an attempt to read, which may be repeated without a thought. */
  readonly isReading?: boolean;
  /** "Try again": for forms, the same act with the same key. */
  readonly onRetry?: () => void;
  /** "Load the latest", for conflicts; what was typed stays where it is. */
  readonly onReload?: () => void;
  /** Words for an action in the list of what the other person did; the bare code otherwise. */
  readonly actionWords?: (action: string) => string;
  readonly children?: ReactNode;
}

/** Says what went wrong in plain words and what to do; takes the focus, since the button that was pressed may be far away. */
export function ProblemAlert({ error, isReading = false, onRetry, onReload, actionWords, children }: ProblemAlertProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== null && error !== undefined && !isReading) box.current?.focus();
  }, [error, isReading]);
  if (error === null || error === undefined) return null;
  const isConflict = hasCode(error, 'version_stale', 'wrong_state', 'wrong_stage');
  const mayRetry = onRetry !== undefined && isTransient(error);
  return (
    <Notice tone={isConflict ? 'warn' : 'bad'} title={<Title error={error} isConflict={isConflict} />} announce="alert" ref={box}>
      <Explanation error={error} isReading={isReading} />
      {error instanceof ProblemError ? <Changes error={error} actionWords={actionWords} /> : null}
      {isConflict && onReload !== undefined ? <p>{t('errors.conflictStored')}</p> : null}
      {children}
      {mayRetry || (isConflict && onReload !== undefined) ? (
        <div className="row no-print">
          {mayRetry ? (
            <button type="button" className="button" onClick={onRetry}>
              {t('action.retry')}
            </button>
          ) : null}
          {isConflict && onReload !== undefined ? (
            <button type="button" className="button" onClick={onReload}>
              {t('action.reload')}
            </button>
          ) : null}
        </div>
      ) : null}
    </Notice>
  );
}

/** Worth the same attempt once more: there was no answer, or the server was busy or failing. */
function isTransient(error: unknown): boolean {
  if (error instanceof ProblemError) return error.problem.status >= 500 || error.code === 'too_many_attempts';
  return true;
}

function Title({ error, isConflict }: { readonly error: unknown; readonly isConflict: boolean }) {
  const { t } = useTranslation();
  if (isConflict) return t('errors.conflictTitle');
  if (error instanceof NetworkError) return t('errors.networkTitle');
  if (error instanceof StrangeAnswerError) return t('errors.strangeTitle');
  return t('errors.problemTitle');
}

function Explanation({ error, isReading }: { readonly error: unknown; readonly isReading: boolean }) {
  const { t } = useTranslation();
  const { sentence } = useProblemWords();
  if (error instanceof NetworkError) return <p>{t(isReading ? 'errors.networkRead' : 'errors.network')}</p>;
  if (error instanceof StrangeAnswerError) return <p>{t('errors.strange', { status: error.status })}</p>;
  if (!(error instanceof ProblemError)) return <p>{sentence({ code: 'internal' })}</p>;
  return (
    <>
      <p>{sentence(error.problem)}</p>
      {error.retryAfter === undefined ? null : <p>{t('errors.retryAfter', { count: error.retryAfter })}</p>}
      {error.problem.status >= 500 ? <p className="secondary">{t('errors.requestId', { id: error.problem.instance })}</p> : null}
    </>
  );
}

function Changes({
  error,
  actionWords = (action) => action,
}: {
  readonly error: ProblemError;
  readonly actionWords: ((action: string) => string) | undefined;
}) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const changes = error.problem.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <div>
      <p>{t('errors.conflictChanges')}</p>
      <ul>
        {changes.map((change) => (
          <li key={`${change.at}${change.action}`}>
            {t('errors.changeLine', { at: instant(change.at), actor: change.actor, action: actionWords(change.action) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
