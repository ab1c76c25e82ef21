import { useState, type ReactNode } from 'react';
import type { Control, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ProblemError, type CallError } from '#client/lib/call-error.ts';
import type { ContractBody, Fault } from '#client/lib/contract-check.ts';
import type { StoredForm } from '#client/lib/use-stored-form.ts';
import { Answers, Reloaded, type Answered } from '../forms/act-parts.tsx';
import { Button } from '../forms/button.tsx';
import { ConfirmPanel } from '../forms/confirm-panel.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { Notice } from '../shown/notice.tsx';
import { FormWordsContext } from './form-words.ts';
import { faultsIn, useActForm } from './use-act-form.ts';
import { useFormMessages } from './use-form-messages.ts';

export interface ActFormProps<Draft extends FieldValues, Body> {
  readonly id: string;
  /** The body of the operation, from the contract: limits, required fields, either-or. */
  readonly schema: ContractBody<Body>;
  /** What is being written, stored for the tab. */
  readonly typed: StoredForm<Draft>;
  /** Words for the fields by their place in the body, numbers of rows left out: `pendingCases.description`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly alsoCheck?: (body: Body) => readonly Fault[];
  readonly answers?: (body: Body) => readonly Answered[];
  /** What will happen, one sentence each. */
  readonly consequences: (body: Body) => readonly ReactNode[];
  readonly confirmTitle: string;
  readonly confirmLabel: string;
  readonly isDangerous?: boolean;
  /** The act is still possible; it may have ceased to be while somebody was typing. */
  readonly isAllowed: boolean;
  readonly act: { readonly isActing: boolean; readonly error: CallError | null; readonly clear: () => void };
  readonly onSend: (body: Body) => void;
  readonly onReload: () => void;
  readonly onDiscard: () => void;
  /** Words for what others did, as the audit trail calls it. */
  readonly actionWords: (action: string) => string;
  readonly children: (control: Control<Draft, unknown, Body>) => ReactNode;
}

/**
 * The one way of a form: fill in, be checked by the contract, see what will happen, confirm. Errors stand at the top and lead to
 * their fields; what is typed is kept for the tab; a conflict shows what the other person did and takes nothing away.
 */
export function ActForm<Draft extends FieldValues, Body>(props: ActFormProps<Draft, Body>) {
  const { act, isAllowed, actionWords } = props;
  const form = useActForm(props);
  const [checked, setChecked] = useState<Body | null>(null);
  const [conflict, setConflict] = useState<ProblemError | null>(null);
  const { words, summaryOf, refused } = useFormMessages(props);
  const { errors, submitCount } = form.formState;
  const own = faultsIn(errors);

  const check = form.handleSubmit(setChecked);
  const reload = (): void => {
    if (act.error instanceof ProblemError) setConflict(act.error);
    act.clear();
    setChecked(null);
    props.onReload();
  };
  if (checked !== null && refused.length === 0)
    return <Confirmation {...props} body={checked} onReload={reload} onCancel={() => setChecked(null)} />;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        act.clear();
        setChecked(null);
        void check(event);
      }}
    >
      {conflict === null ? null : <Reloaded conflict={conflict} actionWords={actionWords} />}
      <StillPossible isAllowed={isAllowed} isRestored={props.typed.isRestored} />
      <ErrorSummary errors={summaryOf(own.length > 0 ? own : refused, form.getValues())} attempt={submitCount} />
      <FormWordsContext value={words}>{props.children(form.control)}</FormWordsContext>
      <FormFoot isAllowed={isAllowed} onDiscard={props.onDiscard} />
    </form>
  );
}

function StillPossible({ isAllowed, isRestored }: { readonly isAllowed: boolean; readonly isRestored: boolean }) {
  const { t } = useTranslation();
  if (isAllowed) return isRestored ? <p className="secondary">{t('acting.kept')}</p> : null;
  return (
    <Notice tone="warn" title={t('acting.gone')}>
      <p>{t('acting.goneWhat')}</p>
    </Notice>
  );
}

function FormFoot({ isAllowed, onDiscard }: { readonly isAllowed: boolean; readonly onDiscard: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="row">
      {isAllowed ? (
        <Button kind="primary" type="submit">
          {t('acting.next')}
        </Button>
      ) : null}
      <Button onPress={onDiscard}>{t('acting.discard')}</Button>
    </div>
  );
}

interface ConfirmationProps<Draft extends FieldValues, Body> extends ActFormProps<Draft, Body> {
  readonly body: Body;
  readonly onCancel: () => void;
}

function Confirmation<Draft extends FieldValues, Body>({ body, act, ...props }: ConfirmationProps<Draft, Body>) {
  return (
    <ConfirmPanel
      title={props.confirmTitle}
      consequences={props.consequences(body)}
      confirmLabel={props.confirmLabel}
      isDangerous={props.isDangerous ?? false}
      isActing={act.isActing}
      error={act.error}
      onConfirm={() => props.onSend(body)}
      onCancel={props.onCancel}
      onReload={props.onReload}
      actionWords={props.actionWords}
    >
      <Answers answers={props.answers?.(body) ?? []} />
    </ConfirmPanel>
  );
}
