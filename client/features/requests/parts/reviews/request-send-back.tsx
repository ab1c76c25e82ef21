import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useRequestAct } from '../../api/request-act.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import { ActFrame } from '../acts/request-act-frame.tsx';
import type { RequestActProps } from '../acts/request-act-props.ts';

const reasons = [
  'need_unclear',
  'officers_missing',
  'papers_missing',
  'start_date_unfit',
  'other',
] as const satisfies readonly WordLists['sendBackReason'][];

interface Typed {
  readonly reasonCode: WordLists['sendBackReason'] | null;
  readonly missing: string;
}
const nothing: Typed = { reasonCode: null, missing: '' };

/** Back to the township for supplement, with what is missing; the clock stops. */
export function RequestSendBack({ file, isAllowed, onDone, onReload, onClose }: RequestActProps) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const typed = useTyped(file.id, 'send-back', nothing);
  const { reasonCode, missing } = typed.value;
  const act = useRequestAct('POST /requests/{requestId}/send-back', (after) => {
    typed.forget();
    onClose?.();
    onDone(after);
  });
  const fields = {
    '/reasonCode': { id: 'send-back-reason', label: t('sendBack.reason') },
    '/missing': { id: 'send-back-missing', label: t('sendBack.missing') },
  };
  const faults: SummaryError[] = [
    ...(reasonCode === null ? [{ fieldId: 'send-back-reason', message: t('act.fault.reason') }] : []),
    ...(missing.trim() === '' ? [{ fieldId: 'send-back-missing', message: t('act.fault.missing') }] : []),
  ];
  const send = (): void => {
    if (reasonCode !== null) act.act({ params: { requestId: file.id }, version: file.version, body: { reasonCode, missing } });
  };
  const discard = (): void => {
    typed.forget();
    onClose?.();
  };
  if (!isAllowed && !typed.isTouched) return null;
  return (
    <Panel title={t('sendBack.title')}>
      <ActFrame
        act={act}
        faults={faults}
        fields={fields}
        answers={[
          { label: t('sendBack.reason'), text: reasonCode === null ? null : word('sendBackReason', reasonCode) },
          { label: t('sendBack.missing'), text: missing },
        ]}
        consequences={[t('sendBack.will.clock'), t('sendBack.will.township', { township: file.township.name })]}
        confirmTitle={t('sendBack.title')}
        confirmLabel={t('sendBack.confirm')}
        isAllowed={isAllowed}
        isRestored={typed.isRestored}
        onSend={send}
        onReload={onReload}
        onDiscard={discard}
      >
        {(errorOf) => (
          <>
            <Field id="send-back-reason" label={t('sendBack.reason')} error={errorOf('send-back-reason')}>
              {(control) => (
                <Select<WordLists['sendBackReason'] | null>
                  {...control}
                  value={reasonCode}
                  options={reasons.map((value) => ({ value, label: word('sendBackReason', value) }))}
                  onChange={(next) => typed.set({ ...typed.value, reasonCode: next })}
                />
              )}
            </Field>
            <Field
              id="send-back-missing"
              label={t('sendBack.missing')}
              hint={t('sendBack.missingHint')}
              error={errorOf('send-back-missing')}
            >
              {(control) => (
                <Input.TextArea
                  {...control}
                  rows={5}
                  value={missing}
                  onChange={(event) => typed.set({ ...typed.value, missing: event.target.value })}
                />
              )}
            </Field>
          </>
        )}
      </ActFrame>
    </Panel>
  );
}
