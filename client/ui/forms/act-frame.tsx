import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError, type CallError } from '#client/lib/call-error.ts';
import { Answers, Reloaded, type Answered } from './act-parts.tsx';
import { ConfirmPanel } from './confirm-panel.tsx';
import { ErrorSummary, type SummaryError } from './error-summary.tsx';
import { Notice } from '../shown/notice.tsx';
import { useFieldErrors, type FormField } from './use-field-errors.ts';

export interface ActFrameProps {
  /** What the form finds missing by itself. */
  readonly faults: readonly SummaryError[];
  /** Fields by JSON pointer into the body. */
  readonly fields: Readonly<Record<string, FormField>>;
  /** What was typed, to be read once more before it is sent; blank answers are left out. */
  readonly answers?: readonly Answered[];
  /** What will happen, one sentence each. */
  readonly consequences: readonly ReactNode[];
  readonly confirmTitle: string;
  readonly confirmLabel: string;
  readonly isDangerous?: boolean;
  /** The act is still possible; it may have ceased to be while somebody was typing. */
  readonly isAllowed: boolean;
  readonly isRestored: boolean;
  readonly act: { readonly isActing: boolean; readonly error: CallError | null; readonly clear: () => void };
  readonly onSend: () => void;
  readonly onReload: () => void;
  /** Throws away what was typed, and closes the form where it was opened by a button; absent while there is nothing to discard. */
  readonly onDiscard?: (() => void) | undefined;
  /** Words for what others did, as the audit trail calls it; forms that make something new meet no conflict and need none. */
  readonly actionWords?: (action: string) => string;
  readonly children: (errorOf: (fieldId: string) => string | undefined) => ReactNode;
}

const asItIs = (action: string): string => action;

/**
 * The way of every act: fill in, see what will happen, confirm. A conflict shows what the other person did, and what was
 * typed stays, even when the act itself has become impossible.
 */
export function ActFrame(props: ActFrameProps) {
  const { act, faults, fields, isAllowed, actionWords = asItIs } = props;
  const { t } = useTranslation();
  const [attempt, setAttempt] = useState(0);
  const [isConfirming, setConfirming] = useState(false);
  const [conflict, setConflict] = useState<ProblemError | null>(null);
  const server = useFieldErrors(act.error, fields);
  const shown = attempt === 0 ? [] : faults.length > 0 ? faults : server.summary;

  const check = (event: FormEvent): void => {
    event.preventDefault();
    act.clear();
    setAttempt(attempt + 1);
    setConfirming(faults.length === 0);
  };
  const reload = (): void => {
    if (act.error instanceof ProblemError) setConflict(act.error);
    act.clear();
    setConfirming(false);
    props.onReload();
  };

  if (isConfirming && server.summary.length === 0) {
    return (
      <ConfirmPanel
        title={props.confirmTitle}
        consequences={props.consequences}
        confirmLabel={props.confirmLabel}
        isDangerous={props.isDangerous ?? false}
        isActing={act.isActing}
        error={act.error}
        onConfirm={props.onSend}
        onCancel={() => setConfirming(false)}
        onReload={reload}
        actionWords={actionWords}
      >
        <Answers answers={props.answers ?? []} />
      </ConfirmPanel>
    );
  }
  return (
    <form className="form" onSubmit={check} noValidate>
      {conflict === null ? null : <Reloaded conflict={conflict} actionWords={actionWords} />}
      {isAllowed ? null : (
        <Notice tone="warn" title={t('acting.gone')}>
          <p>{t('acting.goneWhat')}</p>
        </Notice>
      )}
      {props.isRestored && isAllowed ? <p className="secondary">{t('acting.kept')}</p> : null}
      <ErrorSummary errors={shown} attempt={attempt} />
      {props.children((fieldId) => shown.find((fault) => fault.fieldId === fieldId)?.message)}
      <div className="row">
        {isAllowed ? (
          <Button type="primary" htmlType="submit">
            {t('acting.next')}
          </Button>
        ) : null}
        {props.onDiscard === undefined ? null : <Button onClick={props.onDiscard}>{t('acting.discard')}</Button>}
      </div>
    </form>
  );
}
