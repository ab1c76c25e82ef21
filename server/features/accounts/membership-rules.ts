import type { OrganisationKind, Role } from '#server/domain/values/words.ts';
import type { OrganisationRow } from '#server/features/organisations/index.ts';

const kindOfRole = {
  clerk: 'township',
  lead: 'township',
  reviewer: 'department',
  legal_reviewer: 'department',
  decider: 'county',
  training_officer: 'department',
  admin: 'county',
  auditor: 'county',
} as const satisfies Record<Role, OrganisationKind>;
const dutyOfRole: Partial<Record<Role, OrganisationRow['duty']>> = { legal_reviewer: 'legal', training_officer: 'training' };

/** Whether a role can be held in an organisation (RULES.md 2.5). */
export function fits(role: Role, organisation: Pick<OrganisationRow, 'kind' | 'duty' | 'isActive'>): boolean {
  const duty = dutyOfRole[role];
  // Who answers for training differs from county to county: the legal office does it where no body has that duty.
  const hasDuty = duty === undefined || organisation.duty === duty || (role === 'training_officer' && organisation.duty === 'legal');
  return organisation.isActive && organisation.kind === kindOfRole[role] && hasDuty;
}

/** An admin decides nothing, an auditor changes nothing (RULES.md 2.7): those roles do not go with others. */
export function areCompatible(roles: readonly Role[]): boolean {
  const distinct = new Set(roles);
  if (distinct.has('auditor') && distinct.size > 1) return false;
  return !(distinct.has('admin') && distinct.size > 1);
}
