import type { recheckImport as contract } from '#contract/imports/import-runs.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { actOnImport } from './act-on-import.ts';
import type { ImportRunner } from './import-runner.ts';
import { contextOf } from './start-import.ts';

/** The same file once more, against the county of now: somebody may have added the department that was missing. */
export const recheckImport = (ports: Ports, runner: ImportRunner) => async (call: CallOf<typeof contract>) => {
  const answer = await actOnImport(ports, runner, call, {
    does: 'recheck',
    // What is not decided yet is looked at anew.
    decide: () => ({ changes: { state: 'reading', failure: null }, told: { action: 'import_recheck_asked' } }),
  });
  if (answer.kind === 'done' && !answer.replayed) runner.begin({ kind: 'check', importId: answer.value.id, context: contextOf(call) });
  return answer;
};
