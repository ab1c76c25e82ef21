import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { useAct } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { useTyped, type Power } from '#client/parts/editions/editions.ts';

interface PowerTyped {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly type: Power['statutoryType'] | null;
  readonly category: Power['category'] | null;
  readonly department: string | null;
}

const types = [
  'licensing',
  'penalty',
  'compulsion',
  'levy',
  'benefit',
  'inspection',
  'confirmation',
  'reward',
  'adjudication',
  'other',
] as const satisfies readonly Power['statutoryType'][];
const categories = ['approval_service', 'enforcement', 'public_management'] as const satisfies readonly Power['category'][];
const texts = ['code', 'name', 'field'] as const;
const choices = ['type', 'category', 'department'] as const;

interface EditionPowerFormProps {
  readonly onCreated: (power: Power) => void;
  readonly onClose: () => void;
}

/** A power that the county does not have on its list yet. */
export function EditionPowerForm({ onCreated, onClose }: EditionPowerFormProps) {
  const { t } = useTranslation('editions');
  const word = useWords();
  const typed = useTyped<PowerTyped>('power:new', { code: '', name: '', field: '', type: null, category: null, department: null });
  const departments = (useAnswer('GET /organisations', { query: { kind: 'department' } }).data?.items ?? []).filter((one) => one.isActive);
  const act = useAct('POST /powers', {
    refreshes: ['GET /powers'],
    onDone: (power) => {
      typed.forget();
      onCreated(power);
    },
  });
  const { code, name, field, type, category, department } = typed.value;
  const departmentName = departments.find(({ id }) => id === department)?.name ?? '';
  const options = {
    type: types.map((value) => ({ value, label: word('statutoryType', value) })),
    category: categories.map((value) => ({ value, label: word('category', value) })),
    department: departments.map((one) => ({ value: one.id, label: one.name })),
  };
  const pointers = { code: 'code', name: 'name', field: 'field', type: 'statutoryType', category: 'category', department: 'departmentId' };
  return (
    <ActFrame
      act={act}
      faults={usePowerFaults()(typed.value)}
      fields={Object.fromEntries(
        [...texts, ...choices].map((one) => [`/${pointers[one]}`, { id: `power-${one}`, label: t(`add.${one}`) }]),
      )}
      consequences={[t('add.willCreate', { name, code, department: departmentName }), t('add.willPut')]}
      confirmTitle={t('add.create')}
      confirmLabel={t('add.createAct')}
      isAllowed
      isRestored={typed.isRestored}
      onSend={() => {
        if (type !== null && category !== null && department !== null)
          act.act({ body: { code: code.trim(), name, field, statutoryType: type, category, departmentId: department } });
      }}
      onReload={() => undefined}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
    >
      {(errorOf) => (
        <>
          <p className="secondary">{t('add.createWhy')}</p>
          {texts.map((one) => (
            <Field
              key={one}
              id={`power-${one}`}
              label={t(`add.${one}`)}
              error={errorOf(`power-${one}`)}
              {...(one === 'name' ? {} : { hint: t(`add.${one}Hint`) })}
            >
              {(control) => (
                <Input
                  {...control}
                  value={typed.value[one]}
                  onChange={(event) => typed.set({ ...typed.value, [one]: event.target.value })}
                />
              )}
            </Field>
          ))}
          {choices.map((one) => (
            <Field key={one} id={`power-${one}`} label={t(`add.${one}`)} error={errorOf(`power-${one}`)}>
              {(control) => (
                <Select<string | null>
                  {...control}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={typed.value[one]}
                  options={options[one]}
                  onChange={(value) => typed.set({ ...typed.value, [one]: value })}
                />
              )}
            </Field>
          ))}
        </>
      )}
    </ActFrame>
  );
}

function usePowerFaults(): (typed: PowerTyped) => readonly SummaryError[] {
  const { t } = useTranslation('editions');
  return (typed) => [
    ...(/^[A-Z0-9][A-Z0-9-]{1,39}$/.test(typed.code.trim())
      ? []
      : [{ fieldId: 'power-code', label: t('add.code'), message: t('fault.code') }]),
    ...(['name', 'field'] as const)
      .filter((one) => typed[one].trim() === '')
      .map((one) => ({ fieldId: `power-${one}`, label: t(`add.${one}`), message: t('fault.required') })),
    ...choices
      .filter((one) => typed[one] === null)
      .map((one) => ({ fieldId: `power-${one}`, label: t(`add.${one}`), message: t('fault.choose') })),
  ];
}
