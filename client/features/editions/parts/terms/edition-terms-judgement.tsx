import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { CheckField, ChecksField } from '#client/ui/forms/check-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import type { TermsPartProps } from './edition-terms-section.tsx';

const sides = ['departmentDoes', 'townshipDoes'] as const;
const qualities = ['isFrequent', 'isEasyToSpot', 'canBeTakenOn', 'canBeManaged'] as const;
const exclusions = ['too_specialised', 'rarely_used', 'unfit_for_concentration'] as const;

export function TermsResponsibilities({ typed, change, errorOf }: TermsPartProps) {
  const { t } = useTranslation('editions');
  return sides.map((side) => (
    <Field key={side} id={side} label={t(`item.${side}`)} error={errorOf(side)}>
      {(control) => (
        <Input.TextArea {...control} rows={4} value={typed[side]} onChange={(event) => change({ [side]: event.target.value })} />
      )}
    </Field>
  ));
}

/** Whether the power belongs to the grassroots at all; a reason against it has to be answered. */
export function TermsSuitability({ typed, change, errorOf }: TermsPartProps) {
  const { t } = useTranslation('editions');
  const word = useWords();
  const { suitability, isJudged } = typed;
  const set = (part: Partial<typeof suitability>): void => change({ suitability: { ...suitability, ...part } });
  return (
    <>
      <CheckField id="isJudged" label={t('item.judged')} isChecked={isJudged} onChange={(next) => change({ isJudged: next })} />
      {isJudged ? (
        <>
          <div className="fields fields-start">
            <ChecksField
              id="qualities"
              label={t('item.qualities')}
              values={qualities.filter((quality) => suitability[quality])}
              choices={qualities.map((value) => ({ value, label: t(`item.${value}`) }))}
              onChange={(values) => set(Object.fromEntries(qualities.map((quality) => [quality, values.includes(quality)])))}
            />
            <ChecksField
              id="exclusions"
              label={t('item.exclusions')}
              values={suitability.exclusions}
              choices={exclusions.map((value) => ({ value, label: word('exclusion', value) }))}
              onChange={(values) => set({ exclusions: [...values] })}
            />
          </div>
          {suitability.exclusions.length === 0 ? null : (
            <Field id="exclusionReason" label={t('item.exclusionReason')} error={errorOf('exclusionReason')}>
              {(control) => (
                <Input.TextArea
                  {...control}
                  rows={3}
                  value={suitability.exclusionReason}
                  onChange={(event) => set({ exclusionReason: event.target.value })}
                />
              )}
            </Field>
          )}
        </>
      ) : null}
    </>
  );
}
