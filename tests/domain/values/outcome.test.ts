import { describe, expect, it } from 'vitest';
import { problemCodes } from '#contract/problems.ts';
import { roles } from '#contract/common.ts';
import * as wire from '#contract/words.ts';
import { domainRefusalCodes, firstRefusal, isBlank, refusal } from '#server/domain/values/outcome.ts';
import * as words from '#server/domain/values/words.ts';

describe('the domain and the wire speak the same words', () => {
  it('every refusal of the domain is a problem of the contract', () => {
    const known: readonly string[] = problemCodes;
    expect(domainRefusalCodes.filter((code) => !known.includes(code))).toEqual([]);
    expect(new Set(domainRefusalCodes).size).toBe(domainRefusalCodes.length);
  });

  it.each([
    ['carriers', words.carriers, wire.Carrier.options],
    ['statutory types', words.statutoryTypes, wire.StatutoryType.options],
    ['categories', words.categories, wire.Category.options],
    ['tiers', words.tiers, wire.Difficulty.options],
    ['liabilities', words.liabilities, wire.Liability.options],
    ['releases', words.releases, wire.Release.options],
    ['township kinds', words.townshipKinds, wire.TownshipKind.options],
    ['exclusions', words.exclusions, wire.Exclusion.options],
    ['organisation kinds', words.organisationKinds, wire.OrganisationKind.options],
    ['organisation systems', words.organisationSystems, wire.OrganisationSystem.options],
    ['stages', words.stages, wire.Stage.options],
    ['opinions', words.opinionPositions, wire.OpinionPosition.options],
    ['objections', words.objectionReasons, wire.ObjectionReason.options],
    ['legal findings', words.legalFindings, wire.LegalFinding.options],
    ['decisions', words.decisionOutcomes, wire.DecisionOutcome.options],
    ['rejections', words.rejectionReasons, wire.RejectionReason.options],
    ['send-backs', words.sendBackReasons, wire.SendBackReason.options],
    ['returns', words.returnReasons, wire.ReturnReason.options],
    ['recalls', words.recallReasons, wire.RecallReason.options],
    ['suspensions', words.suspensionKinds, wire.SuspensionKind.options],
    ['ends', words.endKinds, wire.EndKind.options],
    ['grant states', words.grantStates, wire.GrantState.options],
    ['return states', words.returnStates, wire.ReturnState.options],
    ['recall states', words.recallStates, wire.RecallState.options],
    ['resources', words.resourceKinds, wire.ResourceKind.options],
    ['units', words.resourceUnits, wire.ResourceUnit.options],
    ['request actions', words.requestActions, wire.requestActions],
    ['grant actions', words.grantActions, wire.grantActions],
    ['roles', words.roles, roles],
  ] as const)('%s', (_name, own, theirs) => {
    expect([...own].sort()).toEqual([...theirs].sort());
  });

  it('the wire shows one request state more: ready, which is computed', () => {
    expect(wire.RequestState.options.filter((state) => !(words.requestStates as readonly string[]).includes(state))).toEqual(['ready']);
  });
});

describe('refusals', () => {
  it('the first rule that says no decides, and later ones are not asked', () => {
    const asked: string[] = [];
    const rule = (name: string, found: boolean) => () => {
      asked.push(name);
      return found ? refusal('forbidden') : null;
    };
    expect(firstRefusal(rule('a', false), rule('b', true), rule('c', true))).toEqual({ code: 'forbidden' });
    expect(asked).toEqual(['a', 'b']);
    expect(firstRefusal(rule('d', false))).toBeNull();
  });

  it('carries parameters and fields only where given', () => {
    expect(refusal('wrong_state')).toEqual({ code: 'wrong_state' });
    expect(refusal('waiver_exists', { key: 'k' }, ['/key'])).toEqual({ code: 'waiver_exists', params: { key: 'k' }, fields: ['/key'] });
  });

  it('white space says nothing', () => {
    expect([null, undefined, '', ' \n '].every((text) => isBlank(text))).toBe(true);
    expect(isBlank('无')).toBe(false);
  });
});
