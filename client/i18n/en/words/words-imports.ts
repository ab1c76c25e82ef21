import type { ImportWords } from '../../word-lists.ts';

/** What a spreadsheet is about, how far it is, and what came of it. */
export const words: ImportWords = {
  importKind: {
    menu: 'Menu',
    organisations: 'Organisations and profiles',
    directory: 'Provincial directory',
    duty_lists: 'Duty lists',
    rosters: 'Officers and certificates',
    training_results: 'Training results',
    existing_grants: 'Existing grants',
  },
  importState: {
    reading: 'Checking',
    mapping: 'Columns to match',
    checked: 'To be confirmed',
    applying: 'Writing',
    applied: 'Written',
    failed: 'Not imported',
    discarded: 'Given up',
  },
  importSeverity: {
    error: 'Error',
    warning: 'Attention',
    note: 'Note',
  },
  importEffect: {
    added: 'Added',
    changed: 'Changed',
    unchanged: 'Unchanged',
  },
  importFailure: {
    old_format: 'This is an old .xls or an encrypted file.',
    not_a_spreadsheet: 'This is not a spreadsheet that can be read. Save it as .xlsx or .csv and upload that.',
    damaged: 'The file is damaged. Open it in Excel or WPS, save it as .xlsx and upload that.',
    unpacks_too_large: 'The file unpacks to too much. Remove pictures and spare sheets, or split it.',
    too_many_rows: 'It has more than 20,000 rows. Split it into several files.',
    too_many_columns: 'More than 200 columns hold something. Remove those that are not needed.',
    embedded_files: 'The file has other files embedded in it, which cannot be searched for identity numbers. Remove them and upload again.',
    too_large_to_read: 'The file is too large for the memory at hand. Split it into several files.',
    identity_numbers: 'The file holds identity numbers; its content was removed.',
    nothing_to_write: 'There is nothing to write.',
    scope_changed: 'The place it was meant for has changed.',
    changed_since_check: 'The data changed after the check.',
    authority_lost:
      'Whoever confirmed it no longer has the right to write it; nothing was written. Somebody with that right can confirm it.',
    interrupted: 'The portal was restarted meanwhile. Check or confirm again.',
    storage: 'The storage is not available at the moment. Try again later.',
    internal: 'Something went wrong in the portal. Tell the administrator about this import.',
  },
};
