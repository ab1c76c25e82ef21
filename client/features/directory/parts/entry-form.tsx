import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAct } from '#client/lib/use-act.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { LongInput } from '#client/ui/forms/long-input.tsx';
import { reaches, useChangeWords, type Entry } from '../api/directory.ts';
import { BasisFields, basesOf, useBasisFaults, type BasisTyped } from './basis-fields.tsx';
import { statutoryTypes } from './lists.ts';

interface Typed {
  readonly code: string;
  readonly name: string;
  readonly statutoryType: Entry['statutoryType'] | null;
  readonly field: string;
  readonly bases: readonly BasisTyped[];
  readonly scopeNote: string;
  readonly decision: string;
  readonly decidedOn: string | null;
}
const blank: Typed = { code: '', name: '', statutoryType: null, field: '', bases: [], scopeNote: '', decision: '', decidedOn: null };
const texts = ['code', 'name', 'field', 'decision'] as const;

interface EntryFormProps {
  /** Null for a new one. */
  readonly entry: Entry | null;
  readonly onSaved: () => void;
  readonly onReload: () => void;
}

/** What the province's decision says of one power, as it is entered or corrected. */
export function EntryForm({ entry, onSaved, onReload }: EntryFormProps) {
  const { t } = useTranslation('directory');
  const word = useWords();
  const navigate = useNavigate();
  const changeWords = useChangeWords();
  const typed = useOwnStoredForm<Typed>(`directory-entry-${entry?.id ?? 'new'}`, entry ?? blank);
  const { value } = typed;
  const change = (part: Partial<Typed>): void => typed.set({ ...value, ...part });
  const basisFaults = useBasisFaults()(value.bases);
  const add = useAct('POST /directory', {
    refreshes: reaches,
    onDone: ({ id }) => {
      typed.forget();
      void navigate(pathTo('directoryEntry', { entryId: id }));
    },
  });
  const edit = useAct('PUT /directory/{entryId}', {
    refreshes: reaches,
    onDone: () => {
      typed.forget();
      onSaved();
    },
  });
  const missing = [
    ...texts.filter((one) => value[one].trim() === ''),
    ...(['statutoryType', 'decidedOn'] as const).filter((one) => value[one] === null),
  ];
  const send = (): void => {
    const { statutoryType, decidedOn, code, name, field, decision, scopeNote } = value;
    if (statutoryType === null || decidedOn === null) return;
    const body = { code: code.trim(), name, field, decision, scopeNote, statutoryType, decidedOn, bases: basesOf(value.bases) };
    if (entry === null) add.act({ body: { ...body, powerId: null } });
    else edit.act({ params: { entryId: entry.id }, version: entry.version, body });
  };
  return (
    <ActFrame
      act={entry === null ? add : edit}
      faults={[
        ...missing.map((one) => ({ fieldId: `entry-${one}`, label: t(`entry.${one}`), message: t('fault.required') })),
        ...basisFaults,
      ]}
      fields={Object.fromEntries(
        [...texts, 'statutoryType' as const, 'decidedOn' as const, 'scopeNote' as const].map((one) => [
          `/${one}`,
          { id: `entry-${one}`, label: t(`entry.${one}`) },
        ]),
      )}
      consequences={[t(entry === null ? 'entry.willAdd' : 'entry.willChange', { name: value.name }), t('entry.willGate')]}
      confirmTitle={t(entry === null ? 'directory.add' : 'entry.edit')}
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
          {texts.map((one) => (
            <Field key={one} id={`entry-${one}`} label={t(`entry.${one}`)} hint={t(`entry.${one}Hint`)} error={errorOf(`entry-${one}`)}>
              {(control) => <LongInput {...control} value={value[one]} onChange={(typed) => change({ [one]: typed })} />}
            </Field>
          ))}
          <Field id="entry-decidedOn" label={t('entry.decidedOn')} error={errorOf('entry-decidedOn')}>
            {(control) => <DayInput {...control} value={value.decidedOn} onChange={(decidedOn) => change({ decidedOn })} />}
          </Field>
          <Field id="entry-statutoryType" label={t('entry.statutoryType')} error={errorOf('entry-statutoryType')}>
            {(control) => (
              <Select<Typed['statutoryType']>
                {...control}
                value={value.statutoryType}
                options={statutoryTypes.map((one) => ({ value: one, label: word('statutoryType', one) }))}
                onChange={(statutoryType) => change({ statutoryType })}
              />
            )}
          </Field>
          <BasisFields bases={value.bases} onChange={(bases) => change({ bases })} errorOf={errorOf} least={0} />
          <Field
            id="entry-scopeNote"
            label={t('entry.scopeNote')}
            hint={t('entry.scopeNoteHint')}
            mark="optional"
            error={errorOf('entry-scopeNote')}
          >
            {(control) => (
              <Input.TextArea
                {...control}
                rows={2}
                maxLength={500}
                value={value.scopeNote}
                onChange={(event) => change({ scopeNote: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </ActFrame>
  );
}
