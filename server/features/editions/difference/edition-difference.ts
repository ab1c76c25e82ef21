import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { ChangedItem } from '#contract/editions/edition-drafts.ts';
import type { CheckedRow, ItemTerms } from '../queries.ts';

type Changed = z.infer<typeof ChangedItem>;

/** What an edition adds, drops and changes against the one before it, by power, since every edition has items of its own (RULES.md 3.34). */
export function differenceOf(before: readonly CheckedRow[], after: readonly CheckedRow[]): Changed[] {
  const former = new Map(before.map((row) => [row.powerId, row]));
  const present = new Set(after.map((row) => row.powerId));
  const changes = after.flatMap((row): Changed[] => {
    const old = former.get(row.powerId);
    if (!old) return [changed(row, 'added')];
    const fields = changedFields(old.terms, row.terms);
    return fields.length === 0 ? [] : [changed(row, 'changed', fields)];
  });
  const dropped = before.filter((row) => !present.has(row.powerId)).map((row) => changed(row, 'dropped'));
  return [...changes, ...dropped].sort((a, b) => (a.code < b.code ? -1 : 1));
}

const changed = ({ id, code, name }: CheckedRow, change: Changed['change'], fields: string[] = []): Changed => ({
  itemId: id,
  code,
  name,
  change,
  fields,
});

function changedFields(before: ItemTerms, after: ItemTerms): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof ItemTerms>;
  return [...names].filter((name) => !isDeepStrictEqual(before[name], after[name]));
}
