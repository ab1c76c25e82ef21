import { useTranslation } from 'react-i18next';
import type { InputOf } from '#client/lib/call-types.ts';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import type { FormField } from '#client/ui/forms/use-field-errors.ts';
import type { Organisation } from '#client/parts/administration/administration.ts';

export const figures = [
  ['residents', 'persons', 1_000_000_000],
  ['areaSquareMetres', 'squareMetres', 1_000_000_000_000],
  ['communities', 'places', 1_000_000_000],
  ['staffQuota', 'persons', 1_000_000_000],
  ['staffPresent', 'persons', 1_000_000_000],
  ['budgetYuanPerYear', 'yuanPerYear', 1_000_000_000_000],
] as const;
type Figure = (typeof figures)[number][0];

export interface OrganisationTyped {
  readonly kind: Organisation['kind'] | null;
  readonly name: string;
  readonly shortName: string;
  readonly duty: Organisation['duty'];
  readonly system: Organisation['system'];
  readonly systemBasis: string;
  readonly divisionCode: string;
  readonly townshipKind: Organisation['townshipKind'];
  readonly figures: Readonly<Record<Figure, number | null>>;
  readonly tags: readonly string[];
  readonly contactPhone: string;
  readonly complaintPhone: string;
  readonly address: string;
  readonly isActive: boolean;
}

export function typedOf(organisation: Organisation | null): OrganisationTyped {
  const profile = organisation?.profile ?? null;
  return {
    kind: organisation?.kind ?? null,
    name: organisation?.name ?? '',
    shortName: organisation?.shortName ?? '',
    duty: organisation?.duty ?? null,
    system: organisation?.system ?? 'county',
    systemBasis: organisation?.systemBasis ?? '',
    divisionCode: organisation?.divisionCode ?? '',
    townshipKind: organisation?.townshipKind ?? null,
    figures: Object.fromEntries(figures.map(([name]) => [name, profile?.[name] ?? null])) as OrganisationTyped['figures'],
    tags: profile?.tags ?? [],
    contactPhone: organisation?.contactPhone ?? '',
    complaintPhone: organisation?.complaintPhone ?? '',
    address: organisation?.address ?? '',
    isActive: organisation?.isActive ?? true,
  };
}

type Body = InputOf<'PUT /organisations/{organisationId}'>['body'];

/** What is sent: the township's own facts go only with a township. */
export function bodyOf({ kind, figures: given, tags, systemBasis, divisionCode, townshipKind, duty, ...rest }: OrganisationTyped): Body {
  const isTownship = kind === 'township';
  const profile = {
    ...(Object.fromEntries(figures.map(([name]) => [name, given[name] ?? 0])) as Record<Figure, number>),
    tags: [...tags],
  };
  return {
    ...rest,
    duty: isTownship ? null : duty,
    systemBasis: rest.system === 'county' || systemBasis.trim() === '' ? null : systemBasis,
    divisionCode: isTownship ? divisionCode.trim() : null,
    townshipKind: isTownship ? townshipKind : null,
    profile: isTownship ? profile : null,
  };
}

export function useOrganisationFaults(): (typed: OrganisationTyped) => readonly SummaryError[] {
  const { t } = useTranslation('administration');
  return (typed) => {
    const missing = (['name', 'shortName', 'contactPhone', 'complaintPhone', 'address'] as const).filter(
      (name) => typed[name].trim() === '',
    );
    const isTownship = typed.kind === 'township';
    return [
      ...(typed.kind === null ? [{ fieldId: 'kind', label: t('organisation.kind'), message: t('fault.choose') }] : []),
      ...missing.map((name) => ({ fieldId: name, label: t(`organisation.${name}`), message: t('fault.required') })),
      ...(isTownship && typed.townshipKind === null
        ? [{ fieldId: 'townshipKind', label: t('organisation.townshipKind'), message: t('fault.choose') }]
        : []),
      ...(isTownship && !/^\d{9}$/.test(typed.divisionCode.trim())
        ? [{ fieldId: 'divisionCode', label: t('organisation.divisionCode'), message: t('fault.division') }]
        : []),
      ...figures.flatMap(([name]) =>
        isTownship && typed.figures[name] === null ? [{ fieldId: name, label: t(`organisation.${name}`), message: t('fault.number') }] : [],
      ),
    ];
  };
}

export function useOrganisationFields(): Readonly<Record<string, FormField>> {
  const { t } = useTranslation('administration');
  const names = ['kind', 'name', 'shortName', 'duty', 'system', 'systemBasis', 'divisionCode', 'townshipKind'] as const;
  const contact = ['contactPhone', 'complaintPhone', 'address', 'isActive'] as const;
  return {
    ...Object.fromEntries([...names, ...contact].map((name) => [`/${name}`, { id: name, label: t(`organisation.${name}`) }])),
    ...Object.fromEntries(
      [...figures.map(([name]) => name), 'tags' as const].map((name) => [
        `/profile/${name}`,
        { id: name, label: t(`organisation.${name}`) },
      ]),
    ),
  };
}
