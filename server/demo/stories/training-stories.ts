import { cancelSession, editOfficer, enrol, listOfficers, readSession, recordResults, scheduleSession } from '#contract/training.ts';
import { addDays } from '#server/domain/time/time.ts';
import { type Courses, trainer } from '../fill-training.ts';
import type { TownshipKey } from '../organisations.ts';
import { clerkOf } from '../people.ts';
import type { Story } from './stories.ts';
import { daysAgo, type World } from '../world.ts';

/** Who goes, as places on the roster of each township. */
type Sent = Readonly<Partial<Record<TownshipKey, readonly number[]>>>;

interface SessionPlan {
  readonly course: keyof Courses['ids'];
  readonly title: string;
  readonly scheduledDaysAgo: number;
  /** Negative lies ahead. */
  readonly startsDaysAgo: number;
  readonly lasts: number;
  readonly sent: Sent;
  readonly end: 'recorded' | 'open' | 'cancelled';
}

const place = '县委党校报告厅（虚构）';
const plans: readonly SessionPlan[] = [
  {
    course: 'approval',
    title: '行政审批实务第一期',
    scheduledDaysAgo: 428,
    startsDaysAgo: 412,
    lasts: 3,
    end: 'recorded',
    sent: { heyang: [3, 4], xinqiao: [2, 3], qingshi: [3, 4], liuhe: [2, 3], baitang: [2], sanxi: [3], cangyan: [2] },
  },
  {
    course: 'service',
    title: '便民服务经办第一期',
    scheduledDaysAgo: 427,
    startsDaysAgo: 407,
    lasts: 2,
    end: 'recorded',
    sent: { heyang: [6], xinqiao: [5], qingshi: [6, 7], liuhe: [5, 6], baitang: [4], sanxi: [4], yunling: [1], cangyan: [3] },
  },
  {
    course: 'enforcement',
    title: '行政处罚实务第一期',
    scheduledDaysAgo: 426,
    startsDaysAgo: 402,
    lasts: 4,
    end: 'recorded',
    sent: { heyang: [0, 1], xinqiao: [0], qingshi: [0, 1, 2], liuhe: [0, 1] },
  },
  {
    course: 'enforcement',
    title: '行政处罚实务第二期',
    scheduledDaysAgo: 190,
    startsDaysAgo: 170,
    lasts: 4,
    end: 'recorded',
    sent: { xinqiao: [1], baitang: [0], sanxi: [0, 1], cangyan: [0] },
  },
  {
    course: 'approval',
    title: '行政审批实务第二期',
    scheduledDaysAgo: 80,
    startsDaysAgo: 55,
    lasts: 3,
    end: 'cancelled',
    sent: { yunling: [1, 2] },
  },
  {
    course: 'service',
    title: '便民服务经办第二期',
    scheduledDaysAgo: 30,
    startsDaysAgo: 5,
    lasts: 2,
    end: 'open',
    sent: { baitang: [3], yunling: [2], cangyan: [2] },
  },
  {
    course: 'approval',
    title: '行政审批实务第三期',
    scheduledDaysAgo: 12,
    startsDaysAgo: -14,
    lasts: 3,
    end: 'open',
    sent: { yunling: [1, 2], sanxi: [4] },
  },
];

export function trainingStories(world: World, courses: Courses, roster: ReadonlyMap<TownshipKey, readonly string[]>): Story[] {
  return [
    ...plans.map((plan, nth) => sessionStory(world, courses, roster, plan, nth)),
    leavingStory(world, 'heyang', 7, 90, -90),
    leavingStory(world, 'xinqiao', 4, 6, 20),
  ];
}

async function* sessionStory(
  world: World,
  courses: Courses,
  roster: ReadonlyMap<TownshipKey, readonly string[]>,
  plan: SessionPlan,
  nth: number,
): Story {
  yield daysAgo(world, plan.scheduledDaysAgo, nth);
  const startsOn = addDays(world.today, -plan.startsDaysAgo);
  const endsOn = addDays(startsOn, plan.lasts - 1);
  const { id: sessionId } = await world.act(trainer, scheduleSession, {
    params: { courseId: courses.ids[plan.course] },
    body: { title: plan.title, startsOn, endsOn, place, capacity: 40 },
  });
  const params = { sessionId };
  yield daysAgo(world, plan.scheduledDaysAgo - 3, nth);
  const officerIds: string[] = [];
  for (const [key, places] of Object.entries(plan.sent) as [TownshipKey, readonly number[]][]) {
    const own = places.flatMap((at) => roster.get(key)?.[at] ?? []);
    officerIds.push(...own);
    await world.act(clerkOf(key), enrol, { params, body: { officerIds: own } });
  }
  if (plan.end === 'open') return;
  yield daysAgo(world, plan.end === 'cancelled' ? plan.startsDaysAgo + 5 : plan.startsDaysAgo - plan.lasts - 2, nth);
  const { session } = await world.act(trainer, readSession, { params });
  if (plan.end === 'cancelled')
    return void (await world.act(trainer, cancelSession, { params, version: session.version, body: { reason: '防汛值守，延期举办。' } }));
  const results = officerIds.map((officerId, index) => ({ officerId, result: 'passed' as const, score: 78 + ((index * 7) % 20) }));
  await world.act(trainer, recordResults, { params, version: session.version, body: { heldOn: endsOn, results } });
}

/** Somebody leaves: on a day gone by, or on one already known. */
async function* leavingStory(world: World, township: TownshipKey, place: number, toldDaysAgo: number, leavesInDays: number): Story {
  yield daysAgo(world, toldDaysAgo, 3);
  const { items } = await world.act(clerkOf(township), listOfficers, {});
  const officer = [...items].sort((a, b) => (a.id < b.id ? -1 : 1))[place];
  if (!officer) return;
  const { name, post, dutyPhone, joinedOn, version } = officer;
  const body = { name, post, dutyPhone, joinedOn, leftOn: addDays(world.today, leavesInDays) };
  await world.act(clerkOf(township), editOfficer, { params: { officerId: officer.id }, version, body });
}
