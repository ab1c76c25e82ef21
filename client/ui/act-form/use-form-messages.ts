import { get } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useProblemWords } from '#client/i18n/use-problem-words.ts';
import { ProblemError, type CallError } from '#client/lib/call-error.ts';
import { ruleAt, type ContractBody, type Fault, type FieldRule } from '#client/lib/contract-check.ts';
import type { SummaryError } from '../forms/error-summary.tsx';
import { lengthOf } from '../fields/length-counter.tsx';
import { fieldId, type FormWords } from './form-words.ts';

interface MessagesOf {
  readonly id: string;
  readonly schema: ContractBody<unknown>;
  readonly labels: Readonly<Record<string, string>>;
  readonly act: { readonly error: CallError | null };
}

interface FormMessages {
  readonly words: FormWords;
  /** What the server found wrong. */
  readonly refused: readonly Fault[];
  readonly summaryOf: (faults: readonly Fault[], values: unknown) => readonly SummaryError[];
}

/** A path without the numbers of its rows, as the labels have it. */
const kindOf = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '');
const pathOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '.');

/** The words of a form: for its fields, and for what this machine or the server found wrong with them. */
export function useFormMessages({ id, schema, labels, act }: MessagesOf): FormMessages {
  const { t } = useTranslation('fields');
  const format = useFormat();
  const problemWords = useProblemWords();
  const refused =
    act.error instanceof ProblemError ? (act.error.problem.errors ?? []).map(({ pointer, code }) => ({ path: pathOf(pointer), code })) : [];
  const ruleOf = (path: string): FieldRule => ruleAt(schema, path);
  const labelOf = (path: string): string => {
    const row = /\.(\d+)(?:\.|$)/.exec(path)?.[1];
    const label = labels[kindOf(path)] ?? '';
    return row === undefined ? label : t('row', { label, number: Number(row) + 1 });
  };
  const say = ({ path, code }: Fault, value: unknown): string => {
    const { maxLength } = ruleOf(path);
    const over = maxLength === undefined || typeof value !== 'string' ? 0 : lengthOf(value) - maxLength;
    // The contract also refuses more blanks around a text than the text may be long: nothing is over then.
    if (code !== 'too_big' || maxLength === undefined || over <= 0) return problemWords.field(code);
    return t('tooLong', { over: format.number(over), max: format.number(maxLength) });
  };
  const summaryOf: FormMessages['summaryOf'] = (faults, values) =>
    faults.map((fault) => {
      const value: unknown = get(values, fault.path);
      const message = say(fault, value);
      if (labels[kindOf(fault.path)] === undefined) return { message };
      return { fieldId: fieldId(id, fault.path), label: labelOf(fault.path), message };
    });
  return { words: { id, labelOf, ruleOf, say, refusedAt: (path) => refused.find((fault) => fault.path === path) }, refused, summaryOf };
}
