import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAct } from '#client/lib/use-act.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { ChecksField } from '#client/ui/forms/check-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { LongInput } from '#client/ui/forms/long-input.tsx';
import { reaches, useChangeWords, type TownshipPower } from '../api/directory.ts';
import { BasisFields, basesOf, noBasis, useBasisFaults, type BasisTyped } from './basis-fields.tsx';
import { townshipKinds } from './lists.ts';

interface Typed {
  readonly name: string;
  readonly kinds: TownshipPower['kinds'];
  readonly bases: readonly BasisTyped[];
}

interface TownshipPowerFormProps {
  /** Null for a new one. */
  readonly power: TownshipPower | null;
  readonly onSaved: () => void;
  readonly onReload: () => void;
}

/** What the law itself gives townships. */
export function TownshipPowerForm({ power, onSaved, onReload }: TownshipPowerFormProps) {
  const { t } = useTranslation('directory');
  const word = useWords();
  const navigate = useNavigate();
  const changeWords = useChangeWords();
  const typed = useOwnStoredForm<Typed>(`township-power-${power?.id ?? 'new'}`, power ?? { name: '', kinds: [], bases: [noBasis] });
  const { value } = typed;
  const change = (part: Partial<Typed>): void => typed.set({ ...value, ...part });
  const basisFaults = useBasisFaults()(value.bases);
  const add = useAct('POST /township-powers', {
    refreshes: reaches,
    onDone: ({ id }) => {
      typed.forget();
      void navigate(pathTo('townshipPower', { townshipPowerId: id }));
    },
  });
  const edit = useAct('PUT /township-powers/{townshipPowerId}', {
    refreshes: reaches,
    onDone: () => {
      typed.forget();
      onSaved();
    },
  });
  const send = (): void => {
    const body = { name: value.name, kinds: value.kinds, bases: basesOf(value.bases) };
    if (power === null) add.act({ body: { ...body, powerId: null } });
    else edit.act({ params: { townshipPowerId: power.id }, version: power.version, body });
  };
  const nameFault = { fieldId: 'statutory-name', label: t('statutory.name'), message: t('fault.required') };
  return (
    <ActFrame
      act={power === null ? add : edit}
      faults={[...(value.name.trim() === '' ? [nameFault] : []), ...basisFaults]}
      fields={{ '/name': { id: 'statutory-name', label: t('statutory.name') } }}
      consequences={[t(power === null ? 'statutory.willAdd' : 'statutory.willChange', { name: value.name }), t('statutory.willLink')]}
      confirmTitle={t(power === null ? 'statutory.add' : 'statutory.edit')}
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
          <Field id="statutory-name" label={t('statutory.name')} error={errorOf('statutory-name')}>
            {(control) => <LongInput {...control} value={value.name} onChange={(name) => change({ name })} />}
          </Field>
          <ChecksField
            id="statutory-kinds"
            label={t('statutory.kinds')}
            hint={t('statutory.kindsHint')}
            choices={townshipKinds.map((one) => ({ value: one, label: word('townshipKind', one) }))}
            values={value.kinds}
            onChange={(kinds) => change({ kinds: [...kinds] })}
          />
          <BasisFields bases={value.bases} onChange={(bases) => change({ bases })} errorOf={errorOf} least={1} />
        </>
      )}
    </ActFrame>
  );
}
