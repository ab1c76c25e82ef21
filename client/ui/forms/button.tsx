import type { ReactNode } from 'react';

export interface ButtonProps {
  /** `primary` once a form; `danger` ends or takes something away; `quiet` stands in a row of its like. */
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  readonly type?: 'button' | 'submit';
  readonly id?: string;
  /** The act is under way: the button keeps the focus and does nothing more. */
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  /** Name for screen readers where the words on the button do not say which thing is meant; begins with these words. */
  readonly name?: string;
  readonly describedBy?: string | undefined;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

/** The one button. `aria-disabled`, not `disabled`: a button that goes grey under the finger would lose the focus. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', type = 'button', isBusy = false, isDisabled = false, onPress } = props;
  const isOff = isBusy || isDisabled;
  return (
    <button
      type={type}
      id={props.id}
      className={kind === 'plain' ? 'button' : `button button-${kind}`}
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      aria-label={props.name}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else onPress?.();
      }}
    >
      {isBusy ? <span className="button-sign" aria-hidden="true" /> : null}
      {props.children}
    </button>
  );
}
