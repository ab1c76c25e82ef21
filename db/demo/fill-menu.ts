import {
  addItem,
  createPower,
  dropItem,
  editItem,
  listDraftItems,
  listEditions,
  openEdition,
  publishEdition,
  readDraftItem,
} from '#contract/menu.ts';
import type { Category, StatutoryType } from '#server/domain/words.ts';
import { dayOf, yearOf } from '#server/domain/time.ts';
import type { Certificates } from './fill-training.ts';
import { county } from './organisations.ts';
import { demoPowers, type DemoPower } from './powers.ts';
import { termsOf } from './terms.ts';
import { departmentId, type World } from './world.ts';

const admin = 'guanliyuan';

export interface DemoMenu {
  readonly editionId: string;
  readonly itemByCode: ReadonlyMap<string, string>;
}

/** domain.md section 2: licences, benefits and confirmations are services; penalties, compulsion and inspections enforcement. */
const categoryOf = (type: StatutoryType): Category =>
  ['licensing', 'benefit', 'confirmation'].includes(type)
    ? 'approval_service'
    : ['penalty', 'compulsion', 'inspection'].includes(type)
      ? 'enforcement'
      : 'public_management';

/** What the county may offer: a verified article that is still law, a vehicle, and a department that is the county's to dispose of. */
const isOrderable = ({ basis, statute, delegation }: DemoPower): boolean =>
  basis !== null && statute !== 'repealed' && delegation !== 'own_by_law' && delegation !== 'stays' && delegation !== 'open';

/** Every power of the county, and the first edition with all that can be ordered, decided and published. */
export async function fillMenu(world: World, certificates: Certificates): Promise<DemoMenu> {
  // Hundreds of acts in one breath: what is asked for at once is committed together.
  const powers = await Promise.all(
    demoPowers.map(({ code, name, type, field, department }) =>
      world.act(admin, createPower, {
        body: { code, name, statutoryType: type, category: categoryOf(type), field, departmentId: departmentId(world, department) },
      }),
    ),
  );
  const powerIds = new Map(powers.map(({ code, id }) => [code, id]));
  const edition = await world.act(admin, openEdition, { body: { title: '第一版赋权菜单' } });
  const menu = demoPowers.filter(isOrderable);
  const context = { organisationId: (key: Parameters<typeof departmentId>[1]) => departmentId(world, key), certificates, menu };
  const params = { editionId: edition.id };
  const added = await Promise.all(
    menu.map((power) =>
      world.act(admin, addItem, { params, body: { powerId: powerIds.get(power.code) ?? '', terms: termsOf(power, context) } }),
    ),
  );
  const itemByCode = new Map(added.map(({ code, id }) => [code, id]));
  const decidedOn = dayOf(world.clock.now());
  const body = { documentNumber: `${county.editionPrefix}〔${String(yearOf(decidedOn))}〕6号`, decidedOn };
  const { items } = await world.act(admin, listEditions, {});
  // Every item that was added has made a new version of the draft.
  const version = items.find(({ id }) => id === edition.id)?.version ?? edition.version;
  await world.act(admin, publishEdition, { params, version, body });
  return { editionId: edition.id, itemByCode };
}

/** The next edition as a draft: some items dropped, one lightened, one that the gates will not let pass. */
export async function draftNextEdition(world: World): Promise<void> {
  const edition = await world.act(admin, openEdition, { body: { title: '第二版赋权菜单（征求意见稿）' } });
  const find = async (code: string) => {
    const { items } = await world.act(admin, listDraftItems, { params: { editionId: edition.id }, query: { q: code } });
    const row = items.find((item) => item.code === code);
    if (!row) throw new Error(`the draft has no item ${code}`);
    return world.act(admin, readDraftItem, { params: { editionId: edition.id, itemId: row.id } });
  };
  for (const code of ['TJ-CF-001', 'WL-CF-010']) {
    const item = await find(code);
    await world.act(admin, dropItem, { params: { editionId: edition.id, itemId: item.id }, version: item.version });
  }
  const lightened = await find('NY-XK-003');
  const easier = { ...lightened.terms, difficulty: 'easy' as const, trialMonths: 3, scopeNote: '限制使用农药的经营许可除外。' };
  await world.act(admin, editItem, {
    params: { editionId: edition.id, itemId: lightened.id },
    version: lightened.version,
    body: { terms: easier },
  });
  const unfinished = await find('CG-CF-001');
  const entrusted = { ...unfinished.terms, carrier: 'entrustment' as const, responsibilities: null };
  await world.act(admin, editItem, {
    params: { editionId: edition.id, itemId: unfinished.id },
    version: unfinished.version,
    body: { terms: entrusted },
  });
}
