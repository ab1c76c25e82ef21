import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { CheckField } from '#client/ui/forms/check-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { NumberField } from '#client/ui/forms/number-field.tsx';
import { namedOnly } from '#client/ui/forms/named-only.ts';
import type { TermsPartProps } from './edition-terms-section.tsx';
import { freeKey, type PrerequisiteTyped } from './edition-terms-typed.ts';

const kinds = ['certified_officers', 'staffing', 'attestation'] as const;
const subjects = ['premises', 'equipment', 'procedure'] as const;

/** What a township has to have before the power starts; that nothing is demanded has to be said. */
export function TermsPrerequisites({ typed, change, errorOf }: TermsPartProps) {
  const { t } = useTranslation('editions');
  const { prerequisites } = typed;
  const set = (next: readonly PrerequisiteTyped[]): void => change({ prerequisites: next });
  const blank = { kind: 'certified_officers', certificateKind: null, count: 2, subject: 'premises', text: '' } as const;
  return (
    <>
      {prerequisites.map((one, index) => (
        <div key={one.key} className="case-group stack-tight">
          <PrerequisiteFields
            one={one}
            index={index}
            errorOf={errorOf}
            onChange={(next) => set(prerequisites.map((old, at) => (at === index ? next : old)))}
          />
          <div className="row">
            <Button size="small" onClick={() => set(prerequisites.filter((_, at) => at !== index))}>
              {t('item.removePrerequisite', { n: index + 1 })}
            </Button>
          </div>
        </div>
      ))}
      {prerequisites.length > 0 ? null : (
        <CheckField
          id="isPrerequisiteFree"
          label={t('item.prerequisiteFree')}
          isChecked={typed.isPrerequisiteFree}
          onChange={(isPrerequisiteFree) => change({ isPrerequisiteFree })}
        />
      )}
      <div className="row">
        <Button
          disabled={prerequisites.length >= 10}
          onClick={() => set([...prerequisites, { ...blank, key: freeKey('p', prerequisites) }])}
        >
          {t('item.addPrerequisite')}
        </Button>
      </div>
    </>
  );
}

interface PrerequisiteFieldsProps {
  readonly one: PrerequisiteTyped;
  readonly index: number;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (next: PrerequisiteTyped) => void;
}

function PrerequisiteFields({ one, index, errorOf, onChange }: PrerequisiteFieldsProps) {
  const { t } = useTranslation('editions');
  const word = useWords();
  const certificates = useAnswer('GET /courses').data?.kinds ?? [];
  const id = `prerequisite-${index}`;
  const n = index + 1;
  return (
    <div className="fields">
      <Field id={`${id}-kind`} label={t('item.prerequisiteKind', { n })}>
        {(control) => (
          <Select
            {...control}
            value={one.kind}
            options={kinds.map((value) => ({ value, label: word('prerequisiteKind', value) }))}
            onChange={(kind) => onChange({ ...one, kind })}
          />
        )}
      </Field>
      {one.kind === 'certified_officers' ? (
        <Field id={`${id}-certificate`} label={t('item.certificateKind', { n })} error={errorOf(`${id}-certificate`)}>
          {(control) => (
            <Select<string | null>
              {...control}
              {...namedOnly}
              value={one.certificateKind}
              options={certificates.map((kind) => ({ value: kind.id, label: kind.name }))}
              onChange={(certificateKind) => onChange({ ...one, certificateKind })}
            />
          )}
        </Field>
      ) : null}
      {one.kind === 'attestation' ? (
        <>
          <Field id={`${id}-subject`} label={t('item.subject', { n })}>
            {(control) => (
              <Select
                {...control}
                value={one.subject}
                options={subjects.map((value) => ({ value, label: word('attestationSubject', value) }))}
                onChange={(subject) => onChange({ ...one, subject })}
              />
            )}
          </Field>
          <div className="fields-wide">
            <Field id={`${id}-text`} label={t('item.text', { n })} error={errorOf(`${id}-text`)}>
              {(control) => <Input {...control} value={one.text} onChange={(event) => onChange({ ...one, text: event.target.value })} />}
            </Field>
          </div>
        </>
      ) : (
        <NumberField
          id={`${id}-count`}
          label={t('item.count', { n })}
          unit={t('item.persons')}
          min={1}
          max={one.kind === 'staffing' ? 500 : 100}
          error={errorOf(`${id}-count`)}
          value={one.count}
          onChange={(count) => onChange({ ...one, count })}
        />
      )}
    </div>
  );
}
