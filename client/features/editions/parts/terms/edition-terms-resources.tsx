import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { CheckField } from '#client/ui/forms/check-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { NumberField } from '#client/ui/forms/number-field.tsx';
import { namedOnly } from '#client/ui/forms/named-only.ts';
import type { TermsPartProps } from './edition-terms-section.tsx';
import { freeKey, type ResourceTyped } from './edition-terms-typed.ts';

const kinds = ['posts', 'funds', 'equipment', 'accounts', 'support'] as const;
const units = ['persons', 'yuan_per_year', 'yuan', 'pieces', 'accounts', 'days_per_year'] as const;

/** What the county owes with the power; that it owes nothing has to be said. */
export function TermsResources({ typed, change, errorOf }: TermsPartProps) {
  const { t } = useTranslation('editions');
  const { resources } = typed;
  const set = (next: readonly ResourceTyped[]): void => change({ resources: next });
  const blank = { kind: 'posts', organisationId: null, amount: null, unit: 'persons', description: '', withinWorkingDays: 30 } as const;
  return (
    <>
      {resources.map((one, index) => (
        <div key={one.key} className="case-group stack-tight">
          <ResourceFields
            one={one}
            index={index}
            errorOf={errorOf}
            onChange={(next) => set(resources.map((old, at) => (at === index ? next : old)))}
          />
          <div className="row">
            <Button size="small" onClick={() => set(resources.filter((_, at) => at !== index))}>
              {t('item.removeResource', { n: index + 1 })}
            </Button>
          </div>
        </div>
      ))}
      {resources.length > 0 ? null : (
        <CheckField
          id="isResourceFree"
          label={t('item.resourceFree')}
          isChecked={typed.isResourceFree}
          onChange={(isResourceFree) => change({ isResourceFree })}
        />
      )}
      <div className="row">
        <Button disabled={resources.length >= 10} onClick={() => set([...resources, { ...blank, key: freeKey('r', resources) }])}>
          {t('item.addResource')}
        </Button>
      </div>
    </>
  );
}

interface ResourceFieldsProps {
  readonly one: ResourceTyped;
  readonly index: number;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (next: ResourceTyped) => void;
}

function ResourceFields({ one, index, errorOf, onChange }: ResourceFieldsProps) {
  const { t } = useTranslation('editions');
  const word = useWords();
  const bodies = (useAnswer('GET /organisations').data?.items ?? []).filter(({ kind, isActive }) => kind !== 'township' && isActive);
  const id = `resource-${index}`;
  const n = index + 1;
  return (
    <div className="fields">
      <Field id={`${id}-kind`} label={t('item.resourceKind', { n })}>
        {(control) => (
          <Select
            {...control}
            value={one.kind}
            options={kinds.map((value) => ({ value, label: word('resourceKind', value) }))}
            onChange={(kind) => onChange({ ...one, kind })}
          />
        )}
      </Field>
      <Field id={`${id}-provider`} label={t('item.provider', { n })} error={errorOf(`${id}-provider`)}>
        {(control) => (
          <Select<string | null>
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            {...namedOnly}
            value={one.organisationId}
            options={bodies.map((body) => ({ value: body.id, label: body.name }))}
            onChange={(organisationId) => onChange({ ...one, organisationId })}
          />
        )}
      </Field>
      <NumberField
        id={`${id}-amount`}
        label={t('item.amount', { n })}
        min={1}
        max={1_000_000_000}
        error={errorOf(`${id}-amount`)}
        value={one.amount}
        onChange={(amount) => onChange({ ...one, amount })}
      />
      <Field id={`${id}-unit`} label={t('item.unit', { n })}>
        {(control) => (
          <Select
            {...control}
            value={one.unit}
            options={units.map((value) => ({ value, label: word('resourceUnit', value) }))}
            onChange={(unit) => onChange({ ...one, unit })}
          />
        )}
      </Field>
      <NumberField
        id={`${id}-within`}
        label={t('item.within', { n })}
        min={1}
        max={250}
        error={errorOf(`${id}-within`)}
        value={one.withinWorkingDays}
        onChange={(withinWorkingDays) => onChange({ ...one, withinWorkingDays })}
      />
      <div className="fields-wide">
        <Field id={`${id}-description`} label={t('item.description', { n })} error={errorOf(`${id}-description`)}>
          {(control) => (
            <Input {...control} value={one.description} onChange={(event) => onChange({ ...one, description: event.target.value })} />
          )}
        </Field>
      </div>
    </div>
  );
}
