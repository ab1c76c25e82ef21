import * as importKindsContract from '#contract/imports/import-kinds.ts';
import * as importRunsContract from '#contract/imports/import-runs.ts';
import * as importFindingsContract from '#contract/imports/import-findings.ts';
import * as listFiles from '#contract/imports/list-files.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import { applyImport } from './apply-import.ts';
import { chooseColumns } from './choose-columns.ts';
import { createImportRunner, type ImportRunnerPorts } from './import-runner.ts';
import { discardImport } from './discard-import.ts';
import { downloadTemplate, exportImportFindings, exportKind } from './download-files.ts';
import { exportList, type Readings } from './lists/export-list.ts';
import type { ImportJobs } from './jobs/import-jobs.ts';
import { listImportFindings, listImportKinds, listImportRows, listImports, readImport } from './read-imports.ts';
import { recheckImport } from './recheck-import.ts';
import { startImport } from './start-import.ts';

export function importsRoutes(ports: ImportRunnerPorts, jobs: ImportJobs, readings: Readings): Binding[] {
  const runner = createImportRunner(ports, jobs);
  return [
    bind(importKindsContract.listImportKinds, listImportKinds(ports, runner)),
    bind(importRunsContract.startImport, startImport(ports, runner)),
    bind(importRunsContract.listImports, listImports(ports, runner)),
    bind(importRunsContract.readImport, readImport(ports, runner)),
    bind(importFindingsContract.listImportFindings, listImportFindings(ports, runner)),
    bind(importRunsContract.listImportRows, listImportRows(ports, runner)),
    bind(importRunsContract.chooseImportColumns, chooseColumns(ports, runner)),
    bind(importRunsContract.recheckImport, recheckImport(ports, runner)),
    bind(importRunsContract.applyImport, applyImport(ports, runner)),
    bind(importRunsContract.discardImport, discardImport(ports, runner)),
    bind(importFindingsContract.exportImportFindings, exportImportFindings(ports, runner)),
    bind(importKindsContract.downloadTemplate, downloadTemplate(runner)),
    bind(importKindsContract.exportKind, exportKind(ports, runner)),
    bind(listFiles.exportList, exportList(ports, runner, readings)),
  ];
}
