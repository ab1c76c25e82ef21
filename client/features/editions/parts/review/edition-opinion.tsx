import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { draftReads, useChangeWords, useTyped } from '#client/parts/editions/editions.ts';
import type { EditionReview } from '../../api/edition-reviews.ts';

type Outcome = WordLists['legalFinding'];
const outcomes = ['lawful', 'lawful_with_conditions', 'unlawful'] as const satisfies readonly Outcome[];

interface Typed {
  readonly outcome: Outcome | null;
  readonly text: string;
  readonly citation: string;
}

interface EditionOpinionProps {
  readonly editionId: string;
  readonly review: EditionReview;
  readonly onReload: () => void;
  readonly onDone: () => void;
}

/** What the legal office says of the draft. */
export function EditionOpinion({ editionId, review, onReload, onDone }: EditionOpinionProps) {
  const { t } = useTranslation('editions');
  const word = useWords();
  const changeWords = useChangeWords();
  const typed = useTyped<Typed>(`edition-review:${review.id}`, { outcome: null, text: '', citation: '' });
  const { outcome, text, citation } = typed.value;
  const act = useAct('POST /editions/{editionId}/reviews/{reviewId}/opinion', {
    refreshes: [...draftReads, 'GET /tasks', 'GET /tasks/count'],
    onDone: () => {
      typed.forget();
      onDone();
    },
  });
  const labels = { outcome: t('review.opinion'), text: t('review.text'), citation: t('review.citation') };
  const fault = (field: keyof typeof labels, message: string): SummaryError => ({
    fieldId: `opinion-${field}`,
    label: labels[field],
    message,
  });
  const faults = [
    ...(outcome === null ? [fault('outcome', t('fault.choose'))] : []),
    ...(outcome !== null && outcome !== 'lawful' && text.trim() === '' ? [fault('text', t('fault.required'))] : []),
    ...(outcome === 'unlawful' && citation.trim() === '' ? [fault('citation', t('fault.required'))] : []),
  ];
  const needs = { text: outcome !== null && outcome !== 'lawful', citation: outcome === 'unlawful' };
  return (
    <Panel title={t('review.opinionTitle')}>
      <ActFrame
        act={act}
        faults={faults}
        fields={Object.fromEntries(
          (['outcome', 'text', 'citation'] as const).map((name) => [`/${name}`, { id: `opinion-${name}`, label: labels[name] }]),
        )}
        answers={[
          { label: labels.outcome, text: outcome === null ? null : word('legalFinding', outcome) },
          { label: labels.text, text },
          { label: labels.citation, text: citation },
        ]}
        consequences={outcome === null ? [] : [t(`review.will.${outcome}`), t('review.will.oneVersion')]}
        confirmTitle={t('review.opinionTitle')}
        confirmLabel={t('review.answerAct')}
        isAllowed={review.allowedActions.includes('review')}
        isRestored={typed.isRestored}
        onSend={() => {
          if (outcome !== null)
            act.act({ params: { editionId, reviewId: review.id }, version: review.version, body: { outcome, text, citation } });
        }}
        onReload={onReload}
        onDiscard={typed.isTouched ? typed.forget : undefined}
        actionWords={changeWords}
      >
        {(errorOf) => (
          <>
            <ChoiceField
              id="opinion-outcome"
              label={labels.outcome}
              error={errorOf('opinion-outcome')}
              value={outcome}
              choices={outcomes.map((value) => ({ value, label: word('legalFinding', value), hint: t(`review.means.${value}`) }))}
              onChange={(next) => typed.set({ ...typed.value, outcome: next })}
            />
            {(['text', 'citation'] as const).map((name) => (
              <Field
                key={name}
                id={`opinion-${name}`}
                label={labels[name]}
                hint={t(`review.${name}Hint`)}
                error={errorOf(`opinion-${name}`)}
                {...(needs[name] ? {} : { mark: 'optional' })}
              >
                {(control) => (
                  <Input.TextArea
                    {...control}
                    rows={name === 'text' ? 4 : 2}
                    value={typed.value[name]}
                    onChange={(event) => typed.set({ ...typed.value, [name]: event.target.value })}
                  />
                )}
              </Field>
            ))}
          </>
        )}
      </ActFrame>
    </Panel>
  );
}
