import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '#client/ui/forms/field.tsx';
import { NumberField } from '#client/ui/forms/number-field.tsx';
import type { OrganisationPartProps } from './organisation-fields.tsx';
import { figures } from './organisation-typed.ts';

/** The figures of a township by which eligibility is judged. */
export function OrganisationProfile({ typed, onChange, errorOf }: OrganisationPartProps) {
  const { t } = useTranslation('administration');
  return (
    <>
      <p className="secondary">{t('organisation.profileWhy')}</p>
      <div className="fields">
        {figures.map(([name, unit, max]) => (
          <NumberField
            key={name}
            id={name}
            label={t(`organisation.${name}`)}
            unit={t(`organisation.${unit}`)}
            max={max}
            error={errorOf(name)}
            value={typed.figures[name]}
            onChange={(value) => onChange({ ...typed, figures: { ...typed.figures, [name]: value } })}
          />
        ))}
      </div>
      <Field id="tags" label={t('organisation.tags')} hint={t('organisation.tagsHint')} mark="optional" error={errorOf('tags')}>
        {(control) => (
          <Select<string[]>
            {...control}
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={[',', '，', '、']}
            value={[...typed.tags]}
            onChange={(tags) => onChange({ ...typed, tags })}
          />
        )}
      </Field>
    </>
  );
}
