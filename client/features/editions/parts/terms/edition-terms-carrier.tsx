import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import type { TermsPartProps } from './edition-terms-section.tsx';

const carriers = ['transfer', 'entrustment', 'substantive_review', 'service_window'] as const;
const releases = ['optional', 'common'] as const;
const difficulties = ['easy', 'medium', 'hard'] as const;
const liabilities = ['low', 'medium', 'high'] as const;

/** How the power is carried down, with what follows in law from each way. */
export function TermsCarrier({ typed, change, errorOf }: TermsPartProps) {
  const { t } = useTranslation('editions');
  const word = useWords();
  return (
    <>
      <ChoiceField
        id="carrier"
        label={t('field.carrier')}
        error={errorOf('carrier')}
        value={typed.carrier}
        choices={carriers.map((value) => ({ value, label: word('carrier', value), hint: t(`item.carrierMeans.${value}`) }))}
        onChange={(carrier) => change({ carrier })}
      />
      <div className="fields fields-start">
        <ChoiceField
          id="release"
          label={t('field.release')}
          value={typed.release}
          choices={releases.map((value) => ({ value, label: word('release', value), hint: t(`item.releaseHint.${value}`) }))}
          onChange={(release) => change({ release })}
        />
        <ChoiceField
          id="difficulty"
          label={t('field.difficulty')}
          value={typed.difficulty}
          choices={difficulties.map((value) => ({ value, label: word('difficulty', value) }))}
          onChange={(difficulty) => change({ difficulty })}
        />
        <ChoiceField
          id="liability"
          label={t('field.liability')}
          value={typed.liability}
          choices={liabilities.map((value) => ({ value, label: word('liability', value) }))}
          onChange={(liability) => change({ liability })}
        />
      </div>
    </>
  );
}
