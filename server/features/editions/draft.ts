import type { Db } from '#db/connection.ts';
import { unknownCase } from '#server/domain/values/outcome.ts';
import { notFound, refuse, type Refused } from '#server/platform/binding.ts';
import type { Act } from '#server/records/change.ts';
import { voidOpenReview } from './reviews/edition-reviews.ts';
import { editionById, itemRow, knownCertificateKinds, type EditionRow, type ItemRow, type ItemTerms } from './queries.ts';
import { knownCodes } from '#server/features/powers/index.ts';
import { organisationsOfKind } from '#server/features/organisations/index.ts';
import { touchEdition } from './store.ts';

export function demandEdition(db: Db, id: string): EditionRow {
  const row = editionById(db, id);
  if (!row) throw new Error(`edition ${id} is referred to but missing`);
  return row;
}

export function demandItem(db: Db, id: string): ItemRow {
  const row = itemRow(db, id);
  if (!row) throw new Error(`menu item ${id} is referred to but missing`);
  return row;
}

/** The item, if it stands on this edition. */
export function itemOn(db: Db, editionId: string, itemId: string): ItemRow | Refused {
  const row = itemRow(db, itemId);
  return row?.editionId === editionId ? row : notFound;
}

export const isRefused = (value: object): value is Refused => 'kind' in value && value.kind === 'refused';

export const notDraft = (edition: Pick<EditionRow, 'state'>): Refused | null =>
  edition.state === 'draft' ? null : refuse('edition_not_draft');

interface OfItem {
  readonly editionId: string;
  readonly itemId: string;
  readonly code: string;
}
/** What was added had no terms before, what was dropped has none after. */
export type ItemFact = OfItem &
  (
    | { readonly action: 'item_added'; readonly before: null; readonly after: ItemTerms }
    | { readonly action: 'item_changed'; readonly before: ItemTerms; readonly after: ItemTerms }
    | { readonly action: 'item_dropped'; readonly before: ItemTerms; readonly after: null }
  );

/** Whatever changes a draft makes it another version, and what the legal office has of it is no longer what would be published. */
export function draftChanged(act: Act, editionId: string): void {
  touchEdition(act.tx, editionId);
  voidOpenReview(act, editionId);
}

function itemAct(fact: ItemFact) {
  const { editionId, code } = fact;
  const item = { editionId, code };
  switch (fact.action) {
    case 'item_added':
      return { action: fact.action, detail: { ...item, before: fact.before, after: fact.after } };
    case 'item_changed':
      return { action: fact.action, detail: { ...item, before: fact.before, after: fact.after } };
    case 'item_dropped':
      return { action: fact.action, detail: { ...item, before: fact.before, after: fact.after } };
    default:
      return unknownCase(fact);
  }
}

/** Two records: the item's own story, and that of its edition, whose version has risen with it. */
export function recordItem(act: Act, fact: ItemFact): void {
  const { action, editionId, itemId, code } = fact;
  draftChanged(act, editionId);
  act.record({ ...itemAct(fact), subjectKind: 'menu_item', subjectId: itemId });
  act.record({ action: `edition_${action}`, subjectKind: 'edition', subjectId: editionId, detail: { itemId, code } });
}

/** What the terms point to and is unknown: powers, organisations and certificates are named by id, and JSON has no foreign keys. */
export function unknownReferences(db: Db, terms: ItemTerms): Refused | null {
  const codes = knownCodes(db, [...terms.companions, ...terms.exclusiveWith]);
  const organisations = new Set(
    organisationsOfKind(db)
      .filter(({ kind, isActive }) => kind !== 'township' && isActive)
      .map(({ id }) => id),
  );
  const kinds = knownCertificateKinds(
    db,
    terms.prerequisites.flatMap((one) => (one.kind === 'certified_officers' ? [one.certificateKind] : [])),
  );
  const faults = [
    ...strangers(terms.companions, '/terms/companions', (code) => codes.has(code)),
    ...strangers(terms.exclusiveWith, '/terms/exclusiveWith', (code) => codes.has(code)),
    ...strangers(terms.resources, '/terms/resources', ({ organisationId }) => organisations.has(organisationId), '/organisationId'),
  ];
  if (faults.length > 0) return refuse('invalid_input', {}, faults);
  const strange = strangers(
    terms.prerequisites,
    '/terms/prerequisites',
    (one) => one.kind !== 'certified_officers' || kinds.has(one.certificateKind),
    '/certificateKind',
  );
  return strange.length > 0 ? refuse('certificate_kind_unknown', {}, strange) : null;
}

function strangers<T>(list: readonly T[], pointer: string, isKnown: (entry: T) => boolean, field = ''): string[] {
  return list.flatMap((entry, index) => (isKnown(entry) ? [] : [`${pointer}/${String(index)}${field}`]));
}
