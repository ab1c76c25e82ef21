import {
  mediaOf,
  type downloadTemplate as templateContract,
  type exportKind as exportContract,
  type ImportKind,
} from '#contract/imports/import-kinds.ts';
import type { exportImportFindings as findingsContract } from '#contract/imports/import-findings.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { type CallOf, type FileAnswer, notFound, refuse } from '#server/platform/binding.ts';
import { change } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { importFor, mayExport, mayImport } from './access.ts';
import type { ImportRunner } from './import-runner.ts';
import { scopeGiven } from './scope.ts';

/** Files are named in Chinese, as everything in them is. */
const names: Readonly<Record<ImportKind, string>> = {
  menu: '赋权菜单',
  organisations: '机构',
  directory: '省级指导目录',
  duty_lists: '履职事项清单',
  rosters: '人员与证书',
  training_results: '培训成绩',
  existing_grants: '存量赋权',
};

const file = (name: string, format: keyof typeof mediaOf, bytes: Uint8Array | null): FileAnswer => {
  if (!bytes) throw new Error(`nothing was written for ${name}`);
  return { kind: 'file', name: `${name}.${format}`, media: mediaOf[format], bytes };
};

export const downloadTemplate = (runner: ImportRunner) => async (call: CallOf<typeof templateContract>) => {
  const { kind } = call.params;
  const importer = runner.importers.find(kind);
  if (!importer || !mayImport(call.actor, importer)) return refuse('forbidden');
  return file(`${names[kind]}导入模板`, 'xlsx', await runner.fetch({ kind: 'template', of: kind }));
};

/** What is there now. Who took a list of people with them is written down before they get it. */
export const exportKind = (ports: Ports, runner: ImportRunner) => async (call: CallOf<typeof exportContract>) => {
  const { kind } = call.params;
  const { format = 'xlsx', ...given } = call.query;
  const importer = runner.importers.find(kind);
  if (!importer || !mayExport(call.actor, importer)) return refuse('forbidden');
  const found = scopeGiven(ports.db, importer, call.actor, given, 'export');
  if (!found) return refuse('import_scope_unknown');
  const { scope, name } = found;
  if (importer.isPersonal) {
    const recorded = await change(ports, call, (act) => {
      act.record({ action: 'people_exported', subjectKind: 'export', subjectId: kind, detail: { kind, scope, format } });
      return { kind: 'done', value: null };
    });
    if (recorded.kind === 'refused') return recorded;
  }
  const bytes = await runner.fetch({ kind: 'export', of: kind, scope, format });
  return file([names[kind], name, dayOf(call.now)].filter((part) => part !== '').join('-'), format, bytes);
};

export const exportImportFindings = (ports: Ports, runner: ImportRunner) => async (call: CallOf<typeof findingsContract>) => {
  const row = importFor(ports.db, runner.importers, call.actor, call.params.importId);
  if (!row) return notFound;
  const bytes = await runner.fetch({ kind: 'findings', importId: row.id, importKind: row.kind as ImportKind, words: call.body });
  return file(`${row.fileName.replace(/\.\w{1,5}$/, '')}-核对结果`, 'xlsx', bytes);
};
