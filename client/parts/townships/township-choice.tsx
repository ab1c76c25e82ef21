import { useTranslation } from 'react-i18next';
import { useOwnTownship } from '#client/lib/own-township.ts';
import { Field } from '#client/ui/forms/field.tsx';

/** Asks for which township, where somebody works for several; nothing for everybody else. */
export function TownshipChoice({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { townships, township, choose } = useOwnTownship();
  if (townships.length < 2) return null;
  return (
    <Field id={id} label={t('township.label')} hint={t('township.hint')}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={township?.id ?? ''}
          onChange={(event) => {
            if (event.target.value !== '') choose(event.target.value);
          }}
        >
          {township === null ? <option value="">{t('township.choose')}</option> : null}
          {townships.map(({ id: value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
