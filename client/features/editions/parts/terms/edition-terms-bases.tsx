import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import type { TermsPartProps } from './edition-terms-section.tsx';
import { StatuteInput, StatuteStanding } from './edition-terms-statute.tsx';
import type { BasisTyped } from './edition-terms-typed.ts';

/** The statutes on which the power rests, each in the version that was read. */
export function TermsBases({ typed, change, errorOf }: TermsPartProps) {
  const { t } = useTranslation('editions');
  const { legalBases } = typed;
  const replace = (index: number, next: BasisTyped): void =>
    change({ legalBases: legalBases.map((one, at) => (at === index ? next : one)) });
  return (
    <>
      {legalBases.map((basis, index) => {
        const id = `basis-${index}`;
        const n = index + 1;
        return (
          <div key={index} className="case-group stack-tight">
            <div className="fields">
              <Field id={`${id}-law`} label={t('item.law', { n })} hint={t('item.lawHint')} error={errorOf(`${id}-law`)}>
                {(control) => <StatuteInput control={control} law={basis.law} onChange={(law) => replace(index, { ...basis, law })} />}
              </Field>
              <Field id={`${id}-article`} label={t('item.article', { n })} error={errorOf(`${id}-article`)}>
                {(control) => (
                  <Input
                    {...control}
                    value={basis.article}
                    onChange={(event) => replace(index, { ...basis, article: event.target.value })}
                  />
                )}
              </Field>
              <Field id={`${id}-version`} label={t('item.version', { n })} error={errorOf(`${id}-version`)}>
                {(control) => (
                  <DayInput {...control} value={basis.versionOn} onChange={(versionOn) => replace(index, { ...basis, versionOn })} />
                )}
              </Field>
            </div>
            <StatuteStanding basis={basis} onVersion={(versionOn) => replace(index, { ...basis, versionOn })} />
            <div className="row">
              <Button size="small" onClick={() => change({ legalBases: legalBases.filter((_, at) => at !== index) })}>
                {t('item.removeBasis', { n })}
              </Button>
            </div>
          </div>
        );
      })}
      <div className="row">
        <Button
          disabled={legalBases.length >= 10}
          onClick={() => change({ legalBases: [...legalBases, { law: '', article: '', versionOn: null }] })}
        >
          {t('item.addBasis')}
        </Button>
      </div>
      <Field id="scopeNote" label={t('field.scopeNote')} hint={t('item.scopeHint')} mark="optional" error={errorOf('scopeNote')}>
        {(control) => (
          <Input.TextArea {...control} rows={3} value={typed.scopeNote} onChange={(event) => change({ scopeNote: event.target.value })} />
        )}
      </Field>
      <CarveOuts typed={typed} change={change} errorOf={errorOf} />
    </>
  );
}

/** Parts of the power that stay with the department. */
function CarveOuts({ typed, change, errorOf }: TermsPartProps) {
  const { t } = useTranslation('editions');
  const { carveOuts } = typed;
  return (
    <>
      {carveOuts.map((one, index) => (
        <div key={index} className="case-group stack-tight">
          <div className="fields">
            {(['part', 'reason'] as const).map((name) => {
              const id = `carve-out-${index}-${name}`;
              return (
                <Field
                  key={name}
                  id={id}
                  label={t(`item.${name}`, { n: index + 1 })}
                  error={errorOf(id)}
                  {...(name === 'part' ? { hint: t('item.partHint') } : { mark: 'optional' })}
                >
                  {(control) => (
                    <Input
                      {...control}
                      value={one[name]}
                      onChange={(event) =>
                        change({ carveOuts: carveOuts.map((old, at) => (at === index ? { ...old, [name]: event.target.value } : old)) })
                      }
                    />
                  )}
                </Field>
              );
            })}
          </div>
          <div className="row">
            <Button size="small" onClick={() => change({ carveOuts: carveOuts.filter((_, at) => at !== index) })}>
              {t('item.removeCarveOut', { n: index + 1 })}
            </Button>
          </div>
        </div>
      ))}
      <div className="row">
        <Button disabled={carveOuts.length >= 20} onClick={() => change({ carveOuts: [...carveOuts, { part: '', reason: '' }] })}>
          {t('item.addCarveOut')}
        </Button>
      </div>
    </>
  );
}
