import * as contract from '#contract/imports.ts';
import * as listFiles from '#contract/list-files.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import { applyImport } from './apply-import.ts';
import { chooseColumns } from './choose-columns.ts';
import { createDesk, type DeskPorts } from './desk.ts';
import { discardImport } from './discard-import.ts';
import { downloadTemplate, exportImportFindings, exportKind } from './download-files.ts';
import { exportList, type Readings } from './export-list.ts';
import type { ImportJobs } from './import-jobs.ts';
import { listImportFindings, listImportKinds, listImportRows, listImports, readImport } from './read-imports.ts';
import { recheckImport } from './recheck-import.ts';
import { startImport } from './start-import.ts';

export function importsRoutes(ports: DeskPorts, jobs: ImportJobs, readings: Readings): Binding[] {
  const desk = createDesk(ports, jobs);
  return [
    bind(contract.listImportKinds, listImportKinds(ports)),
    bind(contract.startImport, startImport(ports, desk)),
    bind(contract.listImports, listImports(ports, desk)),
    bind(contract.readImport, readImport(ports, desk)),
    bind(contract.listImportFindings, listImportFindings(ports)),
    bind(contract.listImportRows, listImportRows(ports)),
    bind(contract.chooseImportColumns, chooseColumns(ports, desk)),
    bind(contract.recheckImport, recheckImport(ports, desk)),
    bind(contract.applyImport, applyImport(ports, desk)),
    bind(contract.discardImport, discardImport(ports, desk)),
    bind(contract.exportImportFindings, exportImportFindings(ports, desk)),
    bind(contract.downloadTemplate, downloadTemplate(desk)),
    bind(contract.exportKind, exportKind(ports, desk)),
    bind(listFiles.exportList, exportList(ports, desk, readings)),
  ];
}
