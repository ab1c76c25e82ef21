import { pageOf, totalOf } from '#server/platform/list-page.ts';
import type { createPower as createContract, listPowers as listContract } from '#contract/powers.ts';
import { organisationById } from '#server/features/organisations/index.ts';
import { answered, type CallOf, refuse } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { powerByCode, powerPage } from './queries.ts';
import { insertPower } from './store.ts';
import { presentPower } from './present.ts';
import { powerAgain } from './edit-power.ts';
import { loadSpelling } from './pinyin.ts';

export const listPowers = (ports: Ports) => (call: CallOf<typeof listContract>) => {
  const { q, departmentId, state = 'in_use', cursor = null, limit = 50 } = call.query;
  const { rows, total } = powerPage(ports.db, { q, departmentId, isRetired: state === 'retired', after: cursor, limit });
  const { shown, nextCursor } = pageOf(rows, limit, ({ power }) => power.code);
  const items = shown.map(({ power, departmentName }) => presentPower(power, departmentName));
  return answered({ items, nextCursor, ...totalOf(total) });
};

/** Adds a power of a competent department. Its code is its name for good: menus, companions and papers refer to it. */
export const createPower = (ports: Ports) => async (call: CallOf<typeof createContract>) => {
  const toPinyin = await loadSpelling();
  return changeOnce(ports, call, powerAgain, (act) => {
    const department = organisationById(act.tx, call.body.departmentId);
    if (department?.kind !== 'department' || !department.isActive) return refuse('invalid_input', {}, ['/departmentId']);
    if (powerByCode(act.tx, call.body.code)) return refuse('power_code_taken', { code: call.body.code }, ['/code']);
    const { limitsPersonalFreedom = false, cameDownFrom = null, cameDownBasis = '' } = call.body;
    const standing = { limitsPersonalFreedom, cameDownFrom, cameDownBasis, mergedIntoId: null };
    const row = { ...call.body, ...standing, id: act.newId(), version: 1, createdAt: call.now };
    insertPower(act.tx, row, toPinyin(row.name));
    act.record({ action: 'power_created', subjectKind: 'power', subjectId: row.id, detail: { ...call.body } });
    return { kind: 'done', value: presentPower(row, department.name) };
  });
};
