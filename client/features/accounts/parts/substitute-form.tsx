import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { useMe } from '#client/lib/session.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useNameSubstitute, type Candidate, type SubstitutionView } from '../api/substitutes.ts';

interface Typed {
  readonly substituteAccountId: string | null;
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  readonly reason: string;
}
const nothing: Typed = { substituteAccountId: null, firstOn: null, lastOn: null, reason: '' };

export interface SubstituteFormProps {
  readonly candidates: readonly Candidate[];
  readonly onDone: (named: SubstitutionView) => void;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

export function SubstituteForm({ candidates, onDone, onClose, onReload }: SubstituteFormProps) {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const format = useFormat();
  const typed = useOwnStoredForm('substitute', nothing);
  const { substituteAccountId, firstOn, lastOn, reason } = typed.value;
  const name = candidates.find(({ accountId }) => accountId === substituteAccountId)?.name ?? '';
  const act = useNameSubstitute((named) => {
    typed.forget();
    onDone(named);
  });
  const change = (part: Partial<Typed>): void => typed.set({ ...typed.value, ...part });
  const label = (key: 'who' | 'firstOn' | 'lastOn' | 'reason'): string => t(`substitutes.${key}`);
  const fields = {
    '/substituteAccountId': { id: 'who', label: label('who') },
    '/firstOn': { id: 'first-on', label: label('firstOn') },
    '/lastOn': { id: 'last-on', label: label('lastOn') },
    '/reason': { id: 'reason', label: label('reason') },
  };
  const send = (): void => {
    if (substituteAccountId === null || firstOn === null || lastOn === null) return;
    act.act({ body: { substituteAccountId, firstOn, lastOn, reason } });
  };
  const days = { from: firstOn === null ? '' : format.day(firstOn), to: lastOn === null ? '' : format.day(lastOn) };
  return (
    <ActFrame
      act={act}
      faults={useFaults(typed.value)}
      fields={fields}
      consequences={[
        t('substitutes.will.act', { ...days, name }),
        t('substitutes.will.record', { name, me: me.name }),
        t('substitutes.will.self'),
      ]}
      confirmTitle={t('substitutes.name')}
      confirmLabel={t('substitutes.name')}
      isAllowed
      isRestored={typed.isRestored}
      onSend={send}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
    >
      {(errorOf) => (
        <>
          <Field id="who" label={label('who')} hint={t('substitutes.whoHint')} error={errorOf('who')}>
            {(control) => (
              <select
                {...control}
                className="input"
                value={substituteAccountId ?? ''}
                onChange={(event) => change({ substituteAccountId: event.target.value === '' ? null : event.target.value })}
              >
                <option value="" />
                {candidates.map((one) => (
                  <option key={one.accountId} value={one.accountId}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field id="first-on" label={label('firstOn')} error={errorOf('first-on')}>
            {(control) => <DayInput {...control} value={firstOn} min={dayOf(now())} onChange={(day) => change({ firstOn: day })} />}
          </Field>
          <Field id="last-on" label={label('lastOn')} hint={t('substitutes.lastOnHint')} error={errorOf('last-on')}>
            {(control) => (
              <DayInput {...control} value={lastOn} min={firstOn ?? dayOf(now())} onChange={(day) => change({ lastOn: day })} />
            )}
          </Field>
          <Field id="reason" label={label('reason')} hint={t('substitutes.reasonHint')} error={errorOf('reason')}>
            {(control) => (
              <Input {...control} maxLength={100} value={reason} onChange={(event) => change({ reason: event.target.value })} />
            )}
          </Field>
        </>
      )}
    </ActFrame>
  );
}

function useFaults({ substituteAccountId, firstOn, lastOn, reason }: Typed): SummaryError[] {
  const { t } = useTranslation('accounts');
  const last =
    lastOn === null
      ? t('substitutes.fault.lastOn')
      : lastOn < dayOf(now())
        ? t('substitutes.fault.past')
        : firstOn !== null && lastOn < firstOn
          ? t('substitutes.fault.order')
          : null;
  return [
    ...(substituteAccountId === null ? [{ fieldId: 'who', message: t('substitutes.fault.who') }] : []),
    ...(firstOn === null ? [{ fieldId: 'first-on', message: t('substitutes.fault.firstOn') }] : []),
    ...(last === null ? [] : [{ fieldId: 'last-on', message: last }]),
    ...(reason.trim() === '' ? [{ fieldId: 'reason', message: t('substitutes.fault.reason') }] : []),
  ];
}
