import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAct } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { LongInput } from '#client/ui/forms/long-input.tsx';
import { namedOnly } from '#client/ui/forms/named-only.ts';
import { reaches, useChangeWords, type Duty } from '../api/directory.ts';
import { dutyLists } from './lists.ts';

interface Typed {
  readonly list: Duty['list'] | null;
  /** Empty until one is chosen; `county` speaks for all townships. */
  readonly whose: string;
  readonly name: string;
  readonly field: string;
  readonly department: string;
  readonly note: string;
}
const texts = ['name', 'field', 'department', 'note'] as const;
const demanded = ['name', 'field'] as const;

const typedOf = (duty: Duty | null): Typed =>
  duty === null
    ? { list: null, whose: 'county', name: '', field: '', department: '', note: '' }
    : { ...duty, whose: duty.townshipId ?? 'county' };

interface DutyFormProps {
  /** Null for a new one. */
  readonly duty: Duty | null;
  readonly onSaved: () => void;
  readonly onReload: () => void;
}

/** One line of a duty list; its list and its township stay what they are. */
export function DutyForm({ duty, onSaved, onReload }: DutyFormProps) {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const changeWords = useChangeWords();
  const typed = useOwnStoredForm<Typed>(`duty-${duty?.id ?? 'new'}`, typedOf(duty));
  const { value } = typed;
  const change = (part: Partial<Typed>): void => typed.set({ ...value, ...part });
  const add = useAct('POST /duties', {
    refreshes: reaches,
    onDone: ({ id }) => {
      typed.forget();
      void navigate(pathTo('duty', { dutyId: id }));
    },
  });
  const edit = useAct('PUT /duties/{dutyId}', {
    refreshes: reaches,
    onDone: () => {
      typed.forget();
      onSaved();
    },
  });
  const faults = [
    ...(value.list === null ? [{ fieldId: 'duty-list', label: t('duty.list'), message: t('fault.choose') }] : []),
    ...demanded
      .filter((one) => value[one].trim() === '')
      .map((one) => ({ fieldId: `duty-${one}`, label: t(`duty.${one}`), message: t('fault.required') })),
  ];
  const send = (): void => {
    const { list, whose, name, field, department, note } = value;
    const body = { name, field, department, note };
    if (duty !== null) edit.act({ params: { dutyId: duty.id }, version: duty.version, body });
    else if (list !== null) add.act({ body: { ...body, list, townshipId: whose === 'county' ? null : whose, powerId: null } });
  };
  return (
    <ActFrame
      act={duty === null ? add : edit}
      faults={faults}
      fields={Object.fromEntries(texts.map((one) => [`/${one}`, { id: `duty-${one}`, label: t(`duty.${one}`) }]))}
      consequences={[t(duty === null ? 'duty.willAdd' : 'duty.willChange', { name: value.name }), t('duty.willLink')]}
      confirmTitle={t(duty === null ? 'duties.add' : 'duty.edit')}
      confirmLabel={t('save')}
      isAllowed
      isRestored={typed.isRestored}
      onSend={send}
      onReload={onReload}
      onDiscard={typed.forget}
      actionWords={changeWords}
    >
      {(errorOf) => (
        <>
          {duty === null ? <Where value={value} change={change} error={errorOf('duty-list')} /> : null}
          {texts.map((one) => (
            <Field
              key={one}
              id={`duty-${one}`}
              label={t(`duty.${one}`)}
              hint={t(`duty.${one}Hint`)}
              error={errorOf(`duty-${one}`)}
              {...(one === 'department' || one === 'note' ? { mark: 'optional' } : {})}
            >
              {(control) => <LongInput {...control} value={value[one]} onChange={(typed) => change({ [one]: typed })} />}
            </Field>
          ))}
        </>
      )}
    </ActFrame>
  );
}

interface WhereProps {
  readonly value: Typed;
  readonly change: (part: Partial<Typed>) => void;
  readonly error: string | undefined;
}

function Where({ value, change, error }: WhereProps) {
  const { t } = useTranslation('directory');
  const word = useWords();
  const townships = useAnswer('GET /organisations', { query: { kind: 'township' } }).data?.items ?? [];
  return (
    <>
      <ChoiceField
        id="duty-list"
        label={t('duty.list')}
        error={error}
        choices={dutyLists.map((one) => ({ value: one, label: word('dutyList', one), hint: t(`duty.listHint.${one}`) }))}
        value={value.list}
        onChange={(list) => change({ list })}
      />
      <Field id="duty-whose" label={t('duty.whose')} hint={t('duty.whoseHint')}>
        {(control) => (
          <Select<string>
            {...control}
            {...namedOnly}
            value={value.whose}
            options={[{ value: 'county', label: t('duty.county') }, ...townships.map(({ id, name }) => ({ value: id, label: name }))]}
            onChange={(whose) => change({ whose })}
          />
        )}
      </Field>
    </>
  );
}
