// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { RequestTimeline } from '#client/features/requests/parts/case/request-timeline.tsx';
import { switchLanguage } from '#client/i18n/start.ts';
import { fakeNetwork, json } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';
import { requestFile, type RequestView } from './file.ts';

prepareScreens();

type Event = RequestView['timeline'][number];
type Kind = Event['kind'];

const commitment = { kind: 'funds', amount: 30_000, unit: 'yuan_per_year', description: '办案经费', text: '拨款凭证 12 号', key: 'funds' };

/** One event of every kind, with the facts that the server sends. */
const facts: Readonly<Record<Kind, Event['facts']>> = {
  submitted: { orderNumber: '点单〔2026〕16号' },
  opinion: { position: 'object', reasonCode: 'resources_short', text: '人手不足' },
  opinion_silent: { stage: 'department' },
  legal_review: { finding: 'unlawful', citation: '行政许可法第二十四条', text: '主体不适格' },
  legal_silent: {},
  decision: {
    outcome: 'approve_with_conditions',
    text: '原则同意',
    conditions: {
      text: '补充一人',
      termMonths: 12,
      notBeforeOn: '2027-01-01',
      extraPrerequisites: [{ key: 'x', kind: 'staffing', count: 2 }],
    },
    reasonCode: null,
    supersedes: 'e0',
  },
  sent_back: { stage: 'legal', reasonCode: 'papers_missing', missing: '补充证件', remainingWorkingDays: 3 },
  resubmitted: { answer: '已补充', before: { need: '原来的理由', casesPerYear: 9, approach: '原来的办法', startWishOn: '2026-12-01' } },
  withdrawn: { text: '点错了' },
  reconsideration_requested: { grounds: '情况有变' },
  preparation_started: {},
  preparation_extended: { text: '培训延期', dueAt: Date.UTC(2027, 2, 31, 16) },
  waived: { subject: 'prerequisite', key: 'staff', reason: '已排期', untilOn: '2027-02-20' },
  attested: { key: 'premises', text: '大厅三号窗口' },
  commitment_delivered: commitment,
  commitment_confirmed: { ...commitment, text: null },
  commitment_disputed: { ...commitment, text: '只到一半' },
  hand_over_edited: { pendingCases: 2 },
  hand_over_signed: { side: 'township' },
  granted: { grantId: 'g1', documentNumber: '青禾赋权〔2026〕18号', startsAt: Date.UTC(2026, 10, 25, 16) },
  lapsed: {},
  escalated: { stage: 'county', dueAt: Date.UTC(2026, 10, 25, 16) },
};

const timeline = Object.entries(facts).map(([kind, said], index): Event => ({
  id: `e${index}`,
  at: Date.UTC(2026, 10, index + 1),
  kind: kind as Kind,
  by: index % 2 === 0 ? { name: '罗敏', organisation: '青禾县人民政府', onBehalfOf: '高志远' } : null,
  facts: said,
}));

beforeEach(() => fakeNetwork().answer('GET /courses', json({ courses: [], sessions: [], kinds: [] })));

test.each(['zh', 'en'] as const)('every event is told in words, in full, in %s', async (language) => {
  await switchLanguage(language);
  show(<RequestTimeline file={requestFile({ timeline })} preparation={undefined} />, { me: person('auditor') });
  const events = (await screen.findByRole('list', { name: language === 'zh' ? '办理记录' : 'What has happened' })).children;
  expect(events).toHaveLength(timeline.length);
  for (const [index, event] of [...events].entries()) {
    const said = Object.values(timeline[index]?.facts ?? {}).filter(
      (fact): fact is string => typeof fact === 'string' && /\p{Script=Han}/u.test(fact),
    );
    for (const words of said.filter((one) => one !== '点单〔2026〕16号')) expect(event.textContent).toContain(words);
    expect(event.textContent, 'no raw key, no empty placeholder').not.toMatch(
      /timeline\.|\{\{|undefined|null|resources_short|papers_missing/,
    );
  }
});

test('facts that are missing or of another kind leave no trace', async () => {
  const bare = timeline.map((event): Event => ({ ...event, facts: { text: 7, conditions: 'none', before: [] } }));
  show(<RequestTimeline file={requestFile({ timeline: bare })} preparation={undefined} />, { me: person('auditor') });
  const list = await screen.findByRole('list', { name: '办理记录' });
  expect(within(list).queryByText(/undefined|NaN/)).toBeNull();
});
