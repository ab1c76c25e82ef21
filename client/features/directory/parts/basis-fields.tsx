import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import type { Basis } from '../api/directory.ts';

export interface BasisTyped {
  readonly law: string;
  readonly article: string;
  readonly versionOn: string | null;
}
export const noBasis: BasisTyped = { law: '', article: '', versionOn: null };
export const basesOf = (typed: readonly BasisTyped[]): Basis[] =>
  typed.map(({ law, article, versionOn }) => ({ law, article, versionOn: versionOn ?? '' }));

export function useBasisFaults(): (bases: readonly BasisTyped[]) => readonly SummaryError[] {
  const { t } = useTranslation('directory');
  return (bases) =>
    bases.flatMap(({ law, article, versionOn }, index) =>
      (
        [
          ['law', law.trim() === ''],
          ['article', article.trim() === ''],
          ['version', versionOn === null],
        ] as const
      )
        .filter(([, isMissing]) => isMissing)
        .map(([name]) => ({
          fieldId: `basis-${index}-${name}`,
          label: t(`basis.${name}`, { n: index + 1 }),
          message: t('fault.required'),
        })),
    );
}

interface BasisFieldsProps {
  readonly bases: readonly BasisTyped[];
  readonly onChange: (bases: readonly BasisTyped[]) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
  /** How many must stay. */
  readonly least: 0 | 1;
}

/** The statutes that an entry names, each in the version that was read. */
export function BasisFields({ bases, onChange, errorOf, least }: BasisFieldsProps) {
  const { t } = useTranslation('directory');
  return (
    <>
      {bases.map((basis, index) => {
        const n = index + 1;
        const replace = (part: Partial<BasisTyped>): void =>
          onChange(bases.map((one, place) => (place === index ? { ...one, ...part } : one)));
        return (
          <div key={index} className="case-group stack-tight">
            <div className="fields">
              {(['law', 'article'] as const).map((name) => {
                const id = `basis-${index}-${name}`;
                return (
                  <Field key={name} id={id} label={t(`basis.${name}`, { n })} error={errorOf(id)}>
                    {(control) => <Input {...control} value={basis[name]} onChange={(event) => replace({ [name]: event.target.value })} />}
                  </Field>
                );
              })}
              <Field
                id={`basis-${index}-version`}
                label={t('basis.version', { n })}
                hint={t('basis.versionHint')}
                error={errorOf(`basis-${index}-version`)}
              >
                {(control) => <DayInput {...control} value={basis.versionOn} onChange={(versionOn) => replace({ versionOn })} />}
              </Field>
            </div>
            {bases.length <= least ? null : (
              <div className="row">
                <Button size="small" onClick={() => onChange(bases.filter((_, place) => place !== index))}>
                  {t('basis.remove', { n })}
                </Button>
              </div>
            )}
          </div>
        );
      })}
      <div className="row">
        <Button disabled={bases.length >= 10} onClick={() => onChange([...bases, noBasis])}>
          {t('basis.add')}
        </Button>
      </div>
    </>
  );
}
