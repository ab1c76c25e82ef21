import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { CheckField } from '#client/ui/forms/check-field.tsx';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import type { OrganisationTyped } from './organisation-typed.ts';

export interface OrganisationPartProps {
  readonly typed: OrganisationTyped;
  readonly onChange: (next: OrganisationTyped) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

const kinds = ['county', 'department', 'township'] as const;
const townshipKinds = ['township', 'ethnic_township', 'town', 'subdistrict'] as const;
const duties = ['legal', 'establishment', 'finance', 'supervision', 'training'] as const;
const systems = ['county', 'vertical', 'city'] as const;

/** What an organisation is. Its kind is chosen once: people and powers hang on it. */
export function OrganisationFields({ typed, onChange, errorOf, isNew }: OrganisationPartProps & { readonly isNew: boolean }) {
  const { t } = useTranslation('administration');
  const word = useWords();
  return (
    <>
      {isNew ? (
        <ChoiceField
          id="kind"
          label={t('organisation.kind')}
          error={errorOf('kind')}
          value={typed.kind}
          choices={kinds.map((value) => ({ value, label: word('organisationKind', value) }))}
          onChange={(kind) => onChange({ ...typed, kind })}
        />
      ) : null}
      <div className="fields">
        {(['name', 'shortName'] as const).map((name) => (
          <OrganisationText key={name} name={name} typed={typed} onChange={onChange} errorOf={errorOf} />
        ))}
      </div>
      {typed.kind === 'township' ? (
        <>
          <ChoiceField
            id="townshipKind"
            label={t('organisation.townshipKind')}
            error={errorOf('townshipKind')}
            value={typed.townshipKind}
            choices={townshipKinds.map((value) => ({ value, label: word('townshipKind', value) }))}
            onChange={(townshipKind) => onChange({ ...typed, townshipKind })}
          />
          <OrganisationText name="divisionCode" hint={t('organisation.divisionHint')} typed={typed} onChange={onChange} errorOf={errorOf} />
        </>
      ) : null}
      {typed.kind === 'department' || typed.kind === 'county' ? (
        <ChoiceField
          id="duty"
          label={t('organisation.duty')}
          hint={t('organisation.dutyHint')}
          error={errorOf('duty')}
          value={typed.duty ?? 'none'}
          choices={[
            { value: 'none' as const, label: t('organisation.dutyNone') },
            ...duties.map((value) => ({ value, label: word('duty', value) })),
          ]}
          onChange={(duty) => onChange({ ...typed, duty: duty === 'none' ? null : duty })}
        />
      ) : null}
      {typed.kind === 'department' ? (
        <ChoiceField
          id="system"
          label={t('organisation.system')}
          error={errorOf('system')}
          value={typed.system}
          choices={systems.map((value) => ({ value, label: word('organisationSystem', value) }))}
          onChange={(system) => onChange({ ...typed, system })}
        />
      ) : null}
      {typed.kind === 'department' && typed.system !== 'county' ? (
        <OrganisationText
          name="systemBasis"
          hint={t('organisation.systemBasisHint')}
          mark="optional"
          typed={typed}
          onChange={onChange}
          errorOf={errorOf}
        />
      ) : null}
      {isNew ? null : (
        <CheckField
          id="isActive"
          label={t('organisation.isActive')}
          hint={t('organisation.isActiveHint')}
          isChecked={typed.isActive}
          onChange={(isActive) => onChange({ ...typed, isActive })}
        />
      )}
    </>
  );
}

type TextName = 'name' | 'shortName' | 'divisionCode' | 'systemBasis' | 'contactPhone' | 'complaintPhone' | 'address';

interface OrganisationTextProps extends OrganisationPartProps {
  readonly name: TextName;
  readonly hint?: string;
  readonly mark?: 'optional';
}

export function OrganisationText({ name, typed, onChange, errorOf, ...field }: OrganisationTextProps) {
  const { t } = useTranslation('administration');
  return (
    <Field id={name} label={t(`organisation.${name}`)} error={errorOf(name)} isDouble={name === 'name' || name === 'address'} {...field}>
      {(control) => <Input {...control} value={typed[name]} onChange={(event) => onChange({ ...typed, [name]: event.target.value })} />}
    </Field>
  );
}
