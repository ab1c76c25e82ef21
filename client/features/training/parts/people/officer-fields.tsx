import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import type { FormField } from '#client/ui/forms/use-field-errors.ts';

export interface TypedOfficer {
  readonly name: string;
  readonly post: string;
  readonly dutyPhone: string;
  readonly joinedOn: string | null;
}

export interface OfficerFieldsProps {
  readonly value: TypedOfficer;
  readonly onChange: (part: Partial<TypedOfficer>) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

/** What a roster says of a person. */
export function OfficerFields({ value, onChange, errorOf }: OfficerFieldsProps) {
  const { t } = useTranslation('training');
  return (
    <>
      <Field id="officer-name" label={t('form.name')} error={errorOf('officer-name')}>
        {(control) => <Input {...control} maxLength={40} value={value.name} onChange={(event) => onChange({ name: event.target.value })} />}
      </Field>
      <Field id="officer-post" label={t('form.post')} hint={t('form.postHint')} error={errorOf('officer-post')}>
        {(control) => <Input {...control} maxLength={60} value={value.post} onChange={(event) => onChange({ post: event.target.value })} />}
      </Field>
      <Field id="officer-phone" label={t('form.phone')} hint={t('form.phoneHint')} error={errorOf('officer-phone')}>
        {(control) => (
          <Input
            {...control}
            type="tel"
            maxLength={40}
            value={value.dutyPhone}
            onChange={(event) => onChange({ dutyPhone: event.target.value })}
          />
        )}
      </Field>
      <Field id="officer-joined" label={t('form.joinedOn')} error={errorOf('officer-joined')}>
        {(control) => <DayInput {...control} value={value.joinedOn} onChange={(day) => onChange({ joinedOn: day })} />}
      </Field>
    </>
  );
}

/** Fields by pointer into the body, and what is missing before anything is sent. */
export function useOfficerForm({ name, post, dutyPhone, joinedOn }: TypedOfficer): {
  readonly fields: Readonly<Record<string, FormField>>;
  readonly faults: readonly SummaryError[];
} {
  const { t } = useTranslation('training');
  return {
    fields: {
      '/name': { id: 'officer-name', label: t('form.name') },
      '/post': { id: 'officer-post', label: t('form.post') },
      '/dutyPhone': { id: 'officer-phone', label: t('form.phone') },
      '/joinedOn': { id: 'officer-joined', label: t('form.joinedOn') },
    },
    faults: [
      ...(name.trim() === '' ? [{ fieldId: 'officer-name', message: t('form.fault.name') }] : []),
      ...(post.trim() === '' ? [{ fieldId: 'officer-post', message: t('form.fault.post') }] : []),
      ...(dutyPhone.trim() === '' ? [{ fieldId: 'officer-phone', message: t('form.fault.phone') }] : []),
      ...(joinedOn === null ? [{ fieldId: 'officer-joined', message: t('form.fault.joinedOn') }] : []),
    ],
  };
}
