import { nameSubstitute } from '#contract/accounts/substitutions.ts';
import { listMenu, markFavourite } from '#contract/catalogue/menu-items.ts';
import { decideCommon, previewCommon } from '#contract/common-decisions.ts';
import { addDays, dayOf } from '#server/domain/time/time.ts';
import { change } from '#server/records/change.ts';
import { workCalendar } from '#server/features/organisations/index.ts';
import { registerExistingGrants } from './existing-grants.ts';
import { byProgram, fillFrame } from './fill-frame.ts';
import { draftNextEdition, fillMenu, type DemoMenu } from './fill-menu.ts';
import { fillRosters, openCourses } from './fill-training.ts';
import { importStory } from './stories/import-story.ts';
import { lawStory } from './stories/law-story.ts';
import { orderStory } from './stories/order-story.ts';
import { orders } from './orders.ts';
import { finished } from './standing.ts';
import { tellStories, type Story } from './stories/stories.ts';
import { trainingStories } from './stories/training-stories.ts';
import { actorOf, createWorld, daysAgo, type DemoStage, type World } from './world.ts';

export { demoPassword, people, type DemoPerson } from './people.ts';
export { county, departments, townships, type BodyKey } from './organisations.ts';
export { demoStanding } from './standing.ts';
export type { DemoStage } from './world.ts';

/** When the county of the demo begins, and when its menu is published, in calendar days before the day on which it is looked at. */
const beginsDaysAgo = 460;
const publishedDaysAgo = 430;

/**
 * Makes the demo county 青禾县 (invented) by playing fifteen months of its life through the use cases, on a clock that is moved through the
 * past: audit trail, ledger, numbers, tasks and deadlines are as genuine as those of a county that lived it.
 */
export async function fillDemo(stage: DemoStage, now: number, report: (line: string) => void): Promise<void> {
  const world = createWorld(stage, workCalendar(stage.db), now);
  stage.clock.set(daysAgo(world, beginsDaysAgo));
  report('机构和人员');
  await fillFrame(world);
  report('培训课程和人员名册');
  const courses = await openCourses(world);
  const roster = await fillRosters(world);
  report('权力事项和赋权菜单');
  stage.clock.set(daysAgo(world, publishedDaysAgo));
  const menu = await fillMenu(world, courses.certificates);
  report('存量赋权');
  await registerExistingGrants(world);
  report('点单、审查、承接、赋权、退换收回');
  const grants = new Map<string, string>();
  await tellStories(
    world,
    (told) => {
      for (const story of trainingStories(world, courses, roster)) told.tell(story);
      for (const [nth, plan] of orders.entries())
        told.tell(orderStory({ world, menu, roster, grants, township: plan.township }, told, plan, nth));
      told.tell(lawStory(world));
      told.tell(commonStory(world, menu));
      told.tell(editionStory(world));
      told.tell(importStory(world));
      told.tell(absenceStory(world));
      told.tell(favouriteStory(world));
    },
    monthly(report),
  );
  await finish(world);
}

/** Until this stands in the file, its making was cut short. */
async function finish(world: World): Promise<void> {
  const context = { operationId: 'fillDemo', actor: byProgram, now: world.now, requestId: world.newId(), idempotency: null };
  await change(world, context, (act) => {
    act.record({ action: finished, subjectKind: 'settings', subjectId: 'settings' });
    return { kind: 'done' as const, value: null };
  });
}

/** An inspection that every town and township is to have, by one decision: some hold it at once, some prepare first. */
async function* commonStory(world: World, menu: DemoMenu): Story {
  yield daysAgo(world, 150);
  const itemId = menu.itemByCode.get('SL-JC-001') ?? '';
  const { seen } = await world.act('xian-jueding2', previewCommon, { params: { itemId } });
  const text = '水土保持巡查面广量大，由各乡镇就近检查；经县政府常务会议研究，一次赋予各乡镇。';
  await world.act('xian-jueding2', decideCommon, { body: { itemId, text, startsOn: dayOf(world.clock.now()), seen } });
}

async function* editionStory(world: World): Story {
  yield daysAgo(world, 18);
  await draftNextEdition(world);
}

/** A clerk has marked what the township may order next. */
async function* favouriteStory(world: World): Story {
  yield daysAgo(world, 9);
  for (const q of ['LY-XK-001', 'ZR-CF-001', 'NY-CF-001']) {
    const [row] = (await world.act('qingshi-jingban', listMenu, { query: { q } })).items;
    if (row) await world.act('qingshi-jingban', markFavourite, { params: { powerId: row.powerId } });
  }
}

/** AB 角: a reviewer is away for two weeks. */
async function* absenceStory(world: World): Story {
  yield daysAgo(world, 4);
  const body = {
    substituteAccountId: actorOf(world, 'nongye-shenhe2').accountId,
    firstOn: world.today,
    lastOn: addDays(world.today, 13),
    reason: '脱产培训',
  };
  await world.act('nongye-shenhe', nameSubstitute, { body });
}

function monthly(report: (line: string) => void): (day: string) => void {
  let month = '';
  return (day) => {
    if (day.slice(0, 7) === month) return;
    month = day.slice(0, 7);
    report(`  ${month.replace('-', '年')}月`);
  };
}
