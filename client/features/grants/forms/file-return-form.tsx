import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { fileReturn } from '#contract/grants/grants.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { now } from '#client/lib/clock.ts';
import { addDays, dayOf } from '#client/lib/days.ts';
import { ActForm } from '#client/ui/act-form/act-form.tsx';
import { BoundDay, BoundSelect, BoundTextArea } from '#client/ui/act-form/bound.tsx';
import { useGrantAct, useTyped } from '../api/grant-act.ts';
import type { GrantActProps } from '../parts/grant-act-props.ts';
import { useGrantFrame } from '../parts/use-grant-frame.ts';
import { blank, type Body, type Draft } from './file-return-draft.ts';
import { PendingCaseRows } from './pending-case-rows.tsx';

/** Returning is a right: reasons, a day, the cases under way. */
export function FileReturnForm({ grant, onClose, onDone }: GrantActProps) {
  const { t } = useTranslation('grants');
  const word = useWords();
  const format = useFormat();
  const typed = useTyped(grant.id, 'file_return', blank);
  const { followers, ...frame } = useGrantFrame({ grant, action: 'file_return', typed, onClose });
  const act = useGrantAct('POST /grants/{grantId}/return', () => {
    typed.forget();
    onDone();
  });
  const labels = useLabels();
  return (
    <ActForm<Draft, Body>
      id="return"
      schema={fileReturn.body}
      typed={typed}
      labels={labels}
      {...frame}
      isDangerous
      act={act}
      alsoCheck={({ wishedOn }) => (wishedOn <= dayOf(now()) ? [{ path: 'wishedOn', code: 'return_date_too_early' }] : [])}
      answers={({ reasonCode, text, pendingCases }) => [
        { label: labels.reasonCode, text: word('returnReason', reasonCode) },
        { label: labels.text, text },
        {
          label: labels.pendingCases,
          text: pendingCases.map((one) => format.aside(one.description, word('caseOwner', one.owner))).join('\n'),
        },
      ]}
      consequences={({ wishedOn, pendingCases }) => [
        t('act.will.returnHolder', { power: grant.powerName, department: grant.department.name, day: format.day(wishedOn) }),
        t('act.will.returnRight'),
        t('act.will.returnCancel'),
        ...(pendingCases.length === 0 ? [] : [t('act.will.returnPending', { count: pendingCases.length })]),
        t('act.will.register'),
        ...followers,
      ]}
      onSend={(body) => act.act({ params: { grantId: grant.id }, body, version: grant.version })}
    >
      {(control) => <ReturnFields control={control} />}
    </ActForm>
  );
}

function useLabels() {
  const { t } = useTranslation('grants');
  return {
    reasonCode: t('act.field.reason'),
    text: t('act.field.text'),
    wishedOn: t('act.field.wishedOn'),
    pendingCases: t('act.field.pending'),
    'pendingCases.description': t('act.field.pendingDescription'),
    'pendingCases.owner': t('act.field.pendingOwner'),
  };
}

function ReturnFields({ control }: { readonly control: Control<Draft, unknown, Body> }) {
  const { t } = useTranslation('grants');
  const word = useWords();
  const reasons = fileReturn.body.shape.reasonCode.options.map((value) => ({ value, label: word('returnReason', value) }));
  return (
    <>
      <BoundSelect control={control} name="reasonCode" options={reasons} />
      <BoundTextArea control={control} name="text" />
      <BoundDay control={control} name="wishedOn" hint={t('act.hint.wishedOn')} min={addDays(dayOf(now()), 1)} />
      <PendingCaseRows control={control} />
    </>
  );
}
