import { addOfficer, createCourse, recordCertificate } from '#contract/training.ts';
import { addDays } from '#server/domain/time/time.ts';
import { type TownshipKey, townshipKeys } from './organisations.ts';
import { clerkOf, inventedName } from './people.ts';
import type { World } from './world.ts';

export const trainer = 'peixun';

/** Kinds of certificates by what they are for. */
export interface Certificates {
  readonly approval: string;
  readonly service: string;
  readonly enforcement: string;
}
export interface Courses {
  readonly certificates: Certificates;
  readonly ids: Readonly<Record<keyof Certificates, string>>;
}

export async function openCourses(world: World): Promise<Courses> {
  const create = (name: string, hours: number, certificateName: string) =>
    world.act(trainer, createCourse, {
      body: {
        name,
        description: `面向乡镇（街道）承接人员，${String(hours)} 学时，结业考试合格发证。`,
        hours,
        certificateName,
        validMonths: 24,
      },
    });
  const approval = await create('行政审批实务', 24, '行政审批实务培训合格证');
  const service = await create('社会救助与便民服务经办', 16, '便民服务经办培训合格证');
  const enforcement = await create('行政处罚实务与执法文书', 32, '行政处罚实务培训合格证');
  return {
    certificates: { approval: approval.certificateKindId, service: service.certificateKindId, enforcement: enforcement.certificateKindId },
    ids: { approval: approval.id, service: service.id, enforcement: enforcement.id },
  };
}

/**
 * Days from today on which law-enforcement certificates end, one per certified officer; null is somebody without one. Baitang has just two,
 * of which one ran out longer ago than the days of grace: its penalties are suspended. Cangyan's will run out soon. Yunling never had two.
 */
const rosters: Readonly<Record<TownshipKey, readonly (number | null)[]>> = {
  heyang: [900, 1100, 1300, 700, 620, 60, null, null],
  xinqiao: [1000, 800, 950, 1200, -120, null, null],
  qingshi: [1100, 940, 870, 760, 1400, 45, null, null],
  liuhe: [1250, 990, 830, 710, -200, null, null],
  baitang: [800, -50, null, null, null],
  sanxi: [870, 920, 1010, null, null],
  yunling: [760, null, null, null],
  cangyan: [980, 40, null, null],
};
/** Five years, as provinces issue them. */
const validDays = 1826;
const posts = [
  '综合行政执法队队长',
  '综合行政执法队队员',
  '综合行政执法队队员',
  '便民服务中心主任',
  '便民服务中心窗口人员',
  '自然资源所所长',
  '农业服务中心干部',
  '应急管理办公室干事',
];

/** Everybody on the rosters of the eight townships, and what they had been certified for before. */
export async function fillRosters(world: World): Promise<ReadonlyMap<TownshipKey, readonly string[]>> {
  const roster = new Map<TownshipKey, string[]>();
  let n = 100;
  for (const key of townshipKeys) {
    const ids: string[] = [];
    for (const [index, end] of rosters[key].entries()) {
      const name = inventedName((n += 1));
      const person = {
        name,
        post: posts[index % posts.length] ?? '干部',
        dutyPhone: `0990-86${String(n).padStart(5, '0')}`,
        joinedOn: addDays(world.today, -900 - n * 3),
      };
      const officer = await world.act(clerkOf(key), addOfficer, { body: person });
      ids.push(officer.id);
      if (end === null) continue;
      const validToOn = addDays(world.today, end);
      const body = {
        kindId: 'law_enforcement',
        number: `青禾执${String(20_000 + n)}`,
        validFromOn: addDays(validToOn, 1 - validDays),
        validToOn,
      };
      await world.act(trainer, recordCertificate, { params: { officerId: officer.id }, body });
    }
    roster.set(key, ids);
  }
  return roster;
}
