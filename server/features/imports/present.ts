import { type Import, type ImportDetail, ImportFailure } from '#contract/imports/import-runs.ts';
import { FindingCode, type ImportFinding } from '#contract/imports/import-findings.ts';
import type { ImportKind } from '#contract/imports/import-kinds.ts';
import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import type { AnyImporter } from '#server/spreadsheets/importing.ts';
import type { Importers } from '#server/spreadsheets/importers.ts';
import type { Progress } from '#server/platform/writing-thread.ts';
import { allowedImportActions } from './import-guard.ts';
import { knownHeaders, matchColumns } from '#server/spreadsheets/match-columns.ts';
import { rememberedColumns, type FindingRow, type ImportRow } from './queries.ts';
import { noCounts } from './reading.ts';
import { isScopeOpen, scopeName } from './scope.ts';

/** What a presentation needs of the runner. */
export interface Presenting {
  readonly importers: Importers;
  readonly progressOf: (importId: string) => Progress | null;
}

export function presentImport(db: Db, actor: Actor, row: ImportRow, runner: Presenting): Import {
  const importer = runner.importers.demand(row.kind);
  const progress = runner.progressOf(row.id);
  const { id, fileName, state, actorName, createdAt, appliedAt, version } = row;
  return {
    ...{ id, fileName, state, actorName, createdAt, appliedAt, version },
    kind: row.kind as ImportKind,
    scope: { ...row.scope },
    scopeName: scopeName(db, importer, row.scope),
    doneRows: progress?.done ?? row.doneRows,
    totalRows: progress?.total ?? row.totalRows,
    counts: { ...noCounts, ...row.counts },
    failure: row.failure === null ? null : ImportFailure.parse(row.failure),
    allowedActions: allowedImportActions({ row, importer, isScopeOpen: () => isScopeOpen(db, importer, row.scope) }, actor),
  };
}

export const presentColumns = ({ columns }: AnyImporter): ImportDetail['columns'] =>
  columns.map(({ key, title, isRequired, explanation }) => ({ key, title, isRequired, explanation }));

export function presentDetail(db: Db, actor: Actor, row: ImportRow, runner: Presenting): ImportDetail {
  const importer = runner.importers.demand(row.kind);
  const known = knownHeaders(importer, rememberedColumns(db, row.kind));
  // What is not decided yet is looked at again, for the sake of its suggestion.
  const { headers } = matchColumns(row.headers, known, row.mapping);
  return {
    ...presentImport(db, actor, row, runner),
    sheet: row.sheet,
    columns: presentColumns(importer),
    headers: headers.map(({ index, header, column, suggestion }) => {
      const isOpen = !(String(index) in row.mapping);
      return { index, header, column: isOpen ? null : column, suggestion: isOpen ? (suggestion ?? column) : null, isOpen };
    }),
  };
}

export function presentFinding(importer: AnyImporter, row: FindingRow): ImportFinding {
  const { position, row: at, column, severity, code, cell, params, proposal } = row;
  const columnTitle = importer.columns.find(({ key }) => key === column)?.title ?? '';
  return { position, row: at, column, columnTitle, severity, code: FindingCode.parse(code), cell, params: { ...params }, proposal };
}
