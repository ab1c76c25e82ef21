// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { RequestTimeline } from '#client/features/requests/parts/case/request-timeline.tsx';
import { switchLanguage } from '#client/i18n/start.ts';
import { messages as zh } from '#client/i18n/zh/index.ts';
import { fakeNetwork, json } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';
import { requestFile, type RequestView } from './file.ts';

prepareScreens();

type Event = RequestView['timeline'][number];
type FactsOf<K extends Event['kind']> = Extract<Event, { kind: K }>['facts'];

const commitment: FactsOf<'commitment_delivered'> = {
  ...{ commitmentId: 'c1', key: 'funds', kind: 'funds', amount: 30_000, unit: 'yuan_per_year' },
  ...{ description: '办案经费', text: '拨款凭证 12 号' },
};
const conditions = {
  ...{ text: '补充一人', termMonths: 12, notBeforeOn: '2027-01-01' },
  extraPrerequisites: [{ key: 'x', kind: 'staffing', count: 2 } as const],
};
const rejection: FactsOf<'decision'> = {
  ...{ outcome: 'reject', reasonCode: 'no_need', text: '案件很少', wouldBePossibleIf: '二十件以上', supersedes: 'e0' },
  ...{ alternativeItemId: 'i9', alternativeName: '抗旱补助给付' },
};

type Unstamped<E> = E extends unknown ? Omit<E, 'id' | 'at' | 'by' | 'stage'> & Partial<Pick<Event, 'stage'>> : never;
/** Events of every kind and case, with the facts that the server sends. */
const told: readonly Unstamped<Event>[] = [
  { kind: 'submitted', facts: { orderNumber: '点单〔2026〕16号' } },
  { kind: 'opinion', facts: { position: 'support', text: '同意下放' } },
  { kind: 'opinion', facts: { position: 'support_with_conditions', text: '先培训' } },
  { kind: 'opinion', facts: { position: 'object', reasonCode: 'resources_short', text: '人手不足' } },
  { kind: 'opinion_silent', stage: 'department', facts: {} },
  { kind: 'legal_review', facts: { finding: 'unlawful', citation: '行政许可法第二十四条', text: '主体不适格' } },
  { kind: 'decision', facts: { outcome: 'approve', text: '同意赋权', supersedes: null, common: null } },
  { kind: 'decision', facts: { outcome: 'approve_with_conditions', text: '原则同意', conditions, supersedes: null } },
  { kind: 'decision', facts: rejection },
  { kind: 'sent_back', stage: 'legal', facts: { reasonCode: 'papers_missing', missing: '补充证件', remainingWorkingDays: 3 } },
  {
    kind: 'resubmitted',
    facts: { answer: '已补充', before: { need: '原来的理由', casesPerYear: 9, approach: '原来的办法', startWishOn: '2026-12-01' } },
  },
  { kind: 'withdrawn', facts: { text: '点错了' } },
  { kind: 'reconsideration_requested', facts: { grounds: '情况有变' } },
  { kind: 'preparation_started', facts: {} },
  { kind: 'preparation_extended', facts: { text: '培训延期', dueAt: Date.UTC(2027, 2, 31, 16) } },
  { kind: 'waived', facts: { subject: 'prerequisite', key: 'staff', reason: '已排期', untilOn: '2027-02-20' } },
  { kind: 'attested', facts: { key: 'premises', text: '大厅三号窗口' } },
  { kind: 'commitment_delivered', facts: commitment },
  { kind: 'commitment_confirmed', facts: { ...commitment, text: null } },
  { kind: 'commitment_disputed', facts: { ...commitment, text: '只到一半' } },
  { kind: 'hand_over_edited', facts: { pendingCases: 2 } },
  { kind: 'hand_over_signed', facts: { side: 'township' } },
  { kind: 'granted', facts: { grantId: 'g1', documentNumber: '青禾赋权〔2026〕18号', startsAt: Date.UTC(2026, 10, 25, 16) } },
  { kind: 'lapsed', facts: {} },
  { kind: 'escalated', stage: 'county', facts: { dueAt: Date.UTC(2026, 10, 25, 16) } },
  { kind: 'unreadable', facts: {} },
];

const timeline = told.map((one, index): Event => ({
  ...{ id: `e${index}`, at: Date.UTC(2026, 10, index + 1), stage: null },
  by: index % 2 === 0 ? { name: '罗敏', organisation: '青禾县人民政府', onBehalfOf: '高志远' } : null,
  ...one,
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

test('no kind of event is left out here', () => {
  expect(new Set(told.map(({ kind }) => kind))).toEqual(new Set(Object.keys(zh.words.requestEvent)));
});
