import { z } from 'zod';
import { Cursor, Id, Instant, Limit, Version, line, page } from '../common.ts';
import { ImportColumnView, ImportKind, ImportScope, ScopeQuery } from './import-kinds.ts';
import { operation, signedIn } from '../operation.ts';

const feature = 'imports';

const params = z.strictObject({ importId: Id });

export const ImportState = z.enum(['reading', 'mapping', 'checked', 'applying', 'applied', 'failed', 'discarded']);
export const ImportEffect = z.enum(['added', 'changed', 'unchanged']);

/** Why an import ended, or has to be looked at again. */
export const ImportFailure = z.enum([
  'old_format',
  'not_a_spreadsheet',
  'damaged',
  'unpacks_too_large',
  'too_many_rows',
  'too_many_columns',
  'embedded_files',
  'too_large_to_read',
  'identity_numbers',
  'nothing_to_write',
  'scope_changed',
  'changed_since_check',
  'authority_lost',
  'interrupted',
  'storage',
  'internal',
]);

export const importActions = ['map', 'recheck', 'apply', 'apply_without_faulty', 'discard'] as const;

export const Import = z.strictObject({
  id: Id,
  kind: ImportKind,
  scope: ImportScope,
  /** What the rows go into, in words: the edition, the township, the session; null when it is the county itself. */
  scopeName: z.string().nullable(),
  fileName: z.string(),
  state: ImportState,
  doneRows: z.int().min(0),
  totalRows: z.int().min(0),
  counts: z.strictObject({
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    /** Rows that cannot be written as they stand. */
    faulty: z.int(),
    skipped: z.int(),
    errors: z.int(),
    warnings: z.int(),
    notes: z.int(),
    /** Errors that speak of the sheet as a whole: nothing can be written before they are gone. */
    sheetErrors: z.int(),
    /** Rows that the person chose to leave out when writing. */
    leftOut: z.int(),
    /** Rows that came out otherwise than in the dry run when they were about to be written. */
    differing: z.int(),
  }),
  failure: ImportFailure.nullable(),
  actorName: z.string(),
  createdAt: Instant,
  appliedAt: Instant.nullable(),
  allowedActions: z.array(z.enum(importActions)),
  version: Version,
});
export type Import = z.infer<typeof Import>;

export const ImportDetail = z.strictObject({
  ...Import.shape,
  sheet: z.string(),
  columns: z.array(ImportColumnView),
  /** The headers of the sheet, each with the column that it was taken for and the one that its name comes closest to. */
  headers: z.array(
    z.strictObject({
      index: z.int().min(0),
      header: z.string(),
      column: z.string().nullable(),
      suggestion: z.string().nullable(),
      /** This header is not known yet: neither to the portal nor from an earlier choice. */
      isOpen: z.boolean(),
    }),
  ),
});
export type ImportDetail = z.infer<typeof ImportDetail>;

export const ImportRow = z.strictObject({
  row: z.int().min(1),
  label: z.string(),
  effect: ImportEffect,
  changes: z.array(z.strictObject({ column: z.string(), columnTitle: z.string(), before: z.string(), after: z.string() })),
});
export const startImport = operation({
  id: 'startImport',
  feature,
  method: 'POST',
  path: '/imports',
  summary: 'Upload a spreadsheet (.xlsx or .csv, judged by its content); it is read and checked, nothing is written',
  access: signedIn,
  query: z.strictObject({ kind: ImportKind, fileName: line(200), ...ScopeQuery }),
  upload: { maxBytes: 20_000_000 },
  response: ImportDetail,
  status: 201,
  idempotent: true,
  refusals: ['forbidden', 'import_scope_unknown', 'import_file_empty', 'import_file_old_format'],
});
export const listImports = operation({
  id: 'listImports',
  feature,
  method: 'GET',
  path: '/imports',
  summary: 'Imports of the caller; admins and auditors see all',
  access: signedIn,
  query: z.strictObject({ kind: ImportKind.optional(), state: ImportState.optional(), limit: Limit, cursor: Cursor }),
  response: page(Import),
  status: 200,
});
export const readImport = operation({
  id: 'readImport',
  feature,
  method: 'GET',
  path: '/imports/{importId}',
  summary: 'One import: how far it is, what it would do, how its columns were understood',
  access: signedIn,
  params,
  response: ImportDetail,
  status: 200,
});
export const listImportRows = operation({
  id: 'listImportRows',
  feature,
  method: 'GET',
  path: '/imports/{importId}/rows',
  summary: 'The rows as they were understood',
  access: signedIn,
  params,
  query: z.strictObject({ effect: ImportEffect.optional(), limit: Limit, cursor: Cursor }),
  response: page(ImportRow),
  status: 200,
});
export const chooseImportColumns = operation({
  id: 'chooseImportColumns',
  feature,
  method: 'PUT',
  path: '/imports/{importId}/columns',
  summary: 'Say which column each header means; remembered for the next file, then read again',
  access: signedIn,
  params,
  body: z.strictObject({
    columns: z.array(z.strictObject({ index: z.int().min(0).max(500), column: z.string().max(60).nullable() })).max(500),
  }),
  response: ImportDetail,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['wrong_state', 'import_column_taken'],
});
export const recheckImport = operation({
  id: 'recheckImport',
  feature,
  method: 'POST',
  path: '/imports/{importId}/check',
  summary: 'Read and check the same file again against the county of now',
  access: signedIn,
  params,
  response: ImportDetail,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['wrong_state'],
});
export const applyImport = operation({
  id: 'applyImport',
  feature,
  method: 'POST',
  path: '/imports/{importId}/application',
  summary: 'Write all rows or none; faulty rows are left out only when that is said',
  access: signedIn,
  params,
  body: z.strictObject({ leaveOutFaulty: z.boolean() }),
  response: ImportDetail,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['wrong_state', 'import_has_errors', 'import_nothing_to_write', 'import_scope_unknown'],
});
export const discardImport = operation({
  id: 'discardImport',
  feature,
  method: 'DELETE',
  path: '/imports/{importId}',
  summary: 'Give an import up; nothing of it is written',
  access: signedIn,
  params,
  response: ImportDetail,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['wrong_state'],
});
