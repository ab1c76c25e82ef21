import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError, type CallError } from '#client/lib/call-error.ts';
import { ConfirmPanel } from './confirm-panel.tsx';
import { ErrorSummary, type SummaryError } from './error-summary.tsx';
import { Notice } from './notice.tsx';
import { useFieldErrors, type FormField } from './use-field-errors.ts';

export interface ActFrameProps {
  /** What the form finds missing by itself. */
  readonly faults: readonly SummaryError[];
  /** Fields by JSON pointer into the body. */
  readonly fields: Readonly<Record<string, FormField>>;
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
  /** Throws away what was typed and closes the form. */
  readonly onDiscard: () => void;
  readonly actionWords?: (action: string) => string;
  readonly children: (errorOf: (fieldId: string) => string | undefined) => ReactNode;
}

/**
 * The way of every act: fill in, see what will happen, confirm. A conflict shows what the other person did, and what was
 * typed stays, even when the act itself has become impossible.
 */
export function ActFrame(props: ActFrameProps) {
  const { act, faults, fields, isAllowed } = props;
  const { t } = useTranslation();
  const [attempt, setAttempt] = useState(0);
  const [isConfirming, setConfirming] = useState(false);
  const [isReloaded, setReloaded] = useState(false);
  const server = useFieldErrors(act.error, fields);
  const shown = attempt === 0 ? [] : faults.length > 0 ? faults : server.summary;

  const check = (event: FormEvent): void => {
    event.preventDefault();
    act.clear();
    setAttempt(attempt + 1);
    setConfirming(faults.length === 0);
  };
  const reload = (): void => {
    setReloaded(act.error instanceof ProblemError);
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
        {...(props.actionWords ? { actionWords: props.actionWords } : {})}
      />
    );
  }
  return (
    <form className="form" onSubmit={check} noValidate>
      {isReloaded ? (
        <Notice tone="info" title={t('acting.reloaded')} announce="status">
          <p>{t('acting.reloadedWhat')}</p>
        </Notice>
      ) : null}
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
        <Button onClick={props.onDiscard}>{t('acting.discard')}</Button>
      </div>
    </form>
  );
}
