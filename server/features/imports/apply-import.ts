import type { applyImport as contract } from '#contract/imports/import-runs.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { actOnImport } from './act-on-import.ts';
import type { ImportRunner } from './import-runner.ts';
import { writingAction } from './import-guard.ts';
import { contextOf } from './start-import.ts';

/** Says yes to what the dry run showed; the writing itself follows beside this request, all or nothing. */
export const applyImport = (ports: Ports, runner: ImportRunner) => async (call: CallOf<typeof contract>) => {
  const { leaveOutFaulty } = call.body;
  const answer = await actOnImport(ports, runner, call, {
    does: (row) => writingAction(row, leaveOutFaulty),
    decide: () => ({ changes: { state: 'applying', failure: null }, told: { action: 'import_write_asked', detail: { leaveOutFaulty } } }),
  });
  if (answer.kind === 'done' && !answer.replayed)
    runner.begin({ kind: 'apply', importId: answer.value.id, leaveOutFaulty, context: { ...contextOf(call), actor: call.actor } });
  return answer;
};
