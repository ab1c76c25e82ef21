import { readRequest, type RequestDetail } from '#contract/requests/request-file.ts';
import { watcher, type Cast, type LinePlan } from './cast.ts';
import type { Stage } from './stories.ts';
import { workingDaysAfter } from '../world.ts';

/** A request under way, with what the script has in mind for it. */
export interface Case extends Cast {
  readonly stage: Stage;
  readonly line: LinePlan;
  readonly requestId: string;
  /** Makes paces differ without chance. */
  readonly nth: number;
}

export const readFile = ({ world, requestId }: Case): Promise<RequestDetail> => world.act(watcher, readRequest, { params: { requestId } });

export const later = ({ world, nth }: Pick<Case, 'world' | 'nth'>, workingDays: number): number =>
  workingDaysAfter(world, world.clock.now(), workingDays, nth);
