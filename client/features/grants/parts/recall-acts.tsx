import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import type { Given } from '#client/lib/call-types.ts';
import { dayOf } from '#client/lib/days.ts';
import { now } from '#client/lib/clock.ts';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useGrantAct, useTyped } from '../api/grant-act.ts';
import { GrantActFrame } from './grant-act-frame.tsx';
import type { GrantActProps } from './grant-act-props.ts';
import { PendingCases, pendingFaults, type PendingCase } from './pending-cases.tsx';

type Reason = WordLists['recallReason'];
interface Notice {
  readonly reasonCode: Reason | null;
  readonly basis: string;
  readonly notice: string;
  readonly isUrgent: boolean;
}
const noNotice: Notice = { reasonCode: null, basis: '', notice: '', isUrgent: false };
const reasons = [
  'law_changed',
  'not_used',
  'serious_errors',
  'taken_back_by_province',
  'prerequisites_lost',
  'reorganisation',
  'urgent_risk',
  'other',
] as const satisfies readonly Reason[];

/** Reason and basis, a notice, the township's right to be heard; in urgent cases a suspension first. */
export function OpenRecallAct({ grant, onClose, onDone }: GrantActProps) {
  const { t } = useTranslation('grants');
  const word = useWords();
  const asked = useSearchParams()[0].get('reason');
  const typed = useTyped(grant.id, 'open_recall', { ...noNotice, reasonCode: reasons.find((one) => one === asked) ?? null });
  const { reasonCode, basis, notice, isUrgent } = typed.value;
  const put = (change: Partial<Notice>): void => typed.set({ ...typed.value, ...change });
  const act = useGrantAct('POST /grants/{grantId}/recall', () => {
    typed.forget();
    onDone();
  });
  const names = { township: grant.township.name, department: grant.department.name };
  return (
    <GrantActFrame
      grant={grant}
      action="open_recall"
      typed={typed}
      onClose={onClose}
      act={act}
      faults={[
        ...(reasonCode === null ? [{ fieldId: 'recall-reason', message: t('act.fault.reason') }] : []),
        ...(basis.trim() === '' ? [{ fieldId: 'recall-basis', message: t('act.fault.text') }] : []),
        ...(notice.trim() === '' ? [{ fieldId: 'recall-notice', message: t('act.fault.text') }] : []),
      ]}
      fields={{
        '/reasonCode': { id: 'recall-reason', label: t('act.field.reason') },
        '/basis': { id: 'recall-basis', label: t('act.field.basis') },
        '/notice': { id: 'recall-notice', label: t('act.field.notice') },
      }}
      consequences={[t('act.will.recallNotice', names), isUrgent ? t('act.will.recallUrgent', names) : t('act.will.recallCalm', names)]}
      isDangerous
      onSend={() => {
        if (reasonCode !== null)
          act.act({ params: { grantId: grant.id }, body: { reasonCode, basis, notice, isUrgent }, version: grant.version });
      }}
    >
      {(errorOf) => (
        <>
          <Field id="recall-reason" label={t('act.field.reason')} error={errorOf('recall-reason')}>
            {(control) => (
              <Select
                {...control}
                value={reasonCode}
                options={reasons.map((value) => ({ value, label: word('recallReason', value) }))}
                onChange={(value) => put({ reasonCode: value })}
              />
            )}
          </Field>
          <Field id="recall-basis" label={t('act.field.basis')} error={errorOf('recall-basis')}>
            {(control) => <Input.TextArea {...control} rows={2} value={basis} onChange={(event) => put({ basis: event.target.value })} />}
          </Field>
          <Field id="recall-notice" label={t('act.field.notice')} error={errorOf('recall-notice')}>
            {(control) => <Input.TextArea {...control} rows={5} value={notice} onChange={(event) => put({ notice: event.target.value })} />}
          </Field>
          <div className="field">
            <Checkbox checked={isUrgent} onChange={(event) => put({ isUrgent: event.target.checked })}>
              {t('act.field.urgent')}
            </Checkbox>
            <div className="field-hint">{t('act.hint.urgent')}</div>
          </div>
        </>
      )}
    </GrantActFrame>
  );
}

interface Verdict {
  readonly outcome: 'recall' | 'keep' | null;
  readonly text: string;
  readonly effectiveOn: string | null;
  readonly pendingCases: readonly PendingCase[];
}
const noVerdict: Verdict = { outcome: null, text: '', effectiveOn: null, pendingCases: [] };

type VerdictBody = Given<'POST /grants/{grantId}/recall/decision'>['body'];

/** What is sent: a day and pending cases belong to a recall alone; what was typed for one stays in the form. */
export function verdictBody({ outcome, text, effectiveOn, pendingCases }: Verdict): VerdictBody | null {
  if (outcome === null) return null;
  return outcome === 'keep' ? { outcome, text } : { outcome, text, effectiveOn, pendingCases: [...pendingCases] };
}

/** The decision after the hearing, by another person than opened the recall. */
export function DecideRecallAct({ grant, onClose, onDone }: GrantActProps) {
  const { t } = useTranslation('grants');
  const format = useFormat();
  const typed = useTyped(grant.id, 'decide_recall', noVerdict);
  const { outcome, text, effectiveOn, pendingCases } = typed.value;
  const put = (change: Partial<Verdict>): void => typed.set({ ...typed.value, ...change });
  const act = useGrantAct('POST /grants/{grantId}/recall/decision', () => {
    typed.forget();
    onDone();
  });
  const isRecall = outcome === 'recall';
  const names = {
    day: format.day(effectiveOn ?? dayOf(now())),
    power: grant.powerName,
    department: grant.department.name,
    township: grant.township.name,
  };
  return (
    <GrantActFrame
      grant={grant}
      action="decide_recall"
      typed={typed}
      onClose={onClose}
      act={act}
      faults={[
        ...(outcome === null ? [{ fieldId: 'verdict-outcome', message: t('act.fault.outcome') }] : []),
        ...(text.trim() === '' ? [{ fieldId: 'verdict-text', message: t('act.fault.text') }] : []),
        ...(isRecall && effectiveOn === null ? [{ fieldId: 'verdict-day', message: t('act.fault.day') }] : []),
        ...(isRecall ? pendingFaults(pendingCases, t('act.fault.pending')) : []),
      ]}
      fields={{
        '/outcome': { id: 'verdict-outcome', label: t('act.field.outcome') },
        '/text': { id: 'verdict-text', label: t('act.field.text') },
        '/effectiveOn': { id: 'verdict-day', label: t('act.field.effectiveOn') },
      }}
      consequences={[isRecall ? t('act.will.decideRecall', names) : t('act.will.decideKeep', names), t('act.will.register')]}
      isDangerous={isRecall}
      onSend={() => {
        const body = verdictBody(typed.value);
        if (body !== null) act.act({ params: { grantId: grant.id }, body, version: grant.version });
      }}
    >
      {(errorOf) => (
        <>
          <ChoiceField
            id="verdict-outcome"
            label={t('act.field.outcome')}
            error={errorOf('verdict-outcome')}
            value={outcome}
            choices={(['recall', 'keep'] as const).map((value) => ({ value, label: t(`act.outcome.${value}`) }))}
            onChange={(next) => put({ outcome: next })}
          />
          <Field id="verdict-text" label={t('act.field.text')} error={errorOf('verdict-text')}>
            {(control) => <Input.TextArea {...control} rows={4} value={text} onChange={(event) => put({ text: event.target.value })} />}
          </Field>
          {isRecall ? (
            <>
              <Field id="verdict-day" label={t('act.field.effectiveOn')} error={errorOf('verdict-day')}>
                {(control) => (
                  <DayInput {...control} min={dayOf(now())} value={effectiveOn} onChange={(day) => put({ effectiveOn: day })} />
                )}
              </Field>
              <PendingCases value={pendingCases} onChange={(next) => put({ pendingCases: next })} errorOf={errorOf} />
            </>
          ) : null}
        </>
      )}
    </GrantActFrame>
  );
}
