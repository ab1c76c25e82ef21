import type { Problem, ProblemCode } from '#contract/problems.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BasicProblemWords, FieldCode } from './problem-shape.ts';

export interface ProblemSpeech {
  /** The sentence for a refusal; with the facts that the server sent, where it sent all of them. */
  readonly sentence: (problem: Pick<Problem, 'code' | 'params'>) => string;
  /** The sentence for a faulty field; codes of refusals are understood as well. */
  readonly field: (code: string) => string;
}

// The public entry carries the basic words only, hence the partial records; `internal` is always there.
interface Known extends Omit<BasicProblemWords, 'code' | 'detail'> {
  readonly code: Readonly<Partial<Record<ProblemCode, string>>> & { readonly internal: string };
  readonly detail: Readonly<Partial<Record<ProblemCode, string>>>;
}

type Params = Readonly<Record<string, string | number>>;
/** Reasons travel as codes; the public entry has no words for them and says the plain sentence. */
interface Reasons {
  readonly eligibilityReason?: Readonly<Record<string, string>>;
}

export function useProblemWords(): ProblemSpeech {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const { code, detail, field } = i18n.getResourceBundle(language, 'problems') as Known;
    const { eligibilityReason = {} } = (i18n.getResourceBundle(language, 'words') ?? {}) as Reasons;
    const facts = ({ reason, ...params }: Params): Params => {
      const named = typeof reason === 'string' ? eligibilityReason[reason] : reason;
      return named === undefined ? params : { ...params, reason: named };
    };
    return {
      sentence: (problem) => filled(detail[problem.code], facts(problem.params ?? {})) ?? code[problem.code] ?? code.internal,
      field: (name) => field[name as FieldCode] ?? code[name as ProblemCode] ?? field.custom,
    };
  }, [i18n, language]);
}

/** The sentence with its parameters, or nothing when one of them is missing: half a fact is worse than none. */
function filled(sentence: string | undefined, params: Params): string | undefined {
  if (sentence === undefined) return undefined;
  let isComplete = true;
  const text = sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) isComplete = false;
    return String(value);
  });
  return isComplete ? text : undefined;
}
