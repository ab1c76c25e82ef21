import { attest, editHandOver, readPreparation, signHandOver, waive } from '#contract/preparation.ts';
import { confirmCommitment, deliverCommitment, disputeCommitment, type Commitment } from '#contract/resources.ts';
import { addDays } from '#server/domain/time/time.ts';
import { deciderBut, departmentOf, grantKey, powerOf, watcher } from './cast.ts';
import { grantStory } from './grant-story.ts';
import { townships, type BodyKey, type DepartmentKey } from '../organisations.ts';
import { leadOf, reviewerOf } from '../people.ts';
import { later, readFile, type Case } from './case.ts';
import type { Story } from './stories.ts';
import type { World } from '../world.ts';

/** A slot may take long to become free; a preparation that never becomes ready lapses. Either way somebody stops asking. */
const patience = 40;

const look = ({ world, requestId }: Case) => world.act(watcher, readPreparation, { params: { requestId } });

/** `ready` is a preparation in which nothing is missing any more. */
async function isPreparing(one: Case): Promise<boolean> {
  const { state } = await readFile(one);
  return state === 'preparing' || state === 'ready';
}

/** From the approval to the second signature: the county delivers, the township proves, both sign (先培训后赋权). */
export async function* preparationStory(one: Case): Story {
  for (let asked = 0; (await readFile(one)).state === 'approved'; asked += 1) {
    if (asked === patience) return;
    yield later(one, 4);
  }
  yield* deliveryStory(one);
  if (one.line.end === 'started' || one.line.end === 'disputed') return;
  yield later(one, 2);
  if (!(await isPreparing(one))) return;
  await attestAll(one);
  if (one.line.end === 'waived') await waiveFirst(one);
  for (let asked = 0; !(await look(one)).isReady; asked += 1) {
    if (asked === patience || !(await isPreparing(one))) return;
    yield later(one, 5);
  }
  yield* signingStory(one);
}

async function* deliveryStory(one: Case): Story {
  const { world, township, line, nth } = one;
  for (const { id } of (await look(one)).commitments) {
    yield later(one, 2 + (nth % 3));
    if (!(await isPreparing(one))) return;
    const owed = (await look(one)).commitments.find((commitment) => commitment.id === id);
    if (!owed) return;
    const params = { commitmentId: id };
    const delivered = await world.act(delivererOf(world, owed), deliverCommitment, {
      params,
      version: owed.version,
      body: { evidence: evidenceOf(owed) },
    });
    // The rest is still to come.
    if (line.end === 'started') return;
    yield later(one, 1);
    if (line.end === 'disputed') {
      const body = { text: '到位的设备缺少采集终端，无法上传，请补齐后再行确认。' };
      return void (await world.act(leadOf(township), disputeCommitment, { params, version: delivered.version, body }));
    }
    await world.act(leadOf(township), confirmCommitment, { params, version: delivered.version });
  }
}

function delivererOf(world: World, { organisation }: Commitment): string {
  const [key] = [...world.bodies].find(([, id]) => id === organisation.id) ?? [];
  return key === undefined || key === 'county' ? deciderBut(0) : reviewerOf(key satisfies BodyKey as DepartmentKey);
}

function evidenceOf({ kind, amount }: Commitment): string {
  if (kind === 'posts') return `编制周转使用通知单，${String(amount)} 名人员已到岗报到。`;
  if (kind === 'funds') return '经费指标已下达，见预算追加通知。';
  if (kind === 'accounts') return `业务系统账号 ${String(amount)} 个已开通，初始口令已当面交接。`;
  return kind === 'equipment' ? `设备 ${String(amount)} 台（套）已送达并签收，附交接清单。` : '带办人员名单和年度计划已送达。';
}

async function attestAll(one: Case): Promise<void> {
  const { world, requestId, township } = one;
  for (const { prerequisite, holds } of (await look(one)).prerequisites) {
    if (prerequisite.kind !== 'attestation' || holds) continue;
    const { version } = await readFile(one);
    await world.act(leadOf(township), attest, {
      params: { requestId },
      version,
      body: { key: prerequisite.key, text: '已按要求设置，现场照片和制度文本存档备查。' },
    });
  }
}

/** What is missing still may wait, with a reason and until a day. */
async function waiveFirst(one: Case): Promise<void> {
  const { world, requestId, nth } = one;
  const open = (await look(one)).prerequisites.find(({ holds, waivedUntilOn }) => !holds && waivedUntilOn === null);
  if (!open) return;
  const { version } = await readFile(one);
  const body = {
    subject: 'prerequisite' as const,
    key: open.prerequisite.key,
    reason: '培训班已排期，先行承接，由县级部门派员共同实施。',
    untilOn: addDays(world.today, 90),
  };
  await world.act(deciderBut(nth, 1), waive, { params: { requestId }, version, body });
}

async function* signingStory(one: Case): Story {
  const { world, requestId, line, township, grants, nth, stage } = one;
  const reviewer = reviewerOf(departmentOf(line.code));
  await world.act(reviewer, editHandOver, { params: { requestId }, version: (await readFile(one)).version, body: handOverOf(one) });
  if (line.end === 'ready' || line.end === 'waived') return;
  yield later(one, 1);
  const department = await world.act(reviewer, signHandOver, { params: { requestId }, version: (await readFile(one)).version });
  if (line.end === 'half_signed') return;
  yield later(one, nth % 2);
  const { grantId } = await world.act(leadOf(township), signHandOver, { params: { requestId }, version: department.version });
  if (grantId === null) throw new Error(`${line.code} was signed by both and not granted`);
  grants.set(grantKey(township, line.code), grantId);
  stage.tell(grantStory({ world, stage, grantId, township, code: line.code, nth }, line.then ?? []));
}

function handOverOf({ line, township, nth }: Case) {
  const isEnforcement = ['penalty', 'compulsion', 'inspection'].includes(powerOf(line.code).type);
  const pending = {
    description: `${townships[township].shortName}辖区内已受理未办结事项 ${String(1 + (nth % 4))} 件`,
    owner: 'department' as const,
  };
  return {
    pendingCases: nth % 3 === 0 ? [] : [pending],
    seals: isEnforcement ? '使用本级执法专用章，已备案' : '使用部门业务专用章（附编号），专人保管',
    files: '近两年同类案卷副本及文书模板',
    accounts: '业务系统经办、审核账号各一个',
    contact: '县级部门法规股 0990-8801234（虚构）',
  };
}
