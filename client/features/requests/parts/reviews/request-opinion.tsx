import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import type { Given } from '#client/lib/call-types.ts';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useRequestAct } from '../../api/request-act.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import { ActFrame } from '../acts/request-act-frame.tsx';
import { stepAfter, type RequestActProps } from '../acts/request-act-props.ts';

const positions = ['support', 'support_with_conditions', 'object'] as const satisfies readonly WordLists['opinionPosition'][];
const reasons = [
  'township_not_ready',
  'law_forbids',
  'safety_risk',
  'too_specialised',
  'no_demand',
  'resources_short',
  'other',
] as const satisfies readonly WordLists['objectionReason'][];

interface Typed {
  readonly position: WordLists['opinionPosition'] | null;
  readonly reasonCode: WordLists['objectionReason'] | null;
  readonly text: string;
}
const nothing: Typed = { position: null, reasonCode: null, text: '' };

type OpinionBody = Given<'POST /requests/{requestId}/opinion'>['body'];

/** What is sent: only an objection has a reason; one that was chosen before stays in the form. */
export function opinionBody({ position, reasonCode, text }: Typed): OpinionBody | null {
  if (position === null) return null;
  if (position !== 'object') return { position, text };
  return reasonCode === null ? null : { position, reasonCode, text };
}

/** The department's opinion: all who decide hear it, and it is no veto. */
export function RequestOpinion({ file, isAllowed, onDone, onReload }: RequestActProps) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const typed = useTyped(file.id, 'opinion', nothing);
  const { position, reasonCode, text } = typed.value;
  const act = useRequestAct('POST /requests/{requestId}/opinion', (after) => {
    typed.forget();
    onDone(after);
  });
  const consequences = useOpinionConsequences({ file, position });
  const fields = {
    '/position': { id: 'opinion-position', label: t('opinion.position') },
    '/reasonCode': { id: 'opinion-reason', label: t('opinion.reason') },
    '/text': { id: 'opinion-text', label: t('opinion.text') },
  };
  const faults: SummaryError[] = [
    ...(position === null ? [{ fieldId: 'opinion-position', message: t('act.fault.position') }] : []),
    ...(position === 'object' && reasonCode === null ? [{ fieldId: 'opinion-reason', message: t('act.fault.reason') }] : []),
    ...(position !== null && position !== 'support' && text.trim() === ''
      ? [{ fieldId: 'opinion-text', message: t('act.fault.text') }]
      : []),
  ];
  const send = (): void => {
    const body = opinionBody(typed.value);
    if (body !== null) act.act({ params: { requestId: file.id }, version: file.version, body });
  };
  if (!isAllowed && !typed.isTouched) return null;
  return (
    <Panel title={t('opinion.title')}>
      <ActFrame
        act={act}
        faults={faults}
        fields={fields}
        answers={[
          { label: t('opinion.reason'), text: position === 'object' && reasonCode !== null ? word('objectionReason', reasonCode) : null },
          { label: t('opinion.text'), text },
        ]}
        consequences={consequences}
        confirmTitle={t('opinion.title')}
        confirmLabel={t('opinion.confirm')}
        isAllowed={isAllowed}
        isRestored={typed.isRestored}
        onSend={send}
        onReload={onReload}
        onDiscard={typed.isTouched ? typed.forget : undefined}
      >
        {(errorOf) => (
          <>
            <ChoiceField
              id="opinion-position"
              label={t('opinion.position')}
              error={errorOf('opinion-position')}
              value={position}
              onChange={(next) => typed.set({ ...typed.value, position: next })}
              choices={positions.map((value) => ({
                value,
                label: word('opinionPosition', value),
                ...(value === 'object' ? { hint: t('opinion.objectHint') } : {}),
              }))}
            />
            {position === 'object' ? (
              <Field id="opinion-reason" label={t('opinion.reason')} error={errorOf('opinion-reason')}>
                {(control) => (
                  <Select<WordLists['objectionReason'] | null>
                    {...control}
                    value={reasonCode}
                    options={reasons.map((value) => ({ value, label: word('objectionReason', value) }))}
                    onChange={(next) => typed.set({ ...typed.value, reasonCode: next })}
                  />
                )}
              </Field>
            ) : null}
            <Field
              id="opinion-text"
              label={t('opinion.text')}
              hint={t('opinion.textHint')}
              error={errorOf('opinion-text')}
              {...(position === null || position === 'support' ? { mark: 'optional' as const } : {})}
            >
              {(control) => (
                <Input.TextArea
                  {...control}
                  rows={5}
                  value={text}
                  onChange={(event) => typed.set({ ...typed.value, text: event.target.value })}
                />
              )}
            </Field>
          </>
        )}
      </ActFrame>
    </Panel>
  );
}

function useOpinionConsequences({ file, position }: Pick<RequestActProps, 'file'> & Pick<Typed, 'position'>): string[] {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();
  const next = stepAfter(file);
  if (position === null) return [];
  return [
    t('opinion.will.position', { position: word('opinionPosition', position) }),
    ...(next === null
      ? []
      : [
          t('opinion.will.next', {
            organisation: next.organisation.name,
            stage: word('stage', next.stage),
            days: format.workingDays(next.workingDays),
          }),
        ]),
    ...(position === 'object' ? [t('opinion.will.noVeto')] : []),
  ];
}
