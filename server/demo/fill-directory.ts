import { addDirectoryEntry, endDirectoryEntry } from '#contract/directory/directory-entries.ts';
import { addDuty } from '#contract/directory/duties.ts';
import { addTownshipPower } from '#contract/directory/township-powers.ts';
import { addDays } from '#server/domain/time/time.ts';
import type { TownshipKey } from './organisations.ts';
import { demoPowers, type DemoPower } from './powers.ts';
import { bodyId, type World } from './world.ts';

const admin = 'guanliyuan';
const decision = '禾川省人民政府关于赋予乡镇人民政府、街道办事处部分县级行政处罚权的决定（演示，虚构）';

/** The province's own wording of powers that the county calls differently: these entries are not linked yet, so their names are pointed out. */
const otherWording: Readonly<Record<string, string>> = {
  'GA-CF-002': '在公共场所燃放烟花爆竹，危害公共安全的处罚',
  'HJ-CF-001': '在饮用水水源一级保护区内从事网箱养殖、组织旅游、垂钓或者其他可能污染饮用水水体活动的处罚',
  'QX-CF-001': '侵占、毁坏或者未经批准擅自移动气象设施的处罚',
};
/** The province lists it no longer, so that it is on no menu. */
export const noLongerListed: readonly string[] = ['NY-CF-025'];

/** The provincial directory, the duty lists and what the law itself gives to townships. The lists are invented; what they rest on is not. */
export async function fillDirectory(world: World, powerIds: ReadonlyMap<string, string>): Promise<void> {
  const idOf = (code: string): string | null => powerIds.get(code) ?? null;
  const penalties = demoPowers.filter(
    ({ type, delegation, code }) => type === 'penalty' && (delegation === 'transfer' || code in otherWording),
  );
  await Promise.all(penalties.map((power, nth) => enter(world, power, nth, idOf)));
  for (const duty of duties) {
    const { code, townships, ...fields } = duty;
    for (const township of townships ?? [null]) {
      const townshipId = township === null ? null : bodyId(world, township);
      const body = { department: '', note: '', ...fields, townshipId, powerId: code === undefined ? null : idOf(code) };
      await world.act(admin, addDuty, { body });
    }
  }
  for (const { name, code, kinds, basis } of statutory(idOf)) {
    await world.act(admin, addTownshipPower, { body: { name, kinds, bases: [basis], powerId: code } });
  }
}

async function enter(world: World, power: DemoPower, nth: number, idOf: (code: string) => string | null): Promise<void> {
  const wording = otherWording[power.code];
  const decidedOn = addDays(world.today, -500);
  const body = {
    code: `HC-CF-${String(nth + 1).padStart(4, '0')}`,
    name: wording ?? power.name,
    statutoryType: power.type,
    field: power.field,
    bases: power.basis === null ? [] : [power.basis],
    scopeNote: '',
    decision,
    decidedOn,
    powerId: wording === undefined ? idOf(power.code) : null,
  };
  const entry = await world.act(admin, addDirectoryEntry, { body });
  if (!noLongerListed.includes(power.code)) return;
  const params = { entryId: entry.id };
  await world.act(admin, endDirectoryEntry, { params, version: entry.version, body: { endedOn: addDays(decidedOn, 20) } });
}

interface DemoDuty {
  readonly list: 'basic' | 'supporting' | 'taken_back';
  readonly name: string;
  readonly field: string;
  readonly department?: string;
  readonly note?: string;
  /** The power of which it speaks; without it the entry is not linked yet. */
  readonly code?: string;
  /** On whose lists; without it, for the whole county. */
  readonly townships?: readonly TownshipKey[];
}

const duties: readonly DemoDuty[] = [
  { list: 'basic', name: '组织村（社区）开展人居环境整治', field: '农业农村' },
  { list: 'basic', name: '组织开展森林防灭火宣传、巡护和先期处置', field: '林业' },
  { list: 'basic', name: '组织开展防汛抗旱巡查值守和群众转移', field: '应急管理' },
  { list: 'basic', name: '受理、公示社会救助申请并入户核查', field: '民政' },
  { list: 'basic', name: '沿江岸线日常巡查', field: '水利', townships: ['liuhe'] },
  { list: 'supporting', name: '配合开展安全生产检查', field: '应急管理', department: '县应急管理局' },
  { list: 'supporting', name: '配合开展农产品质量安全抽检', field: '农业农村', department: '县农业农村局' },
  { list: 'supporting', name: '配合开展食品小作坊登记和检查', field: '市场监管', department: '县市场监管局' },
  { list: 'supporting', name: '配合处置古树名木险情', field: '林业', department: '县林业局', townships: ['yunling', 'cangyan'] },
  {
    list: 'taken_back',
    name: '对违法建筑物、构筑物实施强制拆除',
    field: '自然资源',
    department: '县自然资源和规划局',
    note: '由县级以上地方人民政府责成有关部门实施。',
    code: 'ZR-QZ-001',
  },
  { list: 'taken_back', name: '森林植被恢复费的征收', field: '林业', department: '县林业局' },
  { list: 'taken_back', name: '林木林地权属纠纷调处', field: '林业', department: '县林业局', townships: ['yunling', 'sanxi'] },
  {
    list: 'taken_back',
    name: '占用消防车通道行为的查处',
    field: '消防救援',
    department: '县消防救援大队',
    note: '边远乡没有消防站，由大队直接查处。',
    code: 'XF-CF-002',
    townships: ['yunling', 'sanxi'],
  },
];

interface DemoStatutory {
  readonly name: string;
  readonly code: string | null;
  readonly kinds: ('township' | 'ethnic_township' | 'town')[];
  readonly basis: { readonly law: string; readonly article: string; readonly versionOn: string };
}

/** What the verified rows mark as townships' own by law; two more under the law's own name, which the county's departments call differently. */
function statutory(idOf: (code: string) => string | null): DemoStatutory[] {
  // The articles speak of 乡级人民政府: townships and towns, not subdistrict offices.
  const kinds: DemoStatutory['kinds'] = ['township', 'ethnic_township', 'town'];
  const basisOf = (code: string) => demoPowers.flatMap((power) => (power.code === code && power.basis ? [power.basis] : []));
  const own = demoPowers.filter(({ delegation }) => delegation === 'own_by_law');
  const named = [
    ['土地权属争议处理', 'ZR-CJ-001'],
    ['林木、林地权属争议处理', 'LY-CJ-001'],
  ] as const;
  return [
    ...own.flatMap(({ name, code, basis }) => (basis ? [{ name, code: idOf(code), kinds, basis }] : [])),
    ...named.flatMap(([name, code]) => basisOf(code).map((basis) => ({ name, code: null, kinds, basis }))),
  ];
}
