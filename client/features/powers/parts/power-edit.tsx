import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { CheckField } from '#client/ui/forms/check-field.tsx';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { LongInput } from '#client/ui/forms/long-input.tsx';
import { namedOnly } from '#client/ui/forms/named-only.ts';
import { useTyped } from '#client/parts/editions/editions.ts';
import { usePowerChangeWords, type OnePower } from '../api/powers.ts';

type Typed = Pick<OnePower, 'name' | 'field' | 'departmentId' | 'limitsPersonalFreedom' | 'cameDownFrom' | 'cameDownBasis'>;
const texts = ['name', 'field'] as const;
const origins = ['county', 'province', 'city'] as const;

interface PowerEditProps {
  readonly power: OnePower;
  readonly onSaved: () => void;
  readonly onReload: () => void;
}

/** Corrects what a power is; its code and its type stay. */
export function PowerEdit({ power, onSaved, onReload }: PowerEditProps) {
  const { t } = useTranslation('powers');
  const changeWords = usePowerChangeWords();
  const { name, field, departmentId, limitsPersonalFreedom, cameDownFrom, cameDownBasis } = power;
  const before: Typed = { name, field, departmentId, limitsPersonalFreedom, cameDownFrom, cameDownBasis };
  const typed = useTyped<Typed>(`power:${power.id}`, before);
  const { value } = typed;
  const change = (part: Partial<Typed>): void => typed.set({ ...value, ...part });
  const departments = (useAnswer('GET /organisations', { query: { kind: 'department' } }).data?.items ?? []).filter((one) => one.isActive);
  const act = useAct('PUT /powers/{powerId}', {
    refreshes: 'everything',
    onDone: () => {
      typed.forget();
      onSaved();
    },
  });
  const isUnchanged = (Object.keys(before) as (keyof Typed)[]).every((one) => value[one] === before[one]);
  const missing = [
    ...texts.filter((one) => value[one].trim() === ''),
    ...(value.cameDownFrom !== null && value.cameDownBasis.trim() === '' ? ['basis' as const] : []),
  ];
  return (
    <ActFrame
      act={act}
      faults={[
        ...missing.map((one) => ({ fieldId: `power-${one}`, label: t(one), message: t('edit.required') })),
        ...(isUnchanged ? [{ message: t('edit.nothing') }] : []),
      ]}
      fields={{
        '/name': { id: 'power-name', label: t('name') },
        '/field': { id: 'power-field', label: t('field') },
        '/departmentId': { id: 'power-department', label: t('department') },
        '/cameDownBasis': { id: 'power-basis', label: t('basis') },
      }}
      consequences={[
        t('edit.will', { name: value.name }),
        t('edit.menu'),
        ...(value.limitsPersonalFreedom || value.cameDownFrom !== null ? [t('edit.gates')] : []),
      ]}
      confirmTitle={t('edit.title')}
      confirmLabel={t('edit.save')}
      isAllowed
      isRestored={typed.isRestored}
      onSend={() => act.act({ params: { powerId: power.id }, version: power.version, body: value })}
      onReload={onReload}
      onDiscard={typed.forget}
      actionWords={changeWords}
    >
      {(errorOf) => (
        <>
          {texts.map((one) => (
            <Field key={one} id={`power-${one}`} label={t(one)} error={errorOf(`power-${one}`)}>
              {(control) => <LongInput {...control} value={value[one]} onChange={(typed) => change({ [one]: typed })} />}
            </Field>
          ))}
          <Field id="power-department" label={t('department')} error={errorOf('power-department')}>
            {(control) => (
              <Select<string>
                {...control}
                showSearch={{ optionFilterProp: 'label' }}
                {...namedOnly}
                value={value.departmentId}
                options={departments.map((one) => ({ value: one.id, label: one.name }))}
                onChange={(next) => change({ departmentId: next })}
              />
            )}
          </Field>
          <ChoiceField
            id="power-origin"
            label={t('origin')}
            choices={origins.map((one) => ({ value: one, label: t(`origins.${one}`) }))}
            value={value.cameDownFrom ?? 'county'}
            onChange={(from) => change({ cameDownFrom: from === 'county' ? null : from })}
          />
          {value.cameDownFrom === null ? null : (
            <Field id="power-basis" label={t('basis')} hint={t('basisHint')} error={errorOf('power-basis')}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={300}
                  value={value.cameDownBasis}
                  onChange={(event) => change({ cameDownBasis: event.target.value })}
                />
              )}
            </Field>
          )}
          <CheckField
            id="power-freedom"
            label={t('freedom')}
            hint={t('freedomHint')}
            isChecked={value.limitsPersonalFreedom}
            onChange={(next) => change({ limitsPersonalFreedom: next })}
          />
        </>
      )}
    </ActFrame>
  );
}
