import { z } from 'zod';
import { fieldCode } from '#contract/field-code.ts';

/** A body of the contract, as a form needs it: what it makes of a draft, and what it demands of each field. The one place where the client runs zod. */
export type ContractBody<Body> = z.ZodType<Body>;

export interface Fault {
  /** Steps into the body: `pendingCases.0.description`. */
  readonly path: string;
  readonly code: string;
}

export type Checked<Body> =
  { readonly kind: 'valid'; readonly body: Body } | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/** The very check that the server will make. */
export function checkDraft<Body>(schema: ContractBody<Body>, draft: unknown): Checked<Body> {
  const result = schema.safeParse(draft);
  if (result.success) return { kind: 'valid', body: result.data };
  return {
    kind: 'faulty',
    faults: result.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), code: fieldCode(issue) })),
  };
}

export interface FieldRule {
  readonly isRequired: boolean;
  readonly maxLength: number | undefined;
}

const free: FieldRule = { isRequired: false, maxLength: undefined };

/** What an untouched field holds, whatever its kind. */
const untouched = [undefined, null, '', []];

/** Limits come from the contract and from nowhere else. */
export function ruleAt(schema: ContractBody<unknown>, path: string): FieldRule {
  const field = fieldAt(schema, path.split('.'));
  if (field === undefined) return free;
  const text = unwrapped(field);
  return {
    isRequired: !untouched.some((nothing) => field.safeParse(nothing).success),
    maxLength: text instanceof z.ZodString ? (text.maxLength ?? undefined) : undefined,
  };
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (!(schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)) return schema;
  const inner: unknown = schema.unwrap();
  return inner instanceof z.ZodType ? unwrapped(inner) : schema;
}

function fieldAt(schema: z.ZodType, [step, ...rest]: readonly string[]): z.ZodType | undefined {
  if (step === undefined) return schema;
  const node = unwrapped(schema);
  if (node instanceof z.ZodUnion) {
    const options: readonly unknown[] = node.options;
    return options
      .flatMap((option) => (option instanceof z.ZodType ? [fieldAt(option, [step, ...rest])] : []))
      .find((found) => found !== undefined);
  }
  if (node instanceof z.ZodArray) {
    const element: unknown = node.element;
    // The rows of a list are alike: their numbers may be left out.
    return element instanceof z.ZodType ? fieldAt(element, /^\d+$/.test(step) ? rest : [step, ...rest]) : undefined;
  }
  const shape: Readonly<Record<string, unknown>> = node instanceof z.ZodObject ? node.shape : {};
  const child = shape[step];
  return child instanceof z.ZodType ? fieldAt(child, rest) : undefined;
}
