import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { messages as en } from '#client/i18n/en/index.ts';
import type { WordList } from '#client/i18n/word-lists.ts';
import { messages as zh } from '#client/i18n/zh/index.ts';
import * as common from '#contract/common.ts';
import { OrderStatus } from '#contract/orders.ts';
import { CommitmentState } from '#contract/resources.ts';
import { CertificateStanding } from '#contract/training.ts';
import * as contract from '#contract/words.ts';

// The compiler holds each list against the contract; this holds against a list that was copied out of it by hand.
const lists: Partial<Record<WordList, z.ZodEnum>> = {
  carrier: contract.Carrier,
  statutoryType: contract.StatutoryType,
  category: contract.Category,
  difficulty: contract.Difficulty,
  liability: contract.Liability,
  release: contract.Release,
  townshipKind: contract.TownshipKind,
  exclusion: contract.Exclusion,
  organisationKind: contract.OrganisationKind,
  organisationSystem: contract.OrganisationSystem,
  duty: contract.Duty,
  role: common.Role,
  resourceKind: contract.ResourceKind,
  resourceUnit: contract.ResourceUnit,
  commitmentState: CommitmentState,
  requestState: contract.RequestState,
  orderStatus: OrderStatus,
  stage: contract.Stage,
  opinionPosition: contract.OpinionPosition,
  objectionReason: contract.ObjectionReason,
  legalFinding: contract.LegalFinding,
  decisionOutcome: contract.DecisionOutcome,
  rejectionReason: contract.RejectionReason,
  sendBackReason: contract.SendBackReason,
  returnReason: contract.ReturnReason,
  recallReason: contract.RecallReason,
  suspensionKind: contract.SuspensionKind,
  endKind: contract.EndKind,
  grantState: contract.GrantState,
  returnState: contract.ReturnState,
  recallState: contract.RecallState,
  taskKind: contract.TaskKind,
  certificateStanding: CertificateStanding,
};

describe('words', () => {
  it.each(Object.entries(lists))('%s has a label for every word of the contract, in both languages', (list, schema) => {
    const expected = [...schema.options].map(String).sort();
    expect(Object.keys(zh.words[list as WordList]).sort()).toEqual(expected);
    expect(Object.keys(en.words[list as WordList]).sort()).toEqual(expected);
  });

  it('never gives two words of one list the same label', () => {
    for (const locale of [zh, en]) {
      for (const [list, labels] of Object.entries(locale.words))
        expect(new Set(Object.values(labels)).size, list).toBe(Object.keys(labels).length);
    }
  });
});
