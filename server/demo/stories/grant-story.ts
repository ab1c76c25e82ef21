import {
  acceptReturn,
  closeTrial,
  decideRecall,
  deferReturn,
  fileReturn,
  openRecall,
  readGrant,
  stateInHearing,
  suspendGrant,
} from '#contract/grants/grants.ts';
import { addDays, dayOf } from '#server/domain/time/time.ts';
import { deciderBut, watcher, type GrantStep, type Held } from './cast.ts';
import { leadOf } from '../people.ts';
import type { Story } from './stories.ts';
import { daysAgo, workingDaysAfter } from '../world.ts';

const look = ({ world, grantId }: Held) => world.act(watcher, readGrant, { params: { grantId } });

/** The life of a grant: its trial is closed in time, and what the script has in mind happens. */
export async function* grantStory(held: Held, steps: readonly GrantStep[]): Story {
  const { trialEndsAt } = await look(held);
  if (trialEndsAt !== null) held.stage.tell(trialStory(held, trialEndsAt));
  for (const step of steps) {
    yield daysAgo(held.world, step.daysAgo, held.nth);
    await step.happens(held, (await look(held)).version);
  }
}

async function* trialStory(held: Held, trialEndsAt: number): Story {
  const { world, grantId, nth } = held;
  yield workingDaysAfter(world, trialEndsAt, 1, nth);
  const { state, version, allowedActions } = await world.act(deciderBut(nth, 1), readGrant, { params: { grantId } });
  if (state === 'ended' || !allowedActions.includes('close_trial')) return;
  const body = { outcome: 'confirm', text: '试运行期间办件规范、群众反映良好，转为正式赋权。' } as const;
  await world.act(deciderBut(nth, 1), closeTrial, { params: { grantId }, version, body });
}

const pendingCases = [{ description: '已立案未结案件 1 件，由原承办人办结', owner: 'township' as const }];

/** 退权: the township gives the power back from a day. */
export const returning = (
  days: number,
  wishedInDays: number,
  reasonCode: 'too_few_people' | 'lack_of_skill' | 'too_few_cases',
): GrantStep => ({
  daysAgo: days,
  happens: ({ world, grantId, township }, version) =>
    world.act(leadOf(township), fileReturn, {
      params: { grantId },
      version,
      body: {
        reasonCode,
        text: '承接以来办件量少，人员抽调频繁，难以保证办理质量，申请退回县级部门。',
        wishedOn: addDays(dayOf(world.clock.now()), wishedInDays),
        pendingCases,
      },
    }),
});
export const accepting = (days: number): GrantStep => ({
  daysAgo: days,
  happens: async (held, version) => {
    const { world, grantId, nth } = held;
    const wishedOn = (await look(held)).returns.at(-1)?.wishedOn ?? '';
    return world.act(deciderBut(nth), acceptReturn, {
      params: { grantId },
      version,
      body: { effectiveOn: wishedOn, text: '同意退回，部门自生效之日起恢复办理。' },
    });
  },
});
/** The county may put a return off once, with a plan of support. */
export const deferring = (days: number, byDays: number): GrantStep => ({
  daysAgo: days,
  happens: async (held, version) => {
    const { world, grantId, nth } = held;
    const wishedOn = (await look(held)).returns.at(-1)?.wishedOn ?? '';
    const body = {
      untilOn: addDays(wishedOn, byDays),
      supportPlan: '林业局派一名业务骨干驻点两个月，编办追加一名周转编制；期满仍不能改善的，按期退回。',
    };
    return world.act(deciderBut(nth), deferReturn, { params: { grantId }, version, body });
  },
});

/** 收回: notice, hearing, decision by somebody else. */
export const recalling = (days: number): GrantStep => ({
  daysAgo: days,
  happens: ({ world, grantId, nth }, version) =>
    world.act(deciderBut(nth), openRecall, {
      params: { grantId },
      version,
      body: {
        reasonCode: 'not_used',
        basis: '《青禾县赋权事项动态调整办法》第十二条（演示，虚构）',
        notice: '承接满半年未办理案件，拟收回该事项，请在期限内陈述意见。',
        isUrgent: false,
      },
    }),
});
export const stating = (days: number): GrantStep => ({
  daysAgo: days,
  happens: ({ world, grantId, township }, version) =>
    world.act(leadOf(township), stateInHearing, {
      params: { grantId },
      version,
      body: { statement: '上半年线索较少，下半年专项行动已立案两件，请求保留。' },
    }),
});
export const recalled = (days: number): GrantStep => ({
  daysAgo: days,
  happens: ({ world, grantId, nth }, version) =>
    world.act(deciderBut(nth, 1), decideRecall, {
      params: { grantId },
      version,
      body: { outcome: 'recall', text: '经研究，该事项由水利局统一行使更为适宜，决定收回。', effectiveOn: null, pendingCases },
    }),
});

export const suspending = (days: number): GrantStep => ({
  daysAgo: days,
  happens: ({ world, grantId, nth }, version) =>
    world.act(deciderBut(nth), suspendGrant, {
      params: { grantId },
      version,
      body: { reason: '案卷评查发现程序问题，整改期间由县综合行政执法局办理。' },
    }),
});
