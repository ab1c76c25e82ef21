import { answered, refuse } from '#server/platform/binding.ts';
import { change } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import {
  countyOrganisation,
  defaultSettings,
  hasSettings,
  insertOrganisation,
  insertSettings,
} from '#server/features/organisations/index.ts';
import { hashPassword, newSecret } from './passwords.ts';
import { accountByUsername } from './queries.ts';
import { insertAccount, replaceMemberships } from './store.ts';

export interface FirstAdmin {
  readonly countyName: string;
  readonly documentPrefix: string;
  readonly username: string;
  readonly name: string;
}

/**
 * Opens an administrator's account from the command line, and the county itself where it is missing. There is no default
 * account: who can run commands on the machine gets a secret that serves once.
 */
export async function createFirstAdmin(ports: Ports, wanted: FirstAdmin, now: number) {
  const initialSecret = newSecret();
  const passwordHash = await hashPassword(initialSecret);
  const actor = { accountId: null, name: 'create-admin', onBehalfOf: null };
  return change(ports, { operationId: 'createFirstAdmin', actor, now, requestId: ports.newId(), idempotency: null }, (act) => {
    if (accountByUsername(act.tx, wanted.username)) return refuse('username_taken');
    if (!hasSettings(act.tx)) insertSettings(act.tx, defaultSettings(wanted.countyName, wanted.documentPrefix), false);
    let county = countyOrganisation(act.tx)?.id;
    if (county === undefined) {
      county = act.newId();
      const contact = { contactPhone: '—', complaintPhone: '—', address: '—' };
      const row = {
        kind: 'county',
        system: 'county',
        name: `${wanted.countyName}人民政府`,
        shortName: wanted.countyName,
        isActive: true,
        ...contact,
      } as const;
      insertOrganisation(act.tx, { ...row, id: county, version: 1, createdAt: now });
    }
    const id = act.newId();
    const fresh = { passwordHash, passwordChangedAt: now, mustChangePassword: true, failedSignIns: 0, version: 1, createdAt: now };
    insertAccount(act.tx, { id, username: wanted.username, name: wanted.name, ...fresh });
    replaceMemberships(act.tx, id, [{ organisationId: county, role: 'admin' }]);
    act.record({ action: 'account_created', subjectKind: 'account', subjectId: id, detail: { username: wanted.username, role: 'admin' } });
    return answered({ initialSecret });
  });
}
