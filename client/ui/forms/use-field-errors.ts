import { useMemo } from 'react';
import { useProblemWords } from '#client/i18n/use-problem-words.ts';
import { ProblemError, type CallError } from '#client/lib/call-error.ts';
import type { SummaryError } from './error-summary.tsx';

export interface FormField {
  readonly id: string;
  readonly label: string;
}

export interface FieldErrors {
  readonly summary: readonly SummaryError[];
  readonly of: (fieldId: string) => string | undefined;
}

/**
 * Turns the faulty fields of a problem document into words beside the fields and in the summary. `fields` maps JSON
 * pointers into the body (`/need`, `/lines/0/need`) to the fields of the form; a deeper pointer falls to its nearest parent.
 */
export function useFieldErrors(error: CallError | null, fields: Readonly<Record<string, FormField>>): FieldErrors {
  const speech = useProblemWords();
  return useMemo(() => {
    const found = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
    const summary = found.map(({ pointer, code }): SummaryError => {
      const field = nearest(pointer, fields);
      return field === undefined ? { message: speech.field(code) } : { fieldId: field.id, label: field.label, message: speech.field(code) };
    });
    return { summary, of: (fieldId) => summary.find((entry) => entry.fieldId === fieldId)?.message };
  }, [error, fields, speech]);
}

function nearest(pointer: string, fields: Readonly<Record<string, FormField>>): FormField | undefined {
  for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const field = fields[path];
    if (field !== undefined) return field;
  }
  return undefined;
}
