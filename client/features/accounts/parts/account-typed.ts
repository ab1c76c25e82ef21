import { useTranslation } from 'react-i18next';
import type { Role } from '#client/lib/session.ts';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import type { FormField } from '#client/ui/forms/use-field-errors.ts';
import type { Account, Organisation } from '#client/parts/administration/administration.ts';

export interface MembershipTyped {
  readonly organisationId: string | null;
  readonly role: Role | null;
}
export interface AccountTyped {
  readonly username: string;
  readonly name: string;
  readonly memberships: readonly MembershipTyped[];
  readonly isDisabled: boolean;
}

export const typedOf = (account: Account | null): AccountTyped => ({
  username: account?.username ?? '',
  name: account?.name ?? '',
  memberships: account?.memberships.map(({ organisation, role }) => ({ organisationId: organisation.id, role })) ?? [
    { organisationId: null, role: null },
  ],
  isDisabled: account?.isDisabled ?? false,
});

/** Memberships as they are sent; a row half filled in is a fault found before. */
export const membershipsOf = (typed: AccountTyped): { organisationId: string; role: Role }[] =>
  typed.memberships.flatMap(({ organisationId, role }) => (organisationId === null || role === null ? [] : [{ organisationId, role }]));

/** Roles that make sense in an organisation: offered first, the server has the last word. */
export function rolesFor(organisation: Organisation | undefined): readonly Role[] {
  if (organisation === undefined) return [];
  if (organisation.kind === 'township') return ['clerk', 'lead'];
  if (organisation.kind === 'county') return ['decider', 'admin', 'auditor'];
  const { duty } = organisation;
  return [
    'reviewer',
    ...(duty === 'legal' ? (['legal_reviewer'] as const) : []),
    ...(duty === 'legal' || duty === 'training' ? (['training_officer'] as const) : []),
  ];
}

export const membershipId = (index: number, part: 'organisation' | 'role'): string => `membership-${index}-${part}`;

export function useAccountFaults(isNew: boolean): (typed: AccountTyped) => readonly SummaryError[] {
  const { t } = useTranslation('administration');
  return (typed) => [
    ...(isNew && !/^[a-z0-9][a-z0-9._-]{2,39}$/.test(typed.username.trim())
      ? [{ fieldId: 'username', label: t('account.username'), message: t('fault.username') }]
      : []),
    ...(typed.name.trim() === '' ? [{ fieldId: 'name', label: t('account.name'), message: t('fault.required') }] : []),
    ...(typed.memberships.length === 0 ? [{ label: t('account.memberships'), message: t('fault.memberships') }] : []),
    ...typed.memberships.flatMap(({ organisationId, role }, index): SummaryError[] => [
      ...(organisationId === null
        ? [
            {
              fieldId: membershipId(index, 'organisation'),
              label: t('account.organisation', { n: index + 1 }),
              message: t('fault.choose'),
            },
          ]
        : []),
      ...(role === null
        ? [{ fieldId: membershipId(index, 'role'), label: t('account.role', { n: index + 1 }), message: t('fault.choose') }]
        : []),
    ]),
  ];
}

export function useAccountFields(count: number): Readonly<Record<string, FormField>> {
  const { t } = useTranslation('administration');
  const rows = Array.from({ length: count }, (_, index): [string, FormField] => [
    `/memberships/${index}`,
    { id: membershipId(index, 'role'), label: t('account.role', { n: index + 1 }) },
  ]);
  return {
    '/username': { id: 'username', label: t('account.username') },
    '/name': { id: 'name', label: t('account.name') },
    '/memberships': { id: membershipId(0, 'role'), label: t('account.memberships') },
    ...Object.fromEntries(rows),
  };
}
