import { hashPassword, insertAccount, replaceMemberships } from '#server/features/accounts/index.ts';
import { countySettings, defaultSettings, insertOrganisation, insertSettings } from '#server/features/organisations/index.ts';
import type { OrganisationKind } from '#server/domain/values/words.ts';
import { change } from '#server/records/change.ts';
import { county, departments, townships, type BodyKey } from './organisations.ts';
import { demoPassword, people } from './people.ts';
import type { World } from './world.ts';

const isMentioned = { contactPhone: '0990-8800000', complaintPhone: '0990-12345', system: 'county', isActive: true, version: 1 } as const;

/** No person acted: the program itself. */
export const byProgram = { accountId: null, name: 'demo', onBehalfOf: null } as const;

/** The county itself: settings, bodies, people. Written by the program, as no admin exists before; one transaction. */
export async function fillFrame(world: World): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const now = world.clock.now();
  const context = {
    operationId: 'fillDemo',
    actor: byProgram,
    now,
    requestId: world.newId(),
    idempotency: null,
  };
  const outcome = await change(world, context, (act) => {
    // Short deadlines and few slots, so that every state of a request can be seen within a year.
    const settings = {
      ...defaultSettings(county.name, county.documentPrefix),
      registerContact: '青禾县人民政府办公室 0990-8800001（虚构）',
      preparationDays: 60,
      preparationSlots: 3,
    };
    insertSettings(act.tx, settings, true);
    for (const body of bodies()) {
      const id = act.newId();
      world.bodies.set(body.key, id);
      insertOrganisation(act.tx, {
        ...isMentioned,
        ...body.row,
        id,
        address: `青禾县禾阳街道（虚构地址）${body.row.shortName}`,
        createdAt: now,
      });
    }
    for (const { username, name, role, body } of people) {
      const id = act.newId();
      insertAccount(act.tx, {
        id,
        username,
        name,
        passwordHash,
        passwordChangedAt: world.now,
        mustChangePassword: false,
        failedSignIns: 0,
        version: 1,
        createdAt: now,
      });
      const organisationId = world.bodies.get(body) ?? '';
      replaceMemberships(act.tx, id, [{ organisationId, role }]);
      world.actors.set(username, {
        accountId: id,
        name,
        memberships: [{ organisationId, organisationKind: kindOf(body), role }],
        onBehalfOf: null,
      });
    }
    act.record({
      action: 'demo_begun',
      subjectKind: 'settings',
      subjectId: 'settings',
      detail: { bodies: world.bodies.size, people: people.length },
    });
    return { kind: 'done' as const, value: countySettings(act.tx).isDemo };
  });
  if (outcome.kind !== 'done') throw new Error('the frame of the demo county was refused');
}

const kindOf = (key: BodyKey): OrganisationKind => (key === 'county' ? 'county' : key in townships ? 'township' : 'department');

type Row = Omit<Parameters<typeof insertOrganisation>[1], 'id' | 'createdAt' | 'address' | keyof typeof isMentioned> & {
  readonly system?: 'county' | 'vertical' | 'city';
};
function bodies(): { readonly key: BodyKey; readonly row: Row }[] {
  const above: Row = { kind: 'county', name: county.fullName, shortName: '县政府' };
  return [
    { key: 'county', row: above },
    ...Object.entries(departments).map(([key, department]) => ({
      key: key as BodyKey,
      row: { kind: 'department' as const, ...department },
    })),
    ...Object.entries(townships).map(([key, { kind, ...township }]) => ({
      key: key as BodyKey,
      row: { kind: 'township' as const, townshipKind: kind, ...township },
    })),
  ];
}
