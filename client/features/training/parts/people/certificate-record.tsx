import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useRosterAct, type CertificateKindView } from '../../api/roster.ts';
import type { OfficerActProps } from './officer-edit.tsx';

interface Typed {
  readonly kindId: string | null;
  readonly number: string;
  readonly validFromOn: string | null;
  readonly validToOn: string | null;
}
const nothing: Typed = { kindId: null, number: '', validFromOn: null, validToOn: null };

/** The training officer enters a certificate with the days printed on it. */
export function CertificateRecord({
  officer,
  townshipName,
  kinds,
  isAllowed,
  onDone,
  onClose,
  onReload,
}: OfficerActProps & { readonly kinds: readonly CertificateKindView[] }) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const typed = useOwnStoredForm(`certificate-${officer.id}`, nothing);
  const { kindId, number, validFromOn, validToOn } = typed.value;
  const change = (part: Partial<Typed>): void => typed.set({ ...typed.value, ...part });
  const act = useRosterAct('POST /officers/{officerId}/certificates', () => {
    typed.forget();
    onDone();
  });
  const send = (): void => {
    if (kindId === null || validFromOn === null || validToOn === null) return;
    act.act({ params: { officerId: officer.id }, body: { kindId, number, validFromOn, validToOn } });
  };
  const kind = kinds.find(({ id }) => id === kindId)?.name ?? '';
  const days = { from: validFromOn === null ? '' : format.day(validFromOn), to: validToOn === null ? '' : format.day(validToOn) };
  return (
    <ActFrame
      act={act}
      faults={useFaults(typed.value)}
      fields={{
        '/kindId': { id: 'certificate-kind', label: t('record.kind') },
        '/number': { id: 'certificate-number', label: t('record.number') },
        '/validFromOn': { id: 'certificate-from', label: t('record.from') },
        '/validToOn': { id: 'certificate-to', label: t('record.to') },
      }}
      consequences={[t('record.will.counts', { name: officer.name, township: townshipName, kind, ...days }), t('record.will.cure')]}
      confirmTitle={t('record.title', { name: officer.name })}
      confirmLabel={t('record.confirm')}
      isAllowed={isAllowed}
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
          <Field id="certificate-kind" label={t('record.kind')} error={errorOf('certificate-kind')}>
            {(control) => (
              <select
                {...control}
                className="input"
                value={kindId ?? ''}
                onChange={(event) => change({ kindId: event.target.value === '' ? null : event.target.value })}
              >
                <option value="" />
                {(['external', 'course'] as const).map((issuer) => (
                  <optgroup key={issuer} label={t(`record.${issuer}`)}>
                    {kinds
                      .filter((one) => one.issuer === issuer)
                      .map((one) => (
                        <option key={one.id} value={one.id}>
                          {one.name}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
            )}
          </Field>
          <Field id="certificate-number" label={t('record.number')} error={errorOf('certificate-number')}>
            {(control) => <Input {...control} maxLength={60} value={number} onChange={(event) => change({ number: event.target.value })} />}
          </Field>
          <Field id="certificate-from" label={t('record.from')} error={errorOf('certificate-from')}>
            {(control) => <DayInput {...control} value={validFromOn} onChange={(day) => change({ validFromOn: day })} />}
          </Field>
          <Field id="certificate-to" label={t('record.to')} hint={t('record.toHint')} error={errorOf('certificate-to')}>
            {(control) => (
              <DayInput
                {...control}
                value={validToOn}
                {...(validFromOn === null ? {} : { min: validFromOn })}
                onChange={(day) => change({ validToOn: day })}
              />
            )}
          </Field>
        </>
      )}
    </ActFrame>
  );
}

function useFaults({ kindId, number, validFromOn, validToOn }: Typed): SummaryError[] {
  const { t } = useTranslation('training');
  const isReversed = validFromOn !== null && validToOn !== null && validToOn < validFromOn;
  return [
    ...(kindId === null ? [{ fieldId: 'certificate-kind', message: t('record.fault.kind') }] : []),
    ...(number.trim() === '' ? [{ fieldId: 'certificate-number', message: t('record.fault.number') }] : []),
    ...(validFromOn === null ? [{ fieldId: 'certificate-from', message: t('record.fault.from') }] : []),
    ...(validToOn === null ? [{ fieldId: 'certificate-to', message: t('record.fault.to') }] : []),
    ...(isReversed ? [{ fieldId: 'certificate-to', message: t('record.fault.order') }] : []),
  ];
}
