import { z } from 'zod';
import { Cursor, Day, DocumentNumber, Id, Limit, Nothing, line, page } from '../common.ts';
import { Edition, MenuItem, MenuRow, Terms } from '../catalogue/menu-terms.ts';
import { only, operation, signedIn } from '../operation.ts';

const feature = 'menu';

export const Finding = z.strictObject({
  gate: z.string(),
  severity: z.enum(['blocking', 'warning']),
  law: z.string(),
  article: z.string(),
  itemId: Id,
  code: z.string(),
  name: z.string(),
  field: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
/** An item as its editors see it, with what the gates have against it as it stands. */
export const DraftItem = z.strictObject({ ...MenuItem.shape, findings: z.array(Finding) });
export type DraftItem = z.infer<typeof DraftItem>;

export const listEditions = operation({
  id: 'listEditions',
  feature,
  method: 'GET',
  path: '/editions',
  summary: 'Editions of the menu',
  access: signedIn,
  response: z.strictObject({ items: z.array(Edition) }),
  status: 200,
});
export const openEdition = operation({
  id: 'openEdition',
  feature,
  method: 'POST',
  path: '/editions',
  summary: 'Open a draft edition; it starts as a copy of the published one',
  access: only('admin'),
  body: z.strictObject({ title: line(60) }),
  response: Edition,
  status: 201,
  idempotent: true,
  refusals: ['draft_exists'],
});
export const listDraftItems = operation({
  id: 'listEditionItems',
  feature,
  method: 'GET',
  path: '/editions/{editionId}/items',
  summary: 'Items of an edition, drafts for admin, legal office and auditor',
  access: only('admin', 'legal_reviewer', 'auditor'),
  params: z.strictObject({ editionId: Id }),
  query: z.strictObject({ q: z.string().max(80).optional(), departmentId: Id.optional(), limit: Limit, cursor: Cursor }),
  response: page(MenuRow),
  status: 200,
});
export const readDraftItem = operation({
  id: 'readEditionItem',
  feature,
  method: 'GET',
  path: '/editions/{editionId}/items/{itemId}',
  summary: 'One item of an edition',
  access: only('admin', 'legal_reviewer', 'auditor'),
  params: z.strictObject({ editionId: Id, itemId: Id }),
  response: DraftItem,
  status: 200,
});
export const addItem = operation({
  id: 'addItem',
  feature,
  method: 'POST',
  path: '/editions/{editionId}/items',
  summary: 'Put a power on the draft edition',
  access: only('admin'),
  params: z.strictObject({ editionId: Id }),
  body: z.strictObject({ powerId: Id, terms: Terms }),
  response: DraftItem,
  status: 201,
  idempotent: true,
  refusals: ['edition_not_draft', 'item_exists', 'certificate_kind_unknown', 'power_retired'],
});
export const editItem = operation({
  id: 'editItem',
  feature,
  method: 'PUT',
  path: '/editions/{editionId}/items/{itemId}',
  summary: 'Change the terms of an item on the draft',
  access: only('admin'),
  params: z.strictObject({ editionId: Id, itemId: Id }),
  body: z.strictObject({ terms: Terms }),
  response: DraftItem,
  status: 200,
  versioned: true,
  refusals: ['edition_not_draft', 'certificate_kind_unknown'],
});
export const dropItem = operation({
  id: 'dropItem',
  feature,
  method: 'DELETE',
  path: '/editions/{editionId}/items/{itemId}',
  summary: 'Take an item off the draft',
  access: only('admin'),
  params: z.strictObject({ editionId: Id, itemId: Id }),
  response: Nothing,
  status: 204,
  versioned: true,
  idempotent: true,
  refusals: ['edition_not_draft'],
});
export const discardEdition = operation({
  id: 'discardEdition',
  feature,
  method: 'DELETE',
  path: '/editions/{editionId}',
  summary: 'Throw the draft edition away',
  access: only('admin'),
  params: z.strictObject({ editionId: Id }),
  response: Nothing,
  status: 204,
  versioned: true,
  idempotent: true,
  refusals: ['edition_not_draft'],
});

export const ChangedItem = z.strictObject({
  itemId: Id,
  code: z.string(),
  name: z.string(),
  change: z.enum(['added', 'dropped', 'changed']),
  fields: z.array(z.string()),
});
export const checkEdition = operation({
  id: 'checkEdition',
  feature,
  method: 'GET',
  path: '/editions/{editionId}/check',
  summary: 'Findings of the legal gates, and the difference to the published edition',
  access: only('admin', 'legal_reviewer', 'auditor'),
  params: z.strictObject({ editionId: Id }),
  response: z.strictObject({ findings: z.array(Finding), changes: z.array(ChangedItem), edition: Edition }),
  status: 200,
});
export const publishEdition = operation({
  id: 'publishEdition',
  feature,
  method: 'POST',
  path: '/editions/{editionId}/publication',
  summary: 'Publish: the edition becomes immutable and replaces the former',
  access: only('admin'),
  params: z.strictObject({ editionId: Id }),
  body: z.strictObject({ documentNumber: DocumentNumber, decidedOn: Day }),
  response: Edition,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['edition_not_draft', 'edition_has_findings', 'edition_empty', 'edition_not_reviewed', 'document_number_taken', 'date_invalid'],
});
