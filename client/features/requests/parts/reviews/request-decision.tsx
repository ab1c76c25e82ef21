import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useRequestAct } from '../../api/request-act.ts';
import { isFoundUnlawful } from '../../api/request-finding.ts';
import type { ConsequencesView, RequestView } from '#client/parts/requests/request-types.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import { ActFrame } from '../acts/request-act-frame.tsx';
import type { RequestActProps } from '../acts/request-act-props.ts';
import { ConsequenceSentences, useConsequenceSentences } from '../case/request-consequences.tsx';
import { DecisionConditions } from './request-decision-conditions.tsx';
import { DecisionRejection } from './request-decision-rejection.tsx';
import {
  decisionBody,
  undecided,
  useDecisionAnswers,
  useDecisionFaults,
  useDecisionFields,
  type DecisionTyped,
} from './request-decision-typed.ts';

const outcomes = ['approve', 'approve_with_conditions', 'reject'] as const satisfies readonly WordLists['decisionOutcome'][];

interface RequestDecisionProps extends RequestActProps {
  readonly consequences: ConsequencesView | undefined;
}

/** The county's decision: an approval is one press once its consequences are read; a rejection costs reason, words and a way out. */
export function RequestDecision({ file, consequences, isAllowed, onDone, onReload }: RequestDecisionProps) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const typed = useTyped(file.id, 'decision', undecided);
  const { outcome, text } = typed.value;
  const act = useRequestAct('POST /requests/{requestId}/decision', (after) => {
    typed.forget();
    onDone(after);
  });
  const isUnlawful = isFoundUnlawful(file);
  const faults = useDecisionFaults()(typed.value);
  const fields = useDecisionFields(typed.value.extra);
  const answers = useDecisionAnswers(typed.value);
  const sentences = useDecisionSentences({ file, consequences, typed: typed.value });
  const send = (): void => {
    const body = decisionBody(typed.value);
    if (body !== null) act.act({ params: { requestId: file.id }, version: file.version, body });
  };
  if (!isAllowed && !typed.isTouched) return null;
  return (
    <Panel title={t('decision.title')}>
      <ActFrame
        act={act}
        faults={faults}
        fields={fields}
        answers={answers}
        consequences={sentences}
        confirmTitle={outcome === null ? t('decision.title') : t(`decision.confirm.${outcome}`)}
        confirmLabel={outcome === null ? t('decision.title') : t(`decision.confirm.${outcome}`)}
        isDangerous={outcome === 'reject'}
        isAllowed={isAllowed}
        isRestored={typed.isRestored}
        onSend={send}
        onReload={onReload}
        onDiscard={typed.isTouched ? typed.forget : undefined}
      >
        {(errorOf) => (
          <>
            {consequences ? (
              <div className="stack-tight">
                <h3>{t('consequences.title')}</h3>
                <ConsequenceSentences consequences={consequences} />
              </div>
            ) : null}
            {isUnlawful ? <Notice tone="warn">{t('decision.unlawful')}</Notice> : null}
            <ChoiceField
              id="decision-outcome"
              label={t('decision.outcome')}
              error={errorOf('decision-outcome')}
              value={outcome}
              onChange={(next) => typed.set({ ...typed.value, outcome: next })}
              choices={outcomes.map((value) => ({
                value,
                label: word('decisionOutcome', value),
                isDisabled: isUnlawful && value !== 'reject',
              }))}
            />
            {outcome === 'approve_with_conditions' ? (
              <DecisionConditions
                typed={typed.value}
                onChange={typed.set}
                errorOf={errorOf}
                itemTermMonths={consequences?.terms.termMonths ?? null}
              />
            ) : null}
            {outcome === 'reject' ? <DecisionRejection typed={typed.value} onChange={typed.set} errorOf={errorOf} /> : null}
            {outcome === 'approve' || outcome === 'approve_with_conditions' ? (
              <Field id="decision-text" label={t('decision.text')} mark="optional" error={errorOf('decision-text')}>
                {(control) => (
                  <Input.TextArea
                    {...control}
                    rows={3}
                    value={text}
                    onChange={(event) => typed.set({ ...typed.value, text: event.target.value })}
                  />
                )}
              </Field>
            ) : null}
          </>
        )}
      </ActFrame>
    </Panel>
  );
}

interface SentencesNeeds {
  readonly file: RequestView;
  readonly consequences: ConsequencesView | undefined;
  readonly typed: DecisionTyped;
}

function useDecisionSentences({ file, consequences, typed }: SentencesNeeds): readonly string[] {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();
  const consequenceSentences = useConsequenceSentences();
  const { outcome, extra, termMonths, notBeforeOn } = typed;
  const { replaces, township } = file;
  if (outcome === null) return [];
  const decided = t('decision.will.outcome', { outcome: word('decisionOutcome', outcome) });
  if (outcome === 'reject') {
    const hasAnotherLook = !file.timeline.some(({ kind }) => kind === 'reconsideration_requested');
    return [
      decided,
      ...(hasAnotherLook ? [t('decision.will.rejected', { township: township.name })] : []),
      ...(replaces === null ? [] : [t('decision.will.swapStays', { power: replaces.powerName, township: township.name })]),
    ];
  }
  const withConditions = outcome === 'approve_with_conditions';
  return [
    decided,
    ...(consequences === undefined ? [] : consequenceSentences(consequences)),
    ...(withConditions && extra.length > 0 ? [t('decision.will.extra', { count: extra.length })] : []),
    ...(withConditions && termMonths !== null ? [t('decision.will.term', { months: format.months(termMonths) })] : []),
    ...(withConditions && notBeforeOn !== null ? [t('decision.will.notBefore', { day: format.day(notBeforeOn) })] : []),
    t('decision.will.notYet'),
    ...(replaces === null ? [] : [t('decision.will.swap', { power: replaces.powerName })]),
  ];
}
