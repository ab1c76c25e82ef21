import { dayOf } from '#server/domain/time/time.ts';
import type { World } from '../world.ts';

/** Something that goes on for months: it yields the instant at which it goes on, and acts when it is resumed. */
export type Story = AsyncGenerator<number, void, undefined>;

export interface Stage {
  /** Adds a story that begins now. */
  readonly tell: (story: Story) => void;
}

interface Waiting {
  readonly at: number;
  readonly order: number;
  readonly story: Story;
}

/**
 * Tells all stories in the order of their instants, so that ids, numbers and the audit trail rise with time as they did in life. What lies after
 * the present day is not told: it is what is still open.
 */
export async function tellStories(world: World, begin: (stage: Stage) => void, report: (day: string) => void): Promise<void> {
  const queue: Waiting[] = [];
  const fresh: Story[] = [];
  let order = 0;
  const advance = async (story: Story): Promise<void> => {
    const next = await story.next();
    if (!next.done) queue.push({ at: next.value, order: order++, story });
  };
  const settle = async (): Promise<void> => {
    for (let story = fresh.shift(); story; story = fresh.shift()) await advance(story);
  };
  begin({ tell: (story) => fresh.push(story) });
  await settle();
  for (let next = takeFirst(queue); next && next.at <= world.now; next = takeFirst(queue)) {
    await passTo(world, next.at, report);
    await advance(next.story);
    await settle();
  }
  await passTo(world, world.now, report);
}

function takeFirst(queue: Waiting[]): Waiting | undefined {
  let first = 0;
  for (const [index, { at, order }] of queue.entries()) {
    const best = queue[first];
    if (best && (at < best.at || (at === best.at && order < best.order))) first = index;
  }
  return queue.splice(first, 1)[0];
}

/** Once a day time itself acts: who was silent too long is passed over. */
async function passTo(world: World, at: number, report: (day: string) => void): Promise<void> {
  const before = dayOf(world.clock.now());
  world.clock.set(Math.max(at, world.clock.now()));
  const day = dayOf(world.clock.now());
  if (day === before) return;
  report(day);
  await world.sweep(world.clock.now());
}
