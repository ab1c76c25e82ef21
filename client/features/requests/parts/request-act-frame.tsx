import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '#client/lib/call-error.ts';
import { ProblemError } from '#client/lib/call-error.ts';
import { ConfirmPanel } from '#client/ui/confirm-panel.tsx';
import { DescriptionList, Prose } from '#client/ui/description-list.tsx';
import { ErrorSummary, type SummaryError } from '#client/ui/error-summary.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { useFieldErrors, type FormField } from '#client/ui/use-field-errors.ts';
import { Changes, useAuditWords } from './request-changes.tsx';

export interface Answered {
  readonly label: string;
  readonly text: string | null;
}

export interface ActFrameProps {
  /** What the form finds missing by itself. */
  readonly faults: readonly SummaryError[];
  /** Fields by JSON pointer into the body. */
  readonly fields: Readonly<Record<string, FormField>>;
  /** What was typed, to be read once more before it is sent; blank answers are left out. */
  readonly answers: readonly Answered[];
  readonly consequences: readonly ReactNode[];
  /** What is about to be done, in a word or two. */
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
  readonly children: (errorOf: (fieldId: string) => string | undefined) => ReactNode;
}

/**
 * The way of every act: fill in, see what will happen, confirm. A conflict shows what the other person did, and what was
 * typed stays, even when the act itself has become impossible.
 */
export function ActFrame(props: ActFrameProps) {
  const { act, faults, fields, isAllowed } = props;
  const { t } = useTranslation('requests');
  const actionWords = useAuditWords();
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
        title={t('act.check', { what: props.confirmTitle })}
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
        <Answers answers={props.answers} />
      </ConfirmPanel>
    );
  }
  return (
    <form className="form" onSubmit={check} noValidate>
      {conflict === null ? null : <Reloaded conflict={conflict} />}
      {isAllowed ? null : (
        <Notice tone="warn" title={t('act.gone')}>
          <p>{t('act.goneWhat')}</p>
        </Notice>
      )}
      {props.isRestored && isAllowed ? <p className="secondary">{t('act.kept')}</p> : null}
      <ErrorSummary errors={shown} attempt={attempt} />
      {props.children((fieldId) => shown.find((fault) => fault.fieldId === fieldId)?.message)}
      <div className="row">
        {isAllowed ? (
          <Button type="primary" htmlType="submit">
            {t('act.next')}
          </Button>
        ) : null}
        {props.onDiscard === undefined ? null : <Button onClick={props.onDiscard}>{t('act.discard')}</Button>}
      </div>
    </form>
  );
}

function Answers({ answers }: Pick<ActFrameProps, 'answers'>) {
  const items = answers.flatMap(({ label, text }) =>
    text === null || text.trim() === '' ? [] : [{ key: label, term: label, children: <Prose>{text}</Prose> }],
  );
  return items.length === 0 ? null : <DescriptionList isSingle items={items} />;
}

function Reloaded({ conflict }: { readonly conflict: ProblemError }) {
  const { t } = useTranslation('requests');
  return (
    <Notice tone="info" title={t('act.reloaded')} announce="status">
      <Changes changes={conflict.problem.changes ?? []} />
      <p>{t('act.reloadedWhat')}</p>
    </Notice>
  );
}
