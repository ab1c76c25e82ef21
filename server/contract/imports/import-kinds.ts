import { z } from 'zod';
import { Id } from '../common.ts';
import { operation, signedIn } from '../operation.ts';

const feature = 'imports';

/** Kinds of spreadsheets that the portal reads and writes. Each has an importer (server/spreadsheets/importing.ts). */
export const ImportKind = z.enum(['menu', 'organisations', 'directory', 'duty_lists', 'rosters', 'training_results', 'existing_grants']);
export type ImportKind = z.infer<typeof ImportKind>;

export const ImportScope = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), Id);

/** A column that can be chosen for a header. Titles are those of the county's spreadsheets, hence Chinese. */
export const ImportColumnView = z.strictObject({ key: z.string(), title: z.string(), isRequired: z.boolean(), explanation: z.string() });

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
/** What a file may go into or come from, as named in an address. */
export const ScopeQuery = { editionId: Id.optional(), sessionId: Id.optional(), townshipId: Id.optional() } as const;

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
  query: z.strictObject({ format: z.enum(['xlsx', 'csv']).optional(), ...ScopeQuery }),
  response: z.undefined(),
  download: [spreadsheet, csv],
  status: 200,
  refusals: ['forbidden', 'import_scope_unknown'],
});
