import type { Connection } from '#db/connection.ts';
import { into } from './bulk.ts';
import { formerDeciders, type Frame, type Person } from './frame.ts';
import { scattered } from './ids.ts';

import { day, hour, type Fate, type Line, type Stage } from './case.ts';
import { pendingTask, taskWriter } from './tasks.ts';

type Step = 'opinion' | 'legal_review' | 'approve' | 'reject' | 'sent_back' | 'withdrawn' | 'preparation_started' | 'granted' | 'lapsed';

/** What has happened to a request after its submission. */
export function steps({ state, stage }: Fate): readonly Step[] {
  const heard: readonly Step[] = ['opinion', 'legal_review'];
  switch (state) {
    case 'in_review':
      return stage === 'department' ? [] : stage === 'legal' ? ['opinion'] : heard;
    case 'sent_back':
      return ['sent_back'];
    case 'withdrawn':
      return ['opinion', 'withdrawn'];
    case 'rejected':
      return [...heard, 'reject'];
    case 'approved':
      return [...heard, 'approve'];
    case 'preparing':
      return [...heard, 'approve', 'preparation_started'];
    case 'granted':
      return [...heard, 'approve', 'preparation_started', 'granted'];
    case 'lapsed':
      return [...heard, 'approve', 'preparation_started', 'lapsed'];
  }
}

const support = { position: 'support', text: '该事项发生频率高，乡镇具备承接条件，同意赋权。' };
const lawful = { finding: 'lawful', citation: '', text: '法律依据充分，程序合法。' };
const approval = { outcome: 'approve', text: '同意。', supersedes: null, common: null };
const rejection = {
  ...{ outcome: 'reject', reasonCode: 'no_need', text: '近两年案件很少。', wouldBePossibleIf: '年案件达到二十件后再行申请。' },
  ...{ alternativeItemId: null, alternativeName: null, supersedes: null },
};

const sentBack = { reasonCode: 'need_unclear', missing: '补充近一年案件数据。', remainingWorkingDays: 5 };

export function historyWriter(client: Connection, frame: Frame, now: number, idAt: (at: number) => string) {
  const insert = into(
    client,
    'request_events',
    'id',
    'request_id',
    'at',
    'kind',
    'stage',
    'account_id',
    'actor_name',
    'actor_organisation',
    'facts',
  );
  const task = taskWriter(client, now, idAt);
  return (line: Line, department: Frame['departments'][number]): void => {
    const { id, township, fate } = line;
    let at = line.at;
    const event = (kind: string, stage: Stage | null, by: Person | null, facts: object): void => {
      insert(idAt(at), id, at, kind, stage, by?.accountId ?? null, by?.name ?? null, by?.organisation ?? null, JSON.stringify(facts));
    };
    const decider = frame.deciders[scattered(at, formerDeciders)] ?? null;
    const happen = (step: Step): void => {
      at += 4 * day + scattered(at, 30) * hour;
      switch (step) {
        case 'opinion':
          event('opinion', 'department', department.reviewer, support);
          task.closed('department_opinion', line, department.id, 'reviewer', at);
          break;
        case 'legal_review':
          event('legal_review', 'legal', frame.legalReviewer, lawful);
          task.closed('legal_review', line, frame.legalOffice.id, 'legal_reviewer', at);
          break;
        case 'approve':
        case 'reject':
          event('decision', 'county', decider, step === 'approve' ? approval : rejection);
          task.closed('county_decision', line, frame.county.id, 'decider', at);
          break;
        case 'sent_back':
          event('sent_back', 'department', department.reviewer, sentBack);
          break;
        case 'withdrawn':
          event('withdrawn', null, township.lead, { text: '人员调整，暂不承接。' });
          break;
        case 'granted':
          event('granted', null, township.lead, { grantId: id, documentNumber: `青溪赋权〔2025〕${id}号`, startsAt: at });
          break;
        case 'preparation_started':
        case 'lapsed':
          event(step, null, null, {});
      }
    };
    event('submitted', null, township.lead, { orderNumber: '青溪存单〔2025〕1号' });
    for (const step of steps(fate)) happen(step);
    const pending = pendingTask(fate, line, frame, department.id);
    if (pending) task.open(pending.kind, line, pending.organisationId, pending.role, at);
  };
}
