import type { ControlProps } from '../forms/field.tsx';

interface AriaProps {
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby'?: string;
  readonly isInvalid: boolean;
  readonly isRequired: boolean;
  readonly validationBehavior: 'aria';
}

/** A control of the library tied to the words of its field. */
export function ariaProps(control: ControlProps): AriaProps {
  const described = control['aria-describedby'];
  return {
    'aria-labelledby': `${control.id}-label`,
    ...(described === undefined ? {} : { 'aria-describedby': described }),
    isInvalid: control['aria-invalid'] === true,
    isRequired: control['aria-required'] === true,
    validationBehavior: 'aria',
  };
}
