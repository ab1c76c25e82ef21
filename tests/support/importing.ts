import { change } from '#server/records/change.ts';
import type { AnyImporter, ImportScope, ReadSheet, RowFinding, SheetReading } from '#server/spreadsheets/importing.ts';
import { people, type Person } from '#tests/builders/county.ts';
import type { TestApp } from './app.ts';

type Cells = Readonly<Record<string, string>>;
type World = Pick<TestApp, 'db' | 'ports' | 'clock' | 'newId'>;

interface About {
  readonly scope?: ImportScope;
  /** Headers that differ from the titles, e.g. by their unit. */
  readonly headers?: Cells;
  readonly sheet?: string;
}

/** Rows as the frame hands them to an importer: every column of every row, the first row of data is the second of the sheet. */
export function sheetOf(importer: AnyImporter, rows: readonly Cells[], { headers = {}, sheet = 'Sheet1' }: About = {}): ReadSheet {
  const used = importer.columns.filter(({ key }) => rows.some((cells) => cells[key] !== undefined));
  const blank = Object.fromEntries(used.map(({ key }) => [key, '']));
  return {
    rows: rows.map((cells, index) => ({ row: index + 2, cells: { ...blank, ...cells } })),
    head: { name: sheet, headers: { ...Object.fromEntries(used.map(({ key, title }) => [key, title])), ...headers } },
  };
}

export function readSheet(world: World, importer: AnyImporter, rows: readonly Cells[], about: About = {}): SheetReading<unknown> {
  return importer.readWith(world.db, about.scope ?? {}, world.clock.now(), sheetOf(importer, rows, about));
}

/** Findings as `row column severity code`, for a look at all of them. */
export const inShort = (findings: readonly RowFinding[]): string[] =>
  findings.map(({ row, column, severity, code }) => [String(row), column, severity, code].filter((part) => part !== '').join(' '));

export const effects = ({ rows }: SheetReading<unknown>): string[] => rows.map(({ row, effect }) => `${String(row)} ${effect}`);

/** Reads and writes in one transaction, as the frame does; a sheet with an error is a mistake of the test. */
export async function importRows(
  world: World,
  importer: AnyImporter,
  rows: readonly Cells[],
  about: About & { readonly by?: Person } = {},
): Promise<SheetReading<unknown>> {
  const by = about.by ?? 'admin';
  const actor = { accountId: by, name: people[by].name, onBehalfOf: null };
  const context = { operationId: 'applyImport', actor, now: world.clock.now(), requestId: world.newId(), idempotency: null };
  let reading: SheetReading<unknown> | undefined;
  await change(world.ports, context, (act) => {
    reading = importer.readWith(act.tx, about.scope ?? {}, act.now, sheetOf(importer, rows, about));
    const errors = reading.findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(inShort(errors).join('\n'));
    importer.apply(
      act,
      reading.rows.filter(({ effect }) => effect !== 'unchanged'),
      about.scope ?? {},
    );
    act.record({ action: 'import_applied', subjectKind: 'import', subjectId: importer.kind, detail: { kind: importer.kind } });
    return { kind: 'done' as const, value: null };
  });
  if (!reading) throw new Error('nothing was read');
  return reading;
}

/** What comes out, read again as it is. */
export function readExport(world: World, importer: AnyImporter, scope: ImportScope = {}): SheetReading<unknown> {
  return readSheet(world, importer, [...importer.exported(world.db, scope)], { scope });
}
