import { workCalendar } from '#server/features/accounts/index.ts';
import { fillFrame } from './fill-frame.ts';
import { draftNextEdition, fillMenu } from './fill-menu.ts';
import { fillRosters, openCourses } from './fill-training.ts';
import { createWorld, daysAgo, type DemoStage } from './world.ts';

export { demoPassword, people, type DemoPerson } from './people.ts';
export { county, departments, townships, type BodyKey } from './organisations.ts';
export type { DemoStage } from './world.ts';

/** When the county of the demo begins, in calendar days before the day on which it is looked at. */
export const demoBeginsDaysAgo = 460;

/**
 * Makes the demo county 青禾县 (invented) by playing fourteen months of its life through the use cases, on a clock that is moved through the
 * past: audit trail, ledger, numbers, tasks and deadlines are as genuine as those of a county that lived it.
 */
export async function fillDemo(stage: DemoStage, now: number, report: (line: string) => void): Promise<void> {
  const world = createWorld(stage, workCalendar(stage.db), now);
  stage.clock.set(daysAgo(world, demoBeginsDaysAgo));
  report('机构和人员……');
  await fillFrame(world);
  report('培训课程和人员名册……');
  const courses = await openCourses(world);
  await fillRosters(world);
  report('权力事项和菜单……');
  stage.clock.set(daysAgo(world, 430));
  await fillMenu(world, courses.certificates);
  await draftNextEdition(world);
}
