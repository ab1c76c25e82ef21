import { describe, expect, it } from 'vitest';
import { auditActs } from '#contract/audit/audit-trail.ts';
import { grantFacts, type GrantEventKind } from '#contract/grants/grant-facts.ts';
import { requestFacts, type RequestEventKind } from '#contract/requests/request-facts.ts';
import { presentAuditDetail, presentGrantFacts, presentRequestFacts } from '#server/domain/history/former-facts.ts';

type Case = readonly [name: string, kind: string, written: Record<string, unknown>, read: Record<string, unknown>];
const bag = { conditions: null, reasonCode: null, wouldBePossibleIf: '', alternativeItemId: null };
const conditions = { extraPrerequisites: [], termMonths: 6, notBeforeOn: null, text: '先行试点' };
const refused = { reasonCode: 'not_ready', text: '人员不足', wouldBePossibleIf: '', alternativeItemId: 'i2' };

/** Every shape in which a released version wrote an event down and which is not the present one. */
const requests: readonly Case[] = [
  ['a support with an empty reason', 'opinion', { position: 'support', reasonCode: null, text: '' }, { position: 'support', text: '' }],
  [
    'a support with a reason, which was accepted',
    'opinion',
    { position: 'support_with_conditions', reasonCode: 'no_demand', text: '先培训' },
    { position: 'support_with_conditions', text: '先培训' },
  ],
  ['an approval', 'decision', { ...bag, outcome: 'approve', text: '' }, { outcome: 'approve', text: '', supersedes: null, common: null }],
  [
    'an approval with conditions and a reason for a rejection, which had no effect',
    'decision',
    { ...bag, outcome: 'approve', text: '', conditions, reasonCode: 'not_lawful', supersedes: 'e1' },
    { outcome: 'approve', text: '', supersedes: 'e1', common: null },
  ],
  [
    'a conditional approval',
    'decision',
    { ...bag, outcome: 'approve_with_conditions', text: 't', conditions },
    { outcome: 'approve_with_conditions', text: 't', conditions, supersedes: null },
  ],
  [
    'a rejection that names an alternative',
    'decision',
    { ...bag, outcome: 'reject', ...refused, alternativeName: '抗旱补助给付', supersedes: 'e1' },
    { outcome: 'reject', ...refused, alternativeName: '抗旱补助给付', supersedes: 'e1' },
  ],
  [
    'a rejection without one',
    'decision',
    { ...bag, outcome: 'reject', ...refused, alternativeItemId: null, wouldBePossibleIf: 'w' },
    { outcome: 'reject', ...refused, alternativeItemId: null, wouldBePossibleIf: 'w', alternativeName: null, supersedes: null },
  ],
  [
    'a common decision',
    'decision',
    { ...bag, outcome: 'approve', text: 't', documentNumber: '青禾赋权〔2026〕1号', commonDecisionId: 'd1' },
    { outcome: 'approve', text: 't', supersedes: null, common: { decisionId: 'd1', documentNumber: '青禾赋权〔2026〕1号' } },
  ],
];
const grants: readonly Case[] = [
  [
    'a confirmation',
    'trial_closed',
    { outcome: 'confirm', text: 't', trialEndsAt: 5, documentNumber: null },
    { outcome: 'confirm', text: 't' },
  ],
  [
    'an extension',
    'trial_closed',
    { outcome: 'extend', text: 't', trialEndsAt: 5, documentNumber: null },
    { outcome: 'extend', text: 't', trialEndsAt: 5 },
  ],
  [
    'a power taken back after its trial',
    'trial_closed',
    { outcome: 'take_back', text: 't', trialEndsAt: 5, documentNumber: '1号' },
    { outcome: 'take_back', text: 't', documentNumber: '1号' },
  ],
  [
    'a decision to keep',
    'recall_decided',
    { outcome: 'keep', text: 't', effectiveOn: null, pendingCases: 0, documentNumber: '1号' },
    { outcome: 'keep', text: 't', documentNumber: '1号' },
  ],
  [
    'a reconfirmed basis',
    'basis_reconfirmed',
    { law: '法', versionOn: '2020-01-01', reason: 'r', basis: null },
    { law: '法', versionOn: '2020-01-01', reason: 'r' },
  ],
];

describe('events of requests as former versions wrote them', () => {
  it.each(requests)('%s', (_name, kind, written, read) => {
    const present = presentRequestFacts(kind, written);
    expect(present).toEqual(read);
    expect(requestFacts[kind as RequestEventKind].safeParse(present).success).toBe(true);
    expect(requestFacts[kind as RequestEventKind].safeParse(written).success, 'a former shape is another one').toBe(false);
    expect(presentRequestFacts(kind, present), 'the present shape stays').toEqual(present);
  });
});

describe('events of grants as former versions wrote them', () => {
  it.each(grants)('%s', (_name, kind, written, read) => {
    const present = presentGrantFacts(kind, written);
    expect(present).toEqual(read);
    expect(grantFacts[kind as GrantEventKind].safeParse(present).success).toBe(true);
    expect(grantFacts[kind as GrantEventKind].safeParse(written).success, 'a former shape is another one').toBe(false);
    expect(presentGrantFacts(kind, present), 'the present shape stays').toEqual(present);
  });
});

describe('audit records as former versions wrote them', () => {
  it.each(requests)('of an act on a request: %s', (_name, kind, written) => {
    const action = kind === 'opinion' ? 'opinion_given' : 'decided';
    const detail = { state: 'in_review', stage: 'county', [kind]: written };
    expect(auditActs[action].detail.safeParse(presentAuditDetail(action, true, detail)).success).toBe(true);
  });

  it('of a review of bases, which named no basis', () => {
    const detail = { act: 'reconfirmed', reason: 'r', basis: null, lines: ['grant g1'] };
    expect(auditActs.bases_reviewed.detail.safeParse(presentAuditDetail('bases_reviewed', false, detail)).success).toBe(true);
  });
});
