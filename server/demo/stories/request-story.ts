import { decide, giveOpinion, requestReconsideration, resubmit, reviewLegally, sendBack, withdraw } from '#contract/reviews.ts';
import { readRequest } from '#contract/requests/request-file.ts';
import { deciderBut, departmentOf, needOf, watcher, type LinePlan } from './cast.ts';
import { leadOf, reviewerOf } from '../people.ts';
import { preparationStory } from './preparation-story.ts';
import { later, readFile, type Case } from './case.ts';
import type { Story } from './stories.ts';

/** The life of one request, from its submission to where the script leaves it. */
export async function* requestStory(one: Case): Story {
  yield* reviewStory(one);
  const { state } = await readFile(one);
  if (state === 'rejected' && one.line.end === 'reconsidered') yield* reconsiderationStory(one);
  if (state === 'approved' || state === 'preparing' || state === 'ready') yield* preparationStory(one);
}

async function* reviewStory(one: Case): Story {
  const { line, nth } = one;
  if (line.sentBackFirst) yield* supplementStory(one);
  for (let file = await readFile(one); file.state === 'in_review' && file.stage !== line.end; file = await readFile(one)) {
    if (file.stage === 'department') {
      yield* departmentStory(one);
    } else if (file.stage === 'legal') {
      yield later(one, 1 + (nth % 3));
      if (line.end === 'withdrawn') return void (await withdrawn(one));
      await legal(one);
    } else {
      yield later(one, 2 + (nth % 5));
      await decided(one);
    }
  }
}

async function* departmentStory(one: Case): Story {
  const { line, nth } = one;
  // No opinion comes: the deadline moves the file on.
  if (line.opinion === 'silence') return void (yield later(one, 11));
  yield later(one, 2 + (nth % 6));
  if (line.end === 'sent_back') return void (await sentBack(one));
  const { world, requestId } = one;
  const { version, stage } = await readFile(one);
  if (stage !== 'department') return;
  await world.act(reviewerOf(departmentOf(line.code)), giveOpinion, {
    params: { requestId },
    version,
    body: opinions[line.opinion ?? 'support'],
  });
}

const opinions = {
  support: { position: 'support', text: '该镇街有执法力量，近年线索移送较多，同意下放；我局派员带办三个月。' },
  conditions: {
    position: 'support_with_conditions',
    text: '同意下放，建议先完成案卷制作培训，首批案件由我局参与集体讨论。',
  },
  object: { position: 'object', reasonCode: 'township_not_ready', text: '该事项专业性较强，近两年全县仅办理数件，建议由我局派驻执法。' },
} as const;

async function legal({ world, requestId, line, nth }: Case): Promise<void> {
  const { version } = await world.act(watcher, readRequest, { params: { requestId } });
  const reviewer = nth % 2 === 0 ? 'sifa-fazhi1' : 'sifa-fazhi2';
  const body = {
    lawful: { finding: 'lawful', citation: '', text: '依据、主体和下放方式合法。' },
    conditions: {
      finding: 'lawful_with_conditions',
      citation: '《中华人民共和国行政处罚法》第四十二条',
      text: '合法。执法人员不得少于两人，须持有效执法证件。',
    },
    unlawful: {
      finding: 'unlawful',
      citation: '《中华人民共和国行政许可法》第二十四条',
      text: '所附材料表明拟由社会组织实施，不属于行政机关，不得委托。',
    },
  } as const;
  await world.act(reviewer, reviewLegally, { params: { requestId }, version, body: body[line.legal ?? 'lawful'] });
}

async function decided(one: Case): Promise<void> {
  const { world, requestId, line, nth } = one;
  const { version } = await readFile(one);
  const isRejected = line.legal === 'unlawful' || line.end === 'rejected' || line.end === 'reconsidered';
  await world.act(deciderBut(nth), decide, { params: { requestId }, version, body: isRejected ? rejection(one) : approval(line) });
}

function approval({ conditions }: LinePlan) {
  if (!conditions) return { outcome: 'approve' as const, text: '同意赋权，按程序做好承接准备。' };
  const text = conditions.text;
  return {
    outcome: 'approve_with_conditions' as const,
    conditions: { extraPrerequisites: [], termMonths: conditions.termMonths ?? null, notBeforeOn: null, text },
    text,
  };
}

function rejection({ line, menu }: Case) {
  const isUnlawful = line.legal === 'unlawful';
  return {
    outcome: 'reject' as const,
    reasonCode: isUnlawful ? ('not_lawful' as const) : ('not_ready' as const),
    text: isUnlawful ? '合法性审查认定不合法，不予赋权。' : '持证执法人员不足，尚不具备独立办案条件，本批次不予赋权。',
    wouldBePossibleIf: isUnlawful
      ? '改由本级机关直接实施并重新点单。'
      : '两名以上执法人员取得行政执法证并完成案卷培训后，可在下一批次重新点单。',
    alternativeItemId: line.alternative === undefined ? null : (menu.itemByCode.get(line.alternative) ?? null),
  };
}

async function sentBack(one: Case): Promise<void> {
  const { world, requestId, line } = one;
  const { version } = await readFile(one);
  const body = { reasonCode: 'officers_missing', missing: '请补充拟承接人员的执法证件情况和岗位分工。' } as const;
  await world.act(reviewerOf(departmentOf(line.code)), sendBack, { params: { requestId }, version, body });
}

async function* supplementStory(one: Case): Story {
  const { world, requestId, line, township, nth } = one;
  yield later(one, 2);
  await sentBack(one);
  yield later(one, 3 + (nth % 3));
  const { version } = await readFile(one);
  const body = { ...needOf(one, line), answer: '已补充两名持证人员名单和岗位分工，附执法证编号。' };
  await world.act(leadOf(township), resubmit, { params: { requestId }, version, body });
}

async function withdrawn(one: Case): Promise<void> {
  const { world, requestId, township } = one;
  const { version } = await readFile(one);
  await world.act(leadOf(township), withdraw, {
    params: { requestId },
    version,
    body: { text: '机构调整，暂缓承接，待人员到位后重新点单。' },
  });
}

/** Once, and by other people: the file then lies with the county again. */
async function* reconsiderationStory(one: Case): Story {
  const { world, requestId, township } = one;
  yield later(one, 6);
  const { version } = await readFile(one);
  const body = { grounds: '我乡两名执法人员已于上月取得行政执法证，林区巡查任务重，恳请复核。' };
  await world.act(leadOf(township), requestReconsideration, { params: { requestId }, version, body });
}
