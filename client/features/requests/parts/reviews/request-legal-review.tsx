import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useRequestAct } from '../../api/request-act.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import { ActFrame } from '../acts/request-act-frame.tsx';
import { stepAfter, type RequestActProps } from '../acts/request-act-props.ts';

const findings = ['lawful', 'lawful_with_conditions', 'unlawful'] as const satisfies readonly WordLists['legalFinding'][];

interface Typed {
  readonly finding: WordLists['legalFinding'] | null;
  readonly citation: string;
  readonly text: string;
}
const nothing: Typed = { finding: null, citation: '', text: '' };

/** The legal office's review; "unlawful" cites an article and blocks an approval. */
export function RequestLegalReview({ file, isAllowed, onDone, onReload }: RequestActProps) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const typed = useTyped(file.id, 'legal', nothing);
  const { finding, citation, text } = typed.value;
  const act = useRequestAct('POST /requests/{requestId}/legal-review', (after) => {
    typed.forget();
    onDone(after);
  });
  const consequences = useLegalConsequences(file, finding);
  const fields = {
    '/finding': { id: 'legal-finding', label: t('legal.finding') },
    '/citation': { id: 'legal-citation', label: t('legal.citation') },
    '/text': { id: 'legal-text', label: t('legal.text') },
  };
  const faults: SummaryError[] = [
    ...(finding === null ? [{ fieldId: 'legal-finding', message: t('act.fault.finding') }] : []),
    ...(finding === 'unlawful' && citation.trim() === '' ? [{ fieldId: 'legal-citation', message: t('act.fault.citation') }] : []),
    ...(finding === 'lawful_with_conditions' && text.trim() === '' ? [{ fieldId: 'legal-text', message: t('act.fault.text') }] : []),
  ];
  const send = (): void => {
    if (finding === null) return;
    act.act({ params: { requestId: file.id }, version: file.version, body: { finding, citation, text } });
  };
  if (!isAllowed && !typed.isTouched) return null;
  return (
    <Panel title={t('legal.title')}>
      <ActFrame
        act={act}
        faults={faults}
        fields={fields}
        answers={[
          { label: t('legal.citation'), text: citation },
          { label: t('legal.text'), text },
        ]}
        consequences={consequences}
        confirmTitle={t('legal.title')}
        confirmLabel={t('legal.confirm')}
        isAllowed={isAllowed}
        isRestored={typed.isRestored}
        onSend={send}
        onReload={onReload}
        onDiscard={typed.isTouched ? typed.forget : undefined}
      >
        {(errorOf) => (
          <>
            <ChoiceField
              id="legal-finding"
              label={t('legal.finding')}
              error={errorOf('legal-finding')}
              value={finding}
              onChange={(next) => typed.set({ ...typed.value, finding: next })}
              choices={findings.map((value) => ({ value, label: word('legalFinding', value) }))}
            />
            <Field
              id="legal-citation"
              label={t('legal.citation')}
              hint={t('legal.citationHint')}
              error={errorOf('legal-citation')}
              {...(finding === 'unlawful' ? {} : { mark: 'optional' as const })}
            >
              {(control) => (
                <Input {...control} value={citation} onChange={(event) => typed.set({ ...typed.value, citation: event.target.value })} />
              )}
            </Field>
            <Field
              id="legal-text"
              label={t('legal.text')}
              hint={t('opinion.textHint')}
              error={errorOf('legal-text')}
              {...(finding === 'lawful_with_conditions' ? {} : { mark: 'optional' as const })}
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

function useLegalConsequences(file: RequestActProps['file'], finding: Typed['finding']): string[] {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();
  const next = stepAfter(file);
  if (finding === null) return [];
  return [
    t('legal.will.finding', { finding: word('legalFinding', finding) }),
    ...(finding === 'unlawful' ? [t('legal.will.blocks')] : []),
    ...(next === null
      ? []
      : [
          t('legal.will.next', {
            organisation: next.organisation.name,
            stage: word('stage', next.stage),
            days: format.workingDays(next.workingDays),
          }),
        ]),
  ];
}
