import * as importKindsContract from '#contract/imports/import-kinds.ts';
import * as importRunsContract from '#contract/imports/import-runs.ts';
import * as importFindingsContract from '#contract/imports/import-findings.ts';
import * as listFiles from '#contract/imports/list-files.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import { applyImport } from './apply-import.ts';
import { chooseColumns } from './choose-columns.ts';
import { createDesk, type DeskPorts } from './desk.ts';
import { discardImport } from './discard-import.ts';
import { downloadTemplate, exportImportFindings, exportKind } from './download-files.ts';
import { exportList, type Readings } from './lists/export-list.ts';
import type { ImportJobs } from './jobs/import-jobs.ts';
import { listImportFindings, listImportKinds, listImportRows, listImports, readImport } from './read-imports.ts';
import { recheckImport } from './recheck-import.ts';
import { startImport } from './start-import.ts';

export function importsRoutes(ports: DeskPorts, jobs: ImportJobs, readings: Readings): Binding[] {
  const desk = createDesk(ports, jobs);
  return [
    bind(importKindsContract.listImportKinds, listImportKinds(ports, desk)),
    bind(importRunsContract.startImport, startImport(ports, desk)),
    bind(importRunsContract.listImports, listImports(ports, desk)),
    bind(importRunsContract.readImport, readImport(ports, desk)),
    bind(importFindingsContract.listImportFindings, listImportFindings(ports, desk)),
    bind(importRunsContract.listImportRows, listImportRows(ports, desk)),
    bind(importRunsContract.chooseImportColumns, chooseColumns(ports, desk)),
    bind(importRunsContract.recheckImport, recheckImport(ports, desk)),
    bind(importRunsContract.applyImport, applyImport(ports, desk)),
    bind(importRunsContract.discardImport, discardImport(ports, desk)),
    bind(importFindingsContract.exportImportFindings, exportImportFindings(ports, desk)),
    bind(importKindsContract.downloadTemplate, downloadTemplate(desk)),
    bind(importKindsContract.exportKind, exportKind(ports, desk)),
    bind(listFiles.exportList, exportList(ports, desk, readings)),
  ];
}
