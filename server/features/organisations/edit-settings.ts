import type { editSettings as editContract, readSettings as readContract } from '#contract/organisations/settings.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { staleVersion } from '#server/records/stale.ts';
import { countySettings } from './queries.ts';
import { presentSettings } from './present.ts';
import { updateSettings } from './store.ts';

export const readSettings = (ports: Ports) => (_call: CallOf<typeof readContract>) => answered(presentSettings(ports.db));

/** Deadlines that run keep the length that they started with; new ones take the new length. */
export const editSettings = (ports: Ports) => (call: CallOf<typeof editContract>) =>
  changeOnce(
    ports,
    call,
    (db) => answered(presentSettings(db)),
    (act) => {
      const before = countySettings(act.tx);
      if (!updateSettings(act.tx, call.expectedVersion, call.body))
        return staleVersion(act.tx, { id: 'settings', version: before.version }, call.expectedVersion);
      act.record({
        action: 'settings_changed',
        subjectKind: 'settings',
        subjectId: 'settings',
        detail: { before: before.settings, after: call.body },
      });
      return { kind: 'done', value: presentSettings(act.tx) };
    },
  );
