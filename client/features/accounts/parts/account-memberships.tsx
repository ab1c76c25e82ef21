import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { Role } from '#client/lib/session.ts';
import { Field } from '#client/ui/forms/field.tsx';
import { namedOnly } from '#client/ui/forms/named-only.ts';
import { useOrganisations } from '#client/parts/administration/administration.ts';
import { membershipId, rolesFor, type MembershipTyped } from './account-typed.ts';

interface AccountMembershipsProps {
  readonly memberships: readonly MembershipTyped[];
  readonly onChange: (next: readonly MembershipTyped[]) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

/** The roles of a person, each in its organisation. */
export function AccountMemberships({ memberships, onChange, errorOf }: AccountMembershipsProps) {
  const { t } = useTranslation('administration');
  const replace = (index: number, next: MembershipTyped): void => onChange(memberships.map((one, at) => (at === index ? next : one)));
  return (
    <div className="stack">
      <p className="secondary">{t('account.membershipsHint')}</p>
      {memberships.map((membership, index) => (
        <div key={index} className="case-group stack-tight">
          <MembershipRow membership={membership} index={index} errorOf={errorOf} onChange={(next) => replace(index, next)} />
          {memberships.length === 1 ? null : (
            <div className="row">
              <Button size="small" onClick={() => onChange(memberships.filter((_, at) => at !== index))}>
                {t('account.removeRole', { n: index + 1 })}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div className="row">
        <Button disabled={memberships.length >= 10} onClick={() => onChange([...memberships, { organisationId: null, role: null }])}>
          {t('account.addRole')}
        </Button>
      </div>
    </div>
  );
}

interface MembershipRowProps {
  readonly membership: MembershipTyped;
  readonly index: number;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (next: MembershipTyped) => void;
}

function MembershipRow({ membership, index, errorOf, onChange }: MembershipRowProps) {
  const { t } = useTranslation('administration');
  const word = useWords();
  // One that is closed meanwhile is not offered, but where it stands it has its name.
  const organisations = (useOrganisations().data?.items ?? []).filter(({ id, isActive }) => isActive || id === membership.organisationId);
  const organisation = organisations.find(({ id }) => id === membership.organisationId);
  const roles = rolesFor(organisation);
  const ids = { organisation: membershipId(index, 'organisation'), role: membershipId(index, 'role') };
  const choose = (organisationId: string): void => {
    const fitting = rolesFor(organisations.find(({ id }) => id === organisationId));
    const isStillFitting = membership.role !== null && fitting.includes(membership.role);
    onChange({ organisationId, role: isStillFitting ? membership.role : null });
  };
  return (
    <div className="fields">
      <Field id={ids.organisation} label={t('account.organisation', { n: index + 1 })} error={errorOf(ids.organisation)}>
        {(control) => (
          <Select<string | null>
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            {...namedOnly}
            value={membership.organisationId}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => (id === null ? undefined : choose(id))}
          />
        )}
      </Field>
      <Field id={ids.role} label={t('account.role', { n: index + 1 })} error={errorOf(ids.role)}>
        {(control) => (
          <Select<Role | null>
            {...control}
            value={organisation === undefined ? null : membership.role}
            disabled={organisation === undefined}
            options={roles.map((role) => ({ value: role, label: word('role', role) }))}
            onChange={(role) => onChange({ ...membership, role })}
          />
        )}
      </Field>
    </div>
  );
}
