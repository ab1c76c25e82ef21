import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { ChecksField } from '#client/ui/forms/check-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { NumberField } from '#client/ui/forms/number-field.tsx';
import { minimumFigures } from './edition-terms-typed.ts';
import type { TermsPartProps } from './edition-terms-section.tsx';

const kinds = ['township', 'ethnic_township', 'town', 'subdistrict'] as const;

/** Which townships may order the item; the others see why they may not. */
export function TermsEligibility({ typed, change, errorOf }: TermsPartProps) {
  const { t } = useTranslation('editions');
  const word = useWords();
  return (
    <>
      <ChecksField
        id="kinds"
        label={t('item.kinds')}
        hint={t('item.kindsHint')}
        values={typed.kinds}
        choices={kinds.map((value) => ({ value, label: word('townshipKind', value) }))}
        onChange={(values) => change({ kinds: values })}
      />
      <Field id="tags" label={t('item.tags')} hint={t('item.tagsHint')} mark="optional" error={errorOf('tags')}>
        {(control) => (
          <Select<string[]>
            {...control}
            mode="tags"
            open={false}
            suffixIcon={null}
            tokenSeparators={[',', '，', '、']}
            value={[...typed.tags]}
            onChange={(tags) => change({ tags })}
          />
        )}
      </Field>
      <div className="fields">
        {minimumFigures.map(([name, unit, size]) => (
          <NumberField
            key={name}
            id={name}
            label={t(`item.${name}`)}
            mark="optional"
            unit={t(`item.${unit}`)}
            max={1_000_000_000}
            precision={size === 1 ? 0 : 2}
            error={errorOf(name)}
            value={typed.minimum[name]}
            onChange={(value) => change({ minimum: { ...typed.minimum, [name]: value } })}
          />
        ))}
      </div>
    </>
  );
}
