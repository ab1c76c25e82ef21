/** One reason for which rows are open to somebody: those that have, in every field named, one of its values. */
export type Ground<Field extends string> = { readonly [F in Field]?: readonly string[] };

/**
 * What of a subject somebody may see: everything, or what is open to them on one ground or another. Plain data, so that a list
 * turns it into its condition (db/statements/scope-condition.ts) and a single read asks the same of its row (`covers`).
 */
export type Scope<Field extends string> = 'all' | readonly Ground<Field>[];

/** The fields that a ground names, with their values. */
export function fieldsOf<Field extends string>(ground: Ground<Field>): (readonly [Field, readonly string[]])[] {
  return Object.entries<readonly string[] | undefined>(ground).flatMap(([field, values]) =>
    isFieldOf(ground, field) && values ? [[field, values] as const] : [],
  );
}
const isFieldOf = <Field extends string>(ground: Ground<Field>, field: string): field is Field => Object.hasOwn(ground, field);

/** A scope of these grounds. A field without a value is met by no row, so its ground is left out. */
export function scopeOf<Field extends string>(...grounds: readonly Ground<Field>[]): Scope<Field> {
  return grounds.filter((ground) => fieldsOf(ground).every(([, values]) => values.length > 0));
}

/** Whether the scope opens a row (RULES.md 7.6). */
export function covers<Field extends string>(scope: Scope<Field>, row: Readonly<Record<Field, string | null>>): boolean {
  if (scope === 'all') return true;
  return scope.some((ground) =>
    fieldsOf(ground).every(([field, values]) => {
      const value = row[field];
      return value !== null && values.includes(value);
    }),
  );
}
