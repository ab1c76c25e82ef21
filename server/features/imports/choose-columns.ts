import type { chooseImportColumns as contract } from '#contract/imports/import-runs.ts';
import { foldText } from '#server/domain/values/text.ts';
import { type CallOf, refuse } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { actOnImport } from './act-on-import.ts';
import type { ImportRunner } from './import-runner.ts';
import { knownHeaders, meaningOf } from '#server/spreadsheets/match-columns.ts';
import { rememberColumn } from './store.ts';
import { contextOf } from './start-import.ts';

/** What each header means, as a person says it; kept for the next file where the portal did not know it itself. */
export const chooseColumns = (ports: Ports, runner: ImportRunner) => async (call: CallOf<typeof contract>) => {
  const answer = await actOnImport(ports, runner, call, {
    does: 'map',
    decide(act, row, importer) {
      const known = knownHeaders(importer, new Map());
      const chosen = call.body.columns.filter(({ index }) => (row.headers[index] ?? '') !== '' || String(index) in row.mapping);
      const strange = call.body.columns.findIndex(
        ({ index, column }) => index >= row.headers.length || (column !== null && !importer.columns.some(({ key }) => key === column)),
      );
      if (strange >= 0) return refuse('invalid_input', {}, [`/columns/${String(strange)}`]);
      const twice = chosen.findIndex(
        ({ column }, at) => column !== null && chosen.some((other, before) => before < at && other.column === column),
      );
      if (twice >= 0) return refuse('import_column_taken', {}, [`/columns/${String(twice)}`]);
      for (const { index, column } of chosen) {
        const header = row.headers[index] ?? '';
        if (header !== '' && meaningOf(header, known) === undefined) rememberColumn(act.tx, row.kind, foldText(header), column, act.now);
      }
      const mapping = { ...row.mapping, ...Object.fromEntries(chosen.map(({ index, column }) => [String(index), column])) };
      return { changes: { state: 'reading', mapping, failure: null }, told: { action: 'import_columns_chosen', detail: { mapping } } };
    },
  });
  if (answer.kind === 'done' && !answer.replayed) runner.begin({ kind: 'check', importId: answer.value.id, context: contextOf(call) });
  return answer;
};
