import { z } from 'zod';

/** Roles, each tied to a kind of organisation (RULES.md 2.5). The public has no account, hence no role. */
export const roles = ['clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'training_officer', 'admin', 'auditor'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

// C0 and C1 controls and lone surrogates have no business in a file; line feed and tab are allowed in long texts only.
const isClean = (text: string, allowLines: boolean): boolean => {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) return false;
    if (allowLines && (code === 0x0a || code === 0x09)) continue;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return false;
  }
  return true;
};

const normalise = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC').trim();

/** One line of text: NFC, trimmed, no control characters, 1 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .max(max * 2)
    .overwrite(normalise)
    .min(1)
    .max(max)
    .refine((text) => isClean(text, false), { error: 'control_character' });

/** Several lines of text: as `line`, but line feeds and tabs stay. */
export const prose = (max: number) =>
  z
    .string()
    .max(max * 2)
    .overwrite(normalise)
    .min(1)
    .max(max)
    .refine((text) => isClean(text, true), { error: 'control_character' });

/** Text that may be left empty. */
export const optionalProse = (max: number) =>
  z
    .string()
    .max(max * 2)
    .overwrite(normalise)
    .max(max)
    .refine((text) => isClean(text, true), { error: 'control_character' });

export const Id = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/);

/** Up to 200 ids in a query, separated by commas. */
export const IdList = z
  .string()
  .regex(/^[0-9A-Za-z_-]{1,64}(,[0-9A-Za-z_-]{1,64}){0,199}$/)
  .optional();

/** A calendar day of the county, YYYY-MM-DD. */
export const Day = z.iso.date();

/** An instant in UTC milliseconds since 1970. */
export const Instant = z.int().min(-8_640_000_000_000_000).max(8_640_000_000_000_000);

export const Version = z.int().min(1);
/** A whole number of things (cases, persons, posts, days, months); bounded far above anything real. */
export const Count = z.int().min(0).max(1_000_000_000);

/** A document number, e.g. 青禾赋权〔2026〕12号. */
export const DocumentNumber = line(60);

export const Limit = z
  .string()
  .regex(/^[1-9][0-9]{0,2}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(200))
  .optional();
export const Cursor = z
  .string()
  .regex(/^[0-9A-Za-z_.~-]{1,200}$/)
  .optional();
export const paging = { limit: Limit, cursor: Cursor } as const;

/** One page of a list. Counting stops at a bound, so that no list costs more as the county grows. */
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().min(0), isTotalExact: z.boolean() });

/** The answer of an operation that has nothing to say (204). */
export const Nothing = z.undefined();

/** Person as shown beside an act: name and organisation, never an account id. */
export const Signatory = z.strictObject({ name: z.string(), organisation: z.string(), onBehalfOf: z.string().nullable() });

/** What the actor may do to a subject now; the client shows a button only for what stands here. */
export const allowed = <const A extends readonly string[]>(actions: A) => z.array(z.enum(actions));
