/** Why the program will not start, move or replace data. Told to the person at the terminal, in words that say what to do next. */
export type OperatorErrorKind =
  | 'missing'
  | 'damaged'
  | 'in_use'
  | 'other_installation'
  | 'unfinished'
  | 'migrations'
  | 'migration_failed'
  | 'backup'
  | 'config'
  | 'system';

export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  readonly kind: OperatorErrorKind;

  constructor(kind: OperatorErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
