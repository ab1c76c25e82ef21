import { reviewEdition, sendEdition } from '#contract/editions/editions.ts';
import {
  addItem,
  dropItem,
  editItem,
  listDraftItems,
  listEditions,
  openEdition,
  publishEdition,
  readDraftItem,
} from '#contract/editions/edition-drafts.ts';
import { createPower } from '#contract/powers.ts';
import type { Category, StatutoryType } from '#server/domain/values/words.ts';
import { dayOf, yearOf } from '#server/domain/time/time.ts';
import { fillDirectory, noLongerListed } from './fill-directory.ts';
import type { Certificates } from './fill-training.ts';
import { county } from './organisations.ts';
import { droppedForLaw } from './stories/law-story.ts';
import { demoPowers, type DemoPower } from './powers.ts';
import { termsOf } from './terms.ts';
import { departmentId, type World } from './world.ts';

const admin = 'guanliyuan';

export interface DemoMenu {
  readonly editionId: string;
  readonly itemByCode: ReadonlyMap<string, string>;
}

/** RULES.md 2.22: licences, benefits and confirmations are services; penalties, compulsion and inspections enforcement. */
const categoryOf = (type: StatutoryType): Category =>
  ['licensing', 'benefit', 'confirmation'].includes(type)
    ? 'approval_service'
    : ['penalty', 'compulsion', 'inspection'].includes(type)
      ? 'enforcement'
      : 'public_management';

/** What the county may offer: a verified article that was law when the county last looked, a vehicle, and a department that is the county's to dispose of. */
const isOrderable = ({ code, basis, delegation }: DemoPower): boolean =>
  basis !== null && !noLongerListed.includes(code) && delegation !== 'own_by_law' && delegation !== 'stays' && delegation !== 'open';

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
  await fillDirectory(world, powerIds);
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
  await reviewDraft(world, edition.id, version, { note: '已征求各乡镇和主管部门意见。', outcome: 'lawful', text: '' });
  await world.act(admin, publishEdition, { params, version, body });
  return { editionId: edition.id, itemByCode };
}

interface DemoReview {
  readonly note: string;
  readonly outcome: 'lawful' | 'lawful_with_conditions';
  readonly text: string;
}

/** The legal office is sent one version of the draft and answers. */
async function reviewDraft(world: World, editionId: string, version: number, { note, outcome, text }: DemoReview): Promise<void> {
  const sent = await world.act(admin, sendEdition, { params: { editionId }, version, body: { note } });
  const body = { outcome, text, citation: '' };
  await world.act('sifa-fazhi1', reviewEdition, { params: { editionId, reviewId: sent.id }, version: sent.version, body });
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
  for (const code of ['TJ-CF-001', 'WL-CF-010', ...droppedForLaw]) {
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
  const narrowed = await find('SJ-CF-001');
  const carved = {
    ...narrowed.terms,
    carveOuts: [...narrowed.terms.carveOuts, { part: '涉及食品生产许可的案件', reason: '专业检测能力不足' }],
    trialMonths: 6,
  };
  await world.act(admin, editItem, {
    params: { editionId: edition.id, itemId: narrowed.id },
    version: narrowed.version,
    body: { terms: carved },
  });
  const { items } = await world.act(admin, listEditions, {});
  await reviewDraft(world, edition.id, items.find(({ id }) => id === edition.id)?.version ?? 1, {
    note: '第一次送审：移除2项，调整2项条款。',
    outcome: 'lawful_with_conditions',
    text: '一、补充公开征求意见的情况；二、限制使用农药经营许可的表述与《农药管理条例》保持一致。',
  });
  // Work goes on after the review, which then speaks of an older version.
  const unfinished = await find('CG-CF-001');
  const entrusted = { ...unfinished.terms, carrier: 'entrustment' as const, responsibilities: null };
  await world.act(admin, editItem, {
    params: { editionId: edition.id, itemId: unfinished.id },
    version: unfinished.version,
    body: { terms: entrusted },
  });
}
