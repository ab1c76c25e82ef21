import type { discardImport as contract } from '#contract/imports/import-runs.ts';
import type { CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { actOnImport } from './act-on-import.ts';
import type { ImportRunner } from './import-runner.ts';

/** Gives an import up; the file and what was said of it stay as evidence. */
export const discardImport = (ports: Ports, runner: ImportRunner) => (call: CallOf<typeof contract>) =>
  actOnImport(ports, runner, call, {
    does: 'discard',
    decide: () => ({ changes: { state: 'discarded' }, told: { action: 'import_discarded' } }),
  });
