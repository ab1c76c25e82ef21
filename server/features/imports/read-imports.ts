import { pageOf, totalOf } from '#server/platform/list-page.ts';
import type { listImportFindings as findingsContract } from '#contract/imports/import-findings.ts';
import type { listImportKinds as kindsContract } from '#contract/imports/import-kinds.ts';
import type {
  listImportRows as rowsContract,
  listImports as listContract,
  readImport as readContract,
} from '#contract/imports/import-runs.ts';
import { answered, type CallOf, notFound } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { importFor, importsSeenBy, mayImport } from './access.ts';
import type { ImportRunner } from './import-runner.ts';
import { presentColumns, presentDetail, presentFinding, presentImport } from './present.ts';
import { findingPage, importPage, rowPage } from './queries.ts';

function presentPage<R, T>(rows: readonly R[], total: number, limit: number, cursorOf: (row: R) => string, present: (row: R) => T) {
  const { shown, nextCursor } = pageOf(rows, limit, cursorOf);
  return { items: shown.map(present), nextCursor, ...totalOf(total) };
}

export const listImportKinds =
  ({ db }: Ports, runner: ImportRunner) =>
  (call: CallOf<typeof kindsContract>) =>
    answered({
      items: runner.importers.all
        .filter((importer) => mayImport(call.actor, importer))
        .map((importer) => ({
          kind: importer.kind,
          scopeKeys: [...importer.scopeKeys],
          scopes: (importer.scopes?.(db, call.actor, 'import') ?? []).map(({ scope, name }) => ({ scope: { ...scope }, name })),
          columns: presentColumns(importer),
        })),
    });

export const listImports =
  ({ db }: Ports, runner: ImportRunner) =>
  (call: CallOf<typeof listContract>) => {
    const { kind, state, cursor = null, limit = 50 } = call.query;
    const { rows, total } = importPage(db, {
      scope: importsSeenBy(db, runner.importers.all, call.actor),
      kind,
      state,
      after: cursor,
      limit,
    });
    return answered(
      presentPage(
        rows,
        total,
        limit,
        ({ id }) => id,
        (row) => presentImport(db, call.actor, row, runner),
      ),
    );
  };

export const readImport =
  ({ db }: Ports, runner: ImportRunner) =>
  (call: CallOf<typeof readContract>) => {
    const row = importFor(db, runner.importers, call.actor, call.params.importId);
    return row ? answered(presentDetail(db, call.actor, row, runner)) : notFound;
  };

export const listImportFindings =
  ({ db }: Ports, runner: ImportRunner) =>
  (call: CallOf<typeof findingsContract>) => {
    const row = importFor(db, runner.importers, call.actor, call.params.importId);
    if (!row) return notFound;
    const { severity, cursor = null, limit = 50 } = call.query;
    const { rows, total } = findingPage(db, row.id, { severity, after: cursor, limit });
    const importer = runner.importers.demand(row.kind);
    return answered(
      presentPage(
        rows,
        total,
        limit,
        ({ position }) => String(position),
        (finding) => presentFinding(importer, finding),
      ),
    );
  };

export const listImportRows =
  ({ db }: Ports, runner: ImportRunner) =>
  (call: CallOf<typeof rowsContract>) => {
    const found = importFor(db, runner.importers, call.actor, call.params.importId);
    if (!found) return notFound;
    const { effect, cursor = null, limit = 50 } = call.query;
    const { rows, total } = rowPage(db, found.id, { effect, after: cursor, limit });
    const titles = new Map(runner.importers.demand(found.kind).columns.map(({ key, title }) => [key, title]));
    return answered(
      presentPage(
        rows,
        total,
        limit,
        ({ row }) => String(row),
        ({ row, label, effect: what, record }) => ({
          row,
          label,
          effect: what,
          changes: record.changes.map((change) => ({ ...change, columnTitle: titles.get(change.column) ?? change.column })),
        }),
      ),
    );
  };
