import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#client/lib/call-types.ts';
import { ChecksField } from '#client/ui/forms/check-field.tsx';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import { NumberField } from '#client/ui/forms/number-field.tsx';
import type { GuidedAnswers } from '../api/suggestions.ts';

const areas = [
  'urban',
  'suburb',
  'park',
  'scenic',
  'remote',
  'mountain',
  'farming',
  'waterside',
] as const satisfies readonly GuidedAnswers['areas'][number][];
const distances = ['near', 'middle', 'far'] as const satisfies readonly GuidedAnswers['distance'][];
const capacities = ['window', 'team', 'both'] as const satisfies readonly GuidedAnswers['capacity'][];
const appetites = ['careful', 'steady', 'bold'] as const satisfies readonly GuidedAnswers['appetite'][];
/** More problems than this are no priorities. */
const mostProblems = 3;

interface GuidedQuestionsProps {
  readonly fields: Answer<'GET /suggestions/questions'>['fields'];
  readonly initial: GuidedAnswers;
  readonly onDone: (answers: GuidedAnswers) => void;
}

/** Six questions that a township leader can answer off-hand; what the portal knows stands there already. */
export function GuidedQuestions({ fields, initial, onDone }: GuidedQuestionsProps) {
  const { t } = useTranslation('suggestions');
  const [answers, setAnswers] = useState(initial);
  const [isMissing, setMissing] = useState(false);
  const put = (changes: Partial<GuidedAnswers>): void => setAnswers({ ...answers, ...changes });
  const hasNeed = answers.problems.length > 0 || answers.areas.length > 0;
  return (
    <form
      className="guided"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!hasNeed);
        if (hasNeed) onDone(answers);
        else document.getElementById('guided-problems')?.focus();
      }}
    >
      <ChecksField
        id="guided-problems"
        label={t('question.problems')}
        hint={t('question.problemsHint', { most: mostProblems })}
        error={isMissing && !hasNeed ? t('question.problemsMissing') : undefined}
        choices={fields.map(({ field, count }) => ({ value: field, label: t('question.field', { field, count }) }))}
        values={answers.problems}
        onChange={(problems) => put({ problems: problems.slice(0, mostProblems) })}
      />
      <fieldset className="field choices">
        <legend className="field-label">{t('question.people')}</legend>
        <div className="field-hint">{t('question.peopleHint')}</div>
        <div className="row">
          <NumberField
            id="guided-now"
            label={t('question.certifiedNow')}
            max={500}
            value={answers.certifiedNow}
            onChange={(certifiedNow) => put({ certifiedNow: certifiedNow ?? 0 })}
          />
          <NumberField
            id="guided-soon"
            label={t('question.certifiedSoon')}
            max={500}
            value={answers.certifiedSoon}
            onChange={(certifiedSoon) => put({ certifiedSoon: certifiedSoon ?? 0 })}
          />
        </div>
      </fieldset>
      <ChoiceField
        id="guided-distance"
        label={t('question.distance')}
        choices={distances.map((value) => ({ value, label: t(`distance.${value}`) }))}
        value={answers.distance}
        onChange={(distance) => put({ distance })}
      />
      <ChecksField
        id="guided-areas"
        label={t('question.areas')}
        hint={t('question.areasHint')}
        choices={areas.map((value) => ({ value, label: t(`area.${value}`) }))}
        values={answers.areas}
        onChange={(chosen) => put({ areas: [...chosen] })}
      />
      <ChoiceField
        id="guided-capacity"
        label={t('question.capacity')}
        choices={capacities.map((value) => ({ value, label: t(`capacity.${value}`) }))}
        value={answers.capacity}
        onChange={(capacity) => put({ capacity })}
      />
      <ChoiceField
        id="guided-appetite"
        label={t('question.appetite')}
        choices={appetites.map((value) => ({ value, label: t(`appetite.${value}`) }))}
        value={answers.appetite}
        onChange={(appetite) => put({ appetite })}
      />
      <div className="row">
        <Button type="primary" htmlType="submit">
          {t('question.propose')}
        </Button>
      </div>
    </form>
  );
}
