import type { rowFindings as source } from '../../zh/imports/import-rows.ts';

export const rowFindings: Record<keyof typeof source, string> = {
  code_of_other_power: 'This code is that of “{{name}}”, which is not the name given.',
  power_ambiguous: 'Several powers have this name; give the code: {{codes}}.',
  power_not_found: 'There is no power “{{name}}”. Check the code or the name.',
  // organisations
  code_rounded: 'The program counted with this code and its last digits are lost. Format the column as text and enter it again.',
  division_code_invalid: 'A division code has 9 digits (or 12 that end in 000).',
  division_code_long: 'The 12-digit code ends in 000 and is read as the 9-digit code {{code}}.',
  division_codes_differ: 'The two columns of codes do not mean the same township; the other says {{code}}.',
  county_row: 'This row is the county “{{name}}”, not a township; it is left out.',
  county_taken: 'The division code {{code}} is taken for this county; rows of other counties are left out.',
  county_unclear:
    'The sheet has {{count}} counties and none can be told to be “{{county}}”. Keep only the rows of this county, or check its name.',
  other_county: 'Belongs to {{county}}, not to {{own}}; it is left out.',
  community_row: '“{{name}}” is a village or community, not a township; it is left out.',
  statistical_unit: '“{{name}}” is a statistical unit such as a forest farm, not a township by law: it cannot hold powers and is left out.',
  kind_unclear: 'Nobody can tell whether “{{name}}” is a town, a township, a subdistrict or a department. Give the kind.',
  kind_differs_from_name: 'The kind does not agree with the name “{{name}}”.',
  name_completed: 'The name is completed to “{{name}}”: powers are held by the government or the office.',
  name_taken: '“{{name}}” is registered with the division code {{code}}. Check the code or the name.',
  figures_missing: '{{count}} figures of the profile are missing and are kept as 0. Complete them on the page of the organisation.',
  figures_of_department: 'Residents, area and so on are for townships; those of a department are left out.',
  duty_of_township: 'Legal review, posts, finance and so on are duties of county departments; a township has none.',
  system_unclear:
    'No line is given, so it is taken for the county’s own. “{{name}}” may belong to a vertical line or to the city; check it.',
  organisation_in_use: 'People still have accounts in this department, so its duty cannot change. Change the accounts first.',
  state_not_by_import: 'An organisation is not closed or reopened by a sheet. Do it on its page.',
  // rosters
  identity_in_cell: 'Cell {{place}} of sheet “{{sheet}}” looks like an identity number. Delete it.',
  identity_in_hidden: 'Cell {{place}} of the hidden sheet “{{sheet}}” looks like an identity number. Show the sheet and delete it.',
  identity_in_note: 'The note on cell {{place}} of sheet “{{sheet}}” looks like an identity number. Delete it.',
  identity_elsewhere:
    'Some other part of the file (a text box, a header, its properties, the cache of a filter or pivot table) looks like an identity number. The easiest way: copy what is to be imported into a new spreadsheet and upload that.',
  identity_number: 'This cell looks like an identity number. The portal keeps none; delete it and import again.',
  identity_numbers:
    'The sheet has a column of identity numbers ({{count}} people). The portal keeps none; delete the column and import again.',
  other_township: 'Only people of “{{name}}” can be imported here.',
  person_ambiguous: '{{count}} people have this name. Give the day of joining or the township to tell them apart.',
  person_differs: 'Does not agree with row {{row}} of the same person.',
  person_left: 'This person left on {{day}} and the record stays. Who comes back is a new entry with a new day of joining.',
  person_renamed: 'The id belongs to somebody called “{{name}}”, who would be renamed. Make sure that it is the same person.',
  person_row_faulty: 'Row {{row}} of the same person has an error, so this row cannot be written either.',
  person_unknown: 'The id is nobody’s in this township. Leave it empty for somebody new.',
  joining_day_changed:
    'The roster says that this person joined on {{day}}; the day of the sheet would replace it. Check that it is not a namesake.',
  day_improbable: 'The day of joining, {{day}}, is too early or too far ahead. Check it.',
  period_reversed: 'The end comes before the beginning, {{day}}.',
  certificate_by_trainer: 'The person is imported; certificates are recorded by the training officer and not written here.',
  certificate_differs:
    'This certificate is on record from {{from}} to {{to}} and stays so. The training officer can revoke and record it anew.',
  certificate_overlap: 'Overlaps the certificate {{number}} of the same kind ({{from}} to {{to}}).',
  revocation_not_by_import: 'A certificate is not revoked by a sheet. The training officer does it on the roster.',
  // training results
  attendees_without_result: '{{count}} people of “{{session}}” have no result yet; it may follow.',
  day_in_future: 'The day cannot be later than today ({{day}}).',
  day_outside_session: 'The day lies before the session ({{from}} to {{to}}).',
  not_enrolled: 'This person is on the roster but not enrolled in “{{session}}”. The township enrols first.',
  officer_unknown: 'Nobody of this name is enrolled. Check name and township.',
  other_session: 'Only results of “{{session}}” can be imported here.',
  result_missing: 'There is no result; the row is not written.',
  result_recorded: 'A result is recorded ({{result}}, score {{score}}) and stays so.',
  score_without_result:
    'There is a score but no result, and the portal does not know the pass mark; the row is not written. Say passed or failed.',
  session_ambiguous: 'It could be any of {{count}} sessions. Give the name of the session or the day.',
  session_cancelled: 'The session “{{session}}” was cancelled and has no results.',
  session_unknown: 'There is no such course or session.',
  // existing grants
  attestations_not_watched: '{{count}} prerequisites about premises, equipment or procedures are not watched for existing grants.',
  department_differs: 'The power belongs to “{{name}}”, and that is what counts.',
  document_days_differ: 'One document has one day of issue; before, it was {{day}}.',
  document_number_unusual: '“{{value}}” is not a usual document number; it is kept as it stands.',
  document_of_portal: 'The portal issued this number itself; it cannot be that of an existing grant.',
  document_prefix_own: 'The number bears the portal’s own prefix “{{prefix}}” and may be given again. Check it.',
  grant_differs: 'This grant is in the ledger with “{{value}}”. The ledger is not written over; changes go by return or recall.',
  holding_overlap: 'Overlaps a grant that is there ({{number}}, {{from}} to {{to}}); there can be only one at a time.',
  holding_overlap_in_sheet: 'Row {{row}} is the same power of the same township, and the times overlap.',
  issued_after_start: 'The document was issued after the start, {{day}}. Check it.',
  carrier_differs_from_menu: 'The menu in force says “{{value}}”; the sheet’s way is registered.',
  item_missing: '“{{name}}” is not on the menu in force. Put it on the menu and publish first, then register what exists.',
  prerequisites_lacking:
    'Needs {{need}} people, and the roster has {{have}}. Unless that is cured by {{day}}, the power is suspended and the department exercises it.',
  trial_outside: 'The trial ends between {{from}} and {{to}}.',
  // directory and duty lists
  linked_to_power: 'Speaks of the county’s power “{{name}}” ({{code}}).',
  name_alike: 'Looks like the county’s power “{{name}}” ({{code}}) and is not linked by itself. If it is the same, give the code.',
};
