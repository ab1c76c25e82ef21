import { describe, expect, it } from 'vitest';
import type { OfficerView } from '#client/features/training/api/roster.ts';
import { bestOf } from '#client/features/training/parts/people/certificate-standing.tsx';
import { countStandings, filterRoster, hasLeft } from '#client/features/training/parts/people/roster-filter.ts';

type Certificate = OfficerView['certificates'][number];

const certificate = (kindId: string, standing: Certificate['standing'], validToOn = '2027-01-01'): Certificate => ({
  id: `${kindId}-${standing}-${validToOn}`,
  kindId,
  kindName: kindId,
  number: '1',
  validFromOn: '2025-01-01',
  validToOn,
  standing,
  source: 'external',
});
const officer = (name: string, ...certificates: Certificate[]): OfficerView => ({
  id: name,
  townshipId: 'east',
  name,
  post: '队员',
  dutyPhone: '1',
  joinedOn: '2020-01-01',
  leftOn: null,
  certificates,
  version: 1,
});
const kinds = ['law', 'course'].map((id) => ({ id, name: id, validMonths: 24, issuer: 'external' as const, basis: '' }));
const today = '2026-11-22';
const none = { q: '', township: '', kind: '', standing: '', people: '' };

const people = [
  officer('renewed', certificate('law', 'expired', '2026-01-01'), certificate('law', 'current')),
  officer('late', certificate('law', 'expired')),
  officer('soon', certificate('law', 'expiring'), certificate('course', 'current')),
  officer('nothing'),
  { ...officer('gone', certificate('law', 'current')), leftOn: '2026-11-22' },
  { ...officer('going'), townshipId: 'west', leftOn: '2026-11-23' },
];
const names = (filter: Partial<typeof none>) => filterRoster(people, kinds, { ...none, ...filter }, today).map(({ name }) => name);

describe('a roster', () => {
  it('takes the certificate that counts most, not the latest on paper', () => {
    const holder = officer('x', certificate('law', 'revoked', '2030-01-01'), certificate('law', 'expiring', '2026-12-31'));
    expect(bestOf(holder, 'law')?.standing).toBe('expiring');
    expect(bestOf(holder, 'course')).toBeUndefined();
  });

  it('leaves out who left, from the day of leaving on, unless asked', () => {
    expect(hasLeft({ leftOn: '2026-11-22' }, today)).toBe(true);
    expect(hasLeft({ leftOn: '2026-11-23' }, today)).toBe(false);
    expect(names({})).toEqual(['renewed', 'late', 'soon', 'nothing', 'going']);
    expect(names({ people: 'all' })).toContain('gone');
  });

  it.each([
    [{ standing: 'expired' }, ['late']],
    [{ standing: 'current' }, ['renewed', 'soon']],
    [{ standing: 'expiring', kind: 'course' }, []],
    [{ standing: 'never' }, ['nothing', 'going']],
    [{ standing: 'never', kind: 'course' }, ['renewed', 'late', 'nothing', 'going']],
    [{ kind: 'course' }, ['soon']],
    [{ township: 'west' }, ['going']],
    [{ q: ' soon ' }, ['soon']],
    [{ standing: 'nonsense' }, ['renewed', 'late', 'soon', 'nothing', 'going']],
  ])('filtered by %j shows %j', (filter, found) => {
    expect(names(filter)).toEqual(found);
  });

  it('counts everybody once per kind', () => {
    expect(countStandings(people, 'law')).toEqual({ current: 2, expiring: 1, expired: 1, never: 2 });
  });
});
