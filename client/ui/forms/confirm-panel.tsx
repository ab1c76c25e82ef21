import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { ProblemAlert } from '../shown/problem-alert.tsx';

export interface ConfirmPanelProps {
  readonly title: string;
  /** What will happen, one sentence each: who holds the power, from when, what the county will owe. */
  readonly consequences: readonly ReactNode[];
  readonly confirmLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly isActing: boolean;
  readonly error: unknown;
  readonly onReload?: () => void;
  /** Words for what the other person did, in a conflict. */
  readonly actionWords?: (action: string) => string;
  /** The act ends or takes something away. */
  readonly isDangerous?: boolean;
  readonly children?: ReactNode;
}

/** Stands between the button and the act: says what will happen before it happens. */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const { t } = useTranslation();
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const { isDangerous = false, onReload, actionWords } = props;
  const inConflict = { ...(onReload === undefined ? {} : { onReload }), ...(actionWords === undefined ? {} : { actionWords }) };
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={isDangerous ? 'confirm confirm-danger' : 'confirm'} aria-labelledby={heading}>
      <h2 id={heading} ref={title} tabIndex={-1}>
        {props.title}
      </h2>
      <p className="secondary">{t('form.whatWillHappen')}</p>
      <ul className="confirm-consequences">
        {props.consequences.map((consequence, index) => (
          <li key={index}>{consequence}</li>
        ))}
      </ul>
      <div className="stack">
        {props.children}
        <ProblemAlert error={props.error} onRetry={props.onConfirm} {...inConflict} />
        <div className="row">
          <Button kind={isDangerous ? 'danger' : 'primary'} isBusy={props.isActing} onPress={props.onConfirm}>
            {props.confirmLabel}
          </Button>
          <Button isDisabled={props.isActing} onPress={props.onCancel}>
            {t('action.cancel')}
          </Button>
        </div>
      </div>
    </section>
  );
}
