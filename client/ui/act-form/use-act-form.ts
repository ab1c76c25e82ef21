import { useEffect, useState } from 'react';
import { toNestErrors } from '@hookform/resolvers';
import { useForm, type FieldError, type FieldValues, type Resolver, type UseFormReturn } from 'react-hook-form';
import { checkDraft, type ContractBody, type Fault } from '#client/lib/contract-check.ts';
import type { StoredForm } from '#client/lib/use-stored-form.ts';

export interface DraftOf<Draft extends FieldValues, Body> {
  readonly schema: ContractBody<Body>;
  readonly typed: StoredForm<Draft>;
  /** What the contract cannot know: a day after today. */
  readonly alsoCheck?: ((body: Body) => readonly Fault[]) | undefined;
}

/** The state of a form: checked by the contract, stored for this tab as it is typed. */
export function useActForm<Draft extends FieldValues, Body>(draft: DraftOf<Draft, Body>): UseFormReturn<Draft, unknown, Body> {
  const { schema, typed, alsoCheck } = draft;
  // What is typed changes with every key; the form begins with it once.
  const [initial] = useState(typed.value);
  const form = useForm<Draft, unknown, Body>({
    resolver: resolverOf(schema, alsoCheck),
    values: initial,
    // The summary takes the focus, and leads on.
    shouldFocusError: false,
  });
  const { subscribe } = form;
  useEffect(() => subscribe({ formState: { values: true }, callback: ({ values }) => typed.set(values) }), [subscribe, typed]);
  return form;
}

function resolverOf<Draft extends FieldValues, Body>(
  schema: ContractBody<Body>,
  alsoCheck: (body: Body) => readonly Fault[] = () => [],
): Resolver<Draft, unknown, Body> {
  return (values, _context, options) => {
    const checked = checkDraft(schema, values);
    const faults = checked.kind === 'valid' ? alsoCheck(checked.body) : checked.faults;
    if (checked.kind === 'valid' && faults.length === 0) return { values: checked.body, errors: {} };
    return { values: {}, errors: toNestErrors<Draft>(errorsBy(faults), options) };
  };
}

/** One fault a field, the first: a field that is empty need not be told that it is too short as well. */
function errorsBy(faults: readonly Fault[]): Record<string, FieldError> {
  const errors: Record<string, FieldError> = {};
  for (const { path, code } of faults) errors[path] ??= { type: code, message: code };
  return errors;
}

/** The faults that stand in the errors of a form, in the order of the contract. A fault of a whole list stands at its `root`. */
export function faultsIn(errors: unknown, path = ''): readonly Fault[] {
  if (typeof errors !== 'object' || errors === null) return [];
  if ('type' in errors && typeof errors.type === 'string') return [{ path, code: errors.type }];
  return Object.entries(errors).flatMap(([step, inner]: [string, unknown]) =>
    faultsIn(inner, step === 'root' ? path : path === '' ? step : `${path}.${step}`),
  );
}
