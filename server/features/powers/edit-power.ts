import type { editPower as editContract, readPower as readContract } from '#contract/powers.ts';
import { organisationById } from '#server/features/organisations/index.ts';
import { answered, notFound, refuse, type CallOf, type Refused } from '#server/platform/binding.ts';
import { changeOnce, presentFound, type Act } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { powerById, type PowerRow, usesOfPower } from './queries.ts';
import { presentPower } from './present.ts';
import { savePinyin, updatePower } from './store.ts';
import { loadSpelling } from './pinyin.ts';

const nameOf = (ports: Pick<Ports, 'db'>, departmentId: string): string => organisationById(ports.db, departmentId)?.name ?? '';

export const readPower = (ports: Ports) => (call: CallOf<typeof readContract>) => {
  const power = powerById(ports.db, call.params.powerId);
  return power ? answered(presentPower(power, nameOf(ports, power.departmentId))) : notFound;
};

export const powerAgain = presentFound(powerById, (power, db) => presentPower(power, nameOf({ db }, power.departmentId)));

type Call = CallOf<typeof editContract>;

/** For those who keep names of powers in memory. */
export interface PowerHooks {
  /** Called once a change of a power is committed. */
  readonly powersChanged: () => void;
}

/** Corrects a power. Its code is its name for good, and its kind decides by which law it was passed down, so neither changes. */
export const editPower =
  (ports: Ports, { powersChanged }: PowerHooks) =>
  async (call: Call) => {
    const toPinyin = await loadSpelling();
    const outcome = await changeOnce(ports, call, powerAgain, (act) => {
      const before = powerById(act.tx, call.params.powerId);
      if (!before) return notFound;
      const stale = refuseStale(act.tx, before, call.expectedVersion);
      if (stale) return stale;
      const refusal = obstacle(act, before, call.body);
      if (refusal) return refusal;
      const { body } = call;
      const after = { ...body, cameDownBasis: body.cameDownFrom === null ? '' : body.cameDownBasis };
      if (!updatePower(act.tx, before.id, before.version, after)) return staleVersion(act.tx, before, call.expectedVersion);
      savePinyin(act.tx, before.id, toPinyin(after.name));
      act.record({ action: 'power_changed', subjectKind: 'power', subjectId: before.id, detail: { before, after } });
      const row = { ...before, ...after, version: before.version + 1 };
      return { kind: 'done', value: presentPower(row, nameOf({ db: act.tx }, row.departmentId)) };
    });
    // Names and departments of powers stand on the menu in memory.
    if (outcome.kind === 'done') powersChanged();
    return outcome;
  };

function obstacle({ tx }: Act, before: PowerRow, body: Call['body']): Refused | null {
  if (before.mergedIntoId !== null) return refuse('power_retired');
  if (body.cameDownFrom !== null && body.cameDownBasis === '') return refuse('reason_required', {}, ['/cameDownBasis']);
  if (body.departmentId === before.departmentId) return null;
  const department = organisationById(tx, body.departmentId);
  if (department?.kind !== 'department' || !department.isActive) return refuse('invalid_input', {}, ['/departmentId']);
  // Files and grants name the department that answers for them: they are brought to an end first.
  const running = usesOfPower(tx, before.id).filter((use) => use === 'request' || use === 'grant');
  return running.length > 0 ? refuse('power_in_use', { code: before.code, uses: running.join(',') }, ['/departmentId']) : null;
}
