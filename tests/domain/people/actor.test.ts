import { describe, expect, it } from 'vitest';
import { belongsTo, hasRole, isAmong, organisationsWhere, peopleOf, rolesIn } from '#server/domain/people/actor.ts';
import { county, decider, lead, person, township } from '#tests/domain/given.ts';

describe('an actor', () => {
  const several = { ...decider, memberships: [...decider.memberships, ...person('decider', 'auditor', county, 'county-2').memberships] };

  it('has roles in organisations', () => {
    expect(rolesIn(several, county)).toEqual(['decider', 'auditor']);
    expect(rolesIn(several, township)).toEqual([]);
    expect(organisationsWhere(several, 'auditor')).toEqual([county, 'county-2']);
    expect(hasRole(several, 'auditor', 'county-2')).toBe(true);
    expect(hasRole(several, 'decider', 'county-2')).toBe(false);
    expect(hasRole(several, 'decider')).toBe(true);
    expect(belongsTo(lead, township)).toBe(true);
    expect(belongsTo(lead, county)).toBe(false);
  });

  it('is two persons when acting for somebody', () => {
    const substitute = { ...decider, onBehalfOf: { accountId: 'away', name: 'Away' } };
    expect(peopleOf(decider)).toEqual(['decider']);
    expect(peopleOf(substitute)).toEqual(['decider', 'away']);
    expect(isAmong(substitute, ['away'])).toBe(true);
    expect(isAmong(substitute, ['other'])).toBe(false);
  });
});
