import { dayOf } from '#server/domain/time/time.ts';
import { countySettings } from '#server/features/organisations/index.ts';
import type { Act } from '#server/records/change.ts';

interface NewGrantDocument {
  readonly kind: 'grant' | 'return' | 'swap' | 'recall';
  /** Stands on the public verification page: names powers and bodies, never people or reasons. */
  readonly title: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Issues a document about a grant under the county's prefix, on the county's calendar day. */
export function issueGrantDocument(
  act: Act,
  { row }: { readonly row: { readonly id: string } },
  { kind, title, payload }: NewGrantDocument,
): string {
  const prefix = countySettings(act.tx).settings.documentPrefix;
  return act.issueDocument({ kind, prefix, title, subjectKind: 'grant', subjectId: row.id, issuedOn: dayOf(act.now), payload });
}
