import { z } from 'zod';
import { Cursor, Id, Instant, Limit, Version, line, page } from './common.ts';
import { operation, signedIn } from './operation.ts';

const feature = 'imports';

/** Kinds of spreadsheets that the portal reads and writes. Each has an importer (server/platform/importing.ts). */
export const ImportKind = z.enum(['menu', 'organisations', 'directory', 'duty_lists', 'rosters', 'training_results', 'existing_grants']);
export type ImportKind = z.infer<typeof ImportKind>;

export const ImportState = z.enum(['reading', 'mapping', 'checked', 'applying', 'applied', 'failed', 'discarded']);
export const ImportSeverity = z.enum(['error', 'warning', 'note']);
export const ImportEffect = z.enum(['added', 'changed', 'unchanged']);

/** What can be said of a row or a cell. The client has words for each, with its parameters. */
export const findingCodes = [
  // the sheet
  'header_missing',
  'column_missing',
  'column_without_place',
  'sheet_empty',
  'other_sheet',
  'title_row',
  'repeated_header',
  'section_row',
  'subtotal_row',
  'note_row',
  'blank_rows',
  'findings_cut',
  // the cell
  'merged_value',
  'text_read_as',
  'cell_error',
  'cell_too_long',
  'control_character',
  'required_empty',
  'code_unreadable',
  'default_taken',
  'incomplete_rows',
  'word_unknown',
  'flag_unreadable',
  'day_without_date',
  'day_with_short_year',
  'day_unreadable',
  'day_does_not_exist',
  'amount_unreadable',
  'amount_negative',
  'amount_too_large',
  'amount_not_whole',
  'unit_unknown',
  'unit_missing',
  'number_out_of_range',
  'duplicate_row',
  'duplicate_value',
  'too_many_entries',
  'not_understood',
  // what it refers to
  'unknown_organisation',
  'unknown_power',
  'unknown_certificate',
  'code_of_other_power',
  'power_ambiguous',
  'power_not_found',
  'power_retired',
  'power_fixed',
  'power_in_use',
  // the law
  'article_not_understood',
  'statute_version_unknown',
  'statute_title_completed',
  'statute_version_taken',
  'statute_superseded',
  'statute_amended',
  'gate',
  'by_law',
  'not_passed_down',
  'not_on_menu',
  'rides_with_penalty',
  'carrier_differs',
  // organisations
  'code_rounded',
  'division_code_invalid',
  'division_code_long',
  'division_codes_differ',
  'county_row',
  'county_taken',
  'county_unclear',
  'other_county',
  'community_row',
  'statistical_unit',
  'kind_unclear',
  'kind_differs_from_name',
  'name_completed',
  'name_taken',
  'figures_missing',
  'figures_of_department',
  'duty_of_township',
  'system_unclear',
  'organisation_in_use',
  'state_not_by_import',
  // rosters
  'identity_in_cell',
  'identity_number',
  'identity_numbers',
  'other_township',
  'person_ambiguous',
  'person_differs',
  'person_left',
  'person_renamed',
  'person_row_faulty',
  'person_unknown',
  'joining_day_changed',
  'day_improbable',
  'period_reversed',
  'certificate_by_trainer',
  'certificate_differs',
  'certificate_overlap',
  'revocation_not_by_import',
  // training results
  'attendees_without_result',
  'day_in_future',
  'day_outside_session',
  'not_enrolled',
  'officer_unknown',
  'other_session',
  'result_missing',
  'result_recorded',
  'score_without_result',
  'session_ambiguous',
  'session_cancelled',
  'session_unknown',
  // existing grants
  'attestations_not_watched',
  'department_differs',
  'document_days_differ',
  'document_number_unusual',
  'document_of_portal',
  'document_prefix_own',
  'grant_differs',
  'holding_overlap',
  'holding_overlap_in_sheet',
  'issued_after_start',
  'carrier_differs_from_menu',
  'item_missing',
  'prerequisites_lacking',
  'trial_outside',
  // directory and duty lists
  'linked_to_power',
  'name_alike',
] as const;
export const FindingCode = z.enum(findingCodes);
export type FindingCode = z.infer<typeof FindingCode>;

/** Why an import ended, or has to be looked at again. */
export const ImportFailure = z.enum([
  'old_format',
  'not_a_spreadsheet',
  'damaged',
  'unpacks_too_large',
  'too_many_rows',
  'too_many_columns',
  'too_large_to_read',
  'identity_numbers',
  'nothing_to_write',
  'scope_changed',
  'changed_since_check',
  'interrupted',
  'storage',
  'internal',
]);

const Params = z.record(z.string(), z.union([z.string(), z.number()]));

export const importActions = ['map', 'recheck', 'apply', 'apply_without_faulty', 'discard'] as const;

export const ImportScope = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), Id);

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

/** A column that can be chosen for a header. Titles are those of the county's spreadsheets, hence Chinese. */
export const ImportColumnView = z.strictObject({ key: z.string(), title: z.string(), isRequired: z.boolean(), explanation: z.string() });

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
      /** Nobody knows this header yet: neither the portal nor somebody who was asked before. */
      isOpen: z.boolean(),
    }),
  ),
});
export type ImportDetail = z.infer<typeof ImportDetail>;

export const ImportFinding = z.strictObject({
  position: z.int().min(0),
  /** As a person counts the rows of the sheet; 0 speaks of the sheet as a whole. */
  row: z.int().min(0),
  column: z.string(),
  columnTitle: z.string(),
  severity: ImportSeverity,
  code: FindingCode,
  cell: z.string(),
  params: Params,
  proposal: z.string(),
});
export type ImportFinding = z.infer<typeof ImportFinding>;

export const ImportRow = z.strictObject({
  row: z.int().min(1),
  label: z.string(),
  effect: ImportEffect,
  changes: z.array(z.strictObject({ column: z.string(), columnTitle: z.string(), before: z.string(), after: z.string() })),
});

export const ImportKindView = z.strictObject({
  kind: ImportKind,
  /** What has to be named with the file, e.g. the edition. */
  scopeKeys: z.array(z.string()),
  /** What can be named, for those who may: drafts, sessions. */
  scopes: z.array(z.strictObject({ scope: ImportScope, name: z.string() })),
  columns: z.array(ImportColumnView),
});

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csv = 'text/csv; charset=utf-8';
export const mediaOf = { xlsx: spreadsheet, csv } as const;
const params = z.strictObject({ importId: Id });
const Scope = { editionId: Id.optional(), sessionId: Id.optional(), townshipId: Id.optional() } as const;

export const listImportKinds = operation({
  id: 'listImportKinds',
  feature,
  method: 'GET',
  path: '/import-kinds',
  summary: 'What the caller may import and export, and into what',
  access: signedIn,
  response: z.strictObject({ items: z.array(ImportKindView) }),
  status: 200,
});
export const startImport = operation({
  id: 'startImport',
  feature,
  method: 'POST',
  path: '/imports',
  summary: 'Upload a spreadsheet (.xlsx or .csv, judged by its content); it is read and checked, nothing is written',
  access: signedIn,
  query: z.strictObject({ kind: ImportKind, fileName: line(200), ...Scope }),
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
export const listImportFindings = operation({
  id: 'listImportFindings',
  feature,
  method: 'GET',
  path: '/imports/{importId}/findings',
  summary: 'What the dry run has to say of rows and cells',
  access: signedIn,
  params,
  query: z.strictObject({ severity: ImportSeverity.optional(), limit: Limit, cursor: Cursor }),
  response: page(ImportFinding),
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
export const FindingWords = z.strictObject({
  /** Row, column, cell, severity, what, proposal. */
  headers: z.array(line(40)).length(6),
  wholeSheet: line(40),
  severities: z.strictObject({ error: line(40), warning: line(40), note: line(40) }),
  /** A sentence for each code, with `{{parameter}}`; `gate:<name>` for each gate. */
  sentences: z.record(z.string().max(60), z.string().max(600)),
});
export type FindingWords = z.infer<typeof FindingWords>;
export const exportImportFindings = operation({
  id: 'exportImportFindings',
  feature,
  method: 'POST',
  path: '/imports/{importId}/findings/file',
  summary: 'The findings as a spreadsheet, each beside its cell, in the words that the caller brings: the server has none',
  access: signedIn,
  params,
  body: FindingWords,
  response: z.undefined(),
  download: [spreadsheet],
  status: 200,
  idempotent: true,
});
export const downloadTemplate = operation({
  id: 'downloadTemplate',
  feature,
  method: 'GET',
  path: '/import-kinds/{kind}/template',
  summary: 'An empty spreadsheet with explanations, an example and drop-downs',
  access: signedIn,
  params: z.strictObject({ kind: ImportKind }),
  response: z.undefined(),
  download: [spreadsheet],
  status: 200,
});
export const exportKind = operation({
  id: 'exportKind',
  feature,
  method: 'GET',
  path: '/import-kinds/{kind}/export',
  summary: 'What is there now, in the columns that an import reads',
  access: signedIn,
  params: z.strictObject({ kind: ImportKind }),
  query: z.strictObject({ format: z.enum(['xlsx', 'csv']).optional(), ...Scope }),
  response: z.undefined(),
  download: [spreadsheet, csv],
  status: 200,
  refusals: ['forbidden', 'import_scope_unknown'],
});
