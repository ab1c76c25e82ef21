import { createContext, useContext } from 'react';
import type { FieldRule, Fault } from '#client/lib/contract-check.ts';

/** What the fields of one form share. */
export interface FormWords {
  /** Begins the id of every field, so that two forms on one page keep apart. */
  readonly id: string;
  readonly labelOf: (path: string) => string;
  readonly ruleOf: (path: string) => FieldRule;
  /** The sentence for what is wrong with a field; the text itself says by how much it is too long. */
  readonly say: (fault: Fault, value: unknown) => string;
  /** What the server found wrong with a field, until the next check. */
  readonly refusedAt: (path: string) => Fault | undefined;
}

export const FormWordsContext = createContext<FormWords | null>(null);

export function useFormWords(): FormWords {
  const words = useContext(FormWordsContext);
  if (words === null) throw new Error('a field of a form outside of ActForm');
  return words;
}

export const fieldId = (form: string, path: string): string => `${form}-${path.replaceAll('.', '-')}`;
