import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { now } from '#client/lib/clock.ts';
import { addDays, dayOf } from '#client/lib/days.ts';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useGrantAct, useTyped } from '../api/grant-act.ts';
import { GrantActFrame } from './grant-act-frame.tsx';
import type { GrantActProps } from './grant-act-props.ts';
import { PendingCases, pendingFaults, type PendingCase } from './pending-cases.tsx';

type Reason = WordLists['returnReason'];
interface Typed {
  readonly reasonCode: Reason | null;
  readonly text: string;
  readonly wishedOn: string | null;
  readonly pendingCases: readonly PendingCase[];
}
const nothing: Typed = { reasonCode: null, text: '', wishedOn: null, pendingCases: [] };
const reasons = [
  'too_few_people',
  'lack_of_skill',
  'too_few_cases',
  'law_changed',
  'resources_not_delivered',
  'other',
] as const satisfies readonly Reason[];

/** Returning is a right: reasons, a day, the cases under way. */
export function FileReturnAct({ grant, onClose, onDone }: GrantActProps) {
  const { t } = useTranslation('grants');
  const word = useWords();
  const format = useFormat();
  const typed = useTyped(grant.id, 'file_return', nothing);
  const { reasonCode, text, wishedOn, pendingCases } = typed.value;
  const put = (change: Partial<Typed>): void => typed.set({ ...typed.value, ...change });
  const act = useGrantAct('POST /grants/{grantId}/return', () => {
    typed.forget();
    onDone();
  });
  const names = { power: grant.powerName, department: grant.department.name, day: wishedOn === null ? '' : format.day(wishedOn) };
  return (
    <GrantActFrame
      grant={grant}
      action="file_return"
      typed={typed}
      onClose={onClose}
      act={act}
      faults={[
        ...(reasonCode === null ? [{ fieldId: 'return-reason', message: t('act.fault.reason') }] : []),
        ...(text.trim() === '' ? [{ fieldId: 'return-text', message: t('act.fault.text') }] : []),
        ...(wishedOn === null ? [{ fieldId: 'return-day', message: t('act.fault.day') }] : []),
        ...pendingFaults(pendingCases, t('act.fault.pending')),
      ]}
      fields={{
        '/reasonCode': { id: 'return-reason', label: t('act.field.reason') },
        '/text': { id: 'return-text', label: t('act.field.text') },
        '/wishedOn': { id: 'return-day', label: t('act.field.wishedOn') },
      }}
      consequences={[
        t('act.will.returnHolder', names),
        t('act.will.returnRight'),
        t('act.will.returnCancel'),
        ...(pendingCases.length === 0 ? [] : [t('act.will.returnPending', { count: pendingCases.length })]),
        t('act.will.register'),
      ]}
      isDangerous
      onSend={() => {
        if (reasonCode === null || wishedOn === null) return;
        act.act({
          params: { grantId: grant.id },
          body: { reasonCode, text, wishedOn, pendingCases: [...pendingCases] },
          version: grant.version,
        });
      }}
    >
      {(errorOf) => (
        <>
          <Field id="return-reason" label={t('act.field.reason')} error={errorOf('return-reason')}>
            {(control) => (
              <Select
                {...control}
                value={reasonCode}
                options={reasons.map((value) => ({ value, label: word('returnReason', value) }))}
                onChange={(value) => put({ reasonCode: value })}
              />
            )}
          </Field>
          <Field id="return-text" label={t('act.field.text')} error={errorOf('return-text')}>
            {(control) => <Input.TextArea {...control} rows={4} value={text} onChange={(event) => put({ text: event.target.value })} />}
          </Field>
          <Field id="return-day" label={t('act.field.wishedOn')} hint={t('act.hint.wishedOn')} error={errorOf('return-day')}>
            {(control) => (
              <DayInput {...control} min={addDays(dayOf(now()), 1)} value={wishedOn} onChange={(day) => put({ wishedOn: day })} />
            )}
          </Field>
          <PendingCases value={pendingCases} onChange={(next) => put({ pendingCases: next })} errorOf={errorOf} />
        </>
      )}
    </GrantActFrame>
  );
}
