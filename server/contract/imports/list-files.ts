import { z } from 'zod';
import { line } from '../common.ts';
import { operation, signedIn } from '../operation.ts';

/** Where a value stands in a row: names joined by dots. */
const Place = z.string().regex(/^[a-zA-Z_]{1,40}(\.[a-zA-Z_]{1,40}){0,4}$/);

/** How a value is written. Instants become days or times of the county; `last_day_at` is the last day before an instant. */
export const CellKind = z.enum(['text', 'number', 'words', 'day', 'day_at', 'last_day_at', 'instant']);

/** A column of the file, in the words of the client: the server has none. */
export const SheetColumn = z.strictObject({
  title: line(60),
  at: Place,
  /** Where the value is a list of things: what of each is shown, one behind the other. */
  parts: z.array(Place).min(1).max(6).optional(),
  as: CellKind,
  /** What stands there where the row has nothing. */
  empty: line(60).optional(),
  /** What a word on the wire is called; one without a name here is shown as it is. */
  words: z.record(z.string().max(60), z.string().max(200)).optional(),
});
export type SheetColumn = z.infer<typeof SheetColumn>;

/** More rows than this are not one list that somebody looks through. */
export const mostListRows = 20_000;

export const exportList = operation({
  id: 'exportList',
  feature: 'imports',
  method: 'POST',
  path: '/list-files',
  summary: 'Any list as a spreadsheet: the same filters, the same rights and the same rows as the list itself, all pages of it',
  access: signedIn,
  body: z.strictObject({
    /** The path of the list's own GET operation, e.g. `/grants`. */
    list: z.string().regex(/^\/[a-zA-Z/{}-]{1,100}$/),
    params: z.record(z.string().max(40), z.string().max(100)).optional(),
    query: z.record(z.string().max(40), z.string().max(1000)).optional(),
    /** Under which name its answer has the rows. */
    rows: Place.optional(),
    /** Only the rows with these ids: of lists that are filtered on the screen, or of what was ticked. */
    only: z.array(z.string().max(80)).max(mostListRows).optional(),
    name: line(60),
    columns: z.array(SheetColumn).min(1).max(40),
  }),
  response: z.undefined(),
  download: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  status: 200,
  idempotent: true,
  refusals: ['forbidden', 'not_found', 'list_unknown', 'list_too_long', 'no_published_edition', 'date_invalid'],
});
