import { notFound, type Refused } from '#server/platform/binding.ts';
import type { Act } from '#server/records/change.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';

interface Seen {
  readonly row: { readonly id: string; readonly version: number };
}
interface Way<R extends Seen, T> {
  readonly load: (act: Act) => R | undefined;
  readonly refuse?: (act: Act, found: R) => Refused | null;
  /** False when somebody else wrote first. */
  readonly write: (act: Act, found: R) => boolean;
  readonly present: (found: R | undefined) => T;
}

/** The way of every change of what stands here: there, of the version seen, allowed, written once. */
export function changeSeen<R extends Seen, T>(
  act: Act,
  { expectedVersion }: { readonly expectedVersion: number },
  { load, refuse = () => null, write, present }: Way<R, T>,
): { readonly kind: 'done'; readonly value: T } | Refused {
  const found = load(act);
  if (!found) return notFound;
  const { id, version } = found.row;
  const stale = refuseStale(act.tx, { id, version }, expectedVersion);
  if (stale) return stale;
  const refusal = refuse(act, found);
  if (refusal) return refusal;
  if (!write(act, found)) return staleVersion(act.tx, { id, version }, expectedVersion);
  return { kind: 'done', value: present(load(act)) };
}

/** What has just been written is there. */
export function demand<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('what was just written is missing');
  return found;
}
