import { z } from 'zod';
import { Cursor, Id, Limit, line, page } from './common.ts';
import { mediaOf } from './import-kinds.ts';
import { operation, signedIn } from './operation.ts';

const feature = 'imports';

export const ImportSeverity = z.enum(['error', 'warning', 'note']);

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

const Params = z.record(z.string(), z.union([z.string(), z.number()]));

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
export const listImportFindings = operation({
  id: 'listImportFindings',
  feature,
  method: 'GET',
  path: '/imports/{importId}/findings',
  summary: 'What the dry run has to say of rows and cells',
  access: signedIn,
  params: z.strictObject({ importId: Id }),
  query: z.strictObject({ severity: ImportSeverity.optional(), limit: Limit, cursor: Cursor }),
  response: page(ImportFinding),
  status: 200,
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
  params: z.strictObject({ importId: Id }),
  body: FindingWords,
  response: z.undefined(),
  download: [mediaOf.xlsx],
  status: 200,
  idempotent: true,
});
