import { sql } from 'drizzle-orm';
import { blob, check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The very bytes that were uploaded, by their hash (SHA-256, base64url): evidence of what an import was made from. They may be
 * emptied, for a reason that stays: what the portal may not keep, or what no import needs any more.
 */
export const importFiles = sqliteTable('import_files', {
  hash: text('hash').primaryKey(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  emptiedAt: integer('emptied_at'),
  emptiedFor: text('emptied_for', {
    enum: [
      'identity_numbers',
      ...(['not_a_spreadsheet', 'damaged', 'unpacks_too_large', 'too_many_rows', 'too_many_columns', 'embedded_files'] as const),
      'too_large_to_read',
      'discarded',
    ],
  }),
});

/** One upload from the spreadsheet to the end of its story. */
export const imports = sqliteTable(
  'imports',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    /** What the rows go into beyond the county itself, e.g. the draft edition or the township. */
    scope: text('scope', { mode: 'json' }).notNull().$type<Readonly<Record<string, string>>>(),
    fileName: text('file_name').notNull(),
    fileHash: text('file_hash')
      .notNull()
      .references(() => importFiles.hash, { onDelete: 'restrict' }),
    state: text('state', { enum: ['reading', 'mapping', 'checked', 'applying', 'applied', 'failed', 'discarded'] }).notNull(),
    /** Rows done and rows in all of the step under way. */
    doneRows: integer('done_rows').notNull(),
    totalRows: integer('total_rows').notNull(),
    sheet: text('sheet').notNull(),
    headers: text('headers', { mode: 'json' }).notNull().$type<readonly string[]>(),
    /** Column of the sheet (from 0) to column of the importer; null is left out on purpose. */
    mapping: text('mapping', { mode: 'json' }).notNull().$type<Readonly<Record<string, string | null>>>(),
    counts: text('counts', { mode: 'json' }).notNull().$type<Readonly<Record<string, number>>>(),
    /** Code of the refusal or fault that ended it; null otherwise. */
    failure: text('failure'),
    accountId: text('account_id').notNull(),
    actorName: text('actor_name').notNull(),
    organisationId: text('organisation_id').notNull(),
    createdAt: integer('created_at').notNull(),
    appliedAt: integer('applied_at'),
    version: integer('version').notNull(),
  },
  (t) => [
    index('imports_account').on(t.accountId, t.id),
    index('imports_kind').on(t.kind, t.id),
    index('imports_account_state').on(t.accountId, t.state, t.id),
    index('imports_kind_state').on(t.kind, t.state, t.id),
    index('imports_under_way')
      .on(t.state)
      .where(sql`state in ('reading', 'applying')`),
    index('imports_discarded')
      .on(t.createdAt)
      .where(sql`state = 'discarded'`),
    index('imports_file').on(t.fileHash),
    check('imports_state', sql`state in ('reading','mapping','checked','applying','applied','failed','discarded')`),
  ],
);

/** What the dry run says of a row or a cell. */
export const importFindings = sqliteTable(
  'import_findings',
  {
    importId: text('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'restrict' }),
    position: integer('position').notNull(),
    /** Row of the sheet as a person counts it, from 1; 0 speaks of the sheet as a whole. */
    row: integer('row').notNull(),
    /** Column of the importer; empty when the finding speaks of the whole row. */
    column: text('column').notNull(),
    severity: text('severity', { enum: ['error', 'warning', 'note'] }).notNull(),
    code: text('code').notNull(),
    cell: text('cell').notNull(),
    params: text('params', { mode: 'json' }).notNull().$type<Readonly<Record<string, string | number>>>(),
    /** What could stand there instead; empty when there is none. */
    proposal: text('proposal').notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.position] }), index('import_findings_severity').on(t.importId, t.severity, t.position)],
);

/** A row as it would be written: what the dry run understood. */
export const importRows = sqliteTable(
  'import_rows',
  {
    importId: text('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'restrict' }),
    row: integer('row').notNull(),
    /** What happens to the thing that the row speaks of. */
    effect: text('effect', { enum: ['added', 'changed', 'unchanged'] }).notNull(),
    label: text('label').notNull(),
    record: text('record', { mode: 'json' }).notNull().$type<unknown>(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
);

/** Which column somebody chose for a header that the portal did not know; remembered for the next file. */
export const importMappings = sqliteTable(
  'import_mappings',
  {
    kind: text('kind').notNull(),
    header: text('header').notNull(),
    column: text('column'),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.header] })],
);
