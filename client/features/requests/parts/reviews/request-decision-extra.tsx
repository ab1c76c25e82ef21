import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { Field } from '#client/ui/forms/field.tsx';
import { namedOnly } from '#client/ui/forms/named-only.ts';
import { extraId, type Extra } from './request-decision-typed.ts';
import { useCertificateKinds } from '#client/i18n/use-condition-words.ts';

const subjects = ['premises', 'equipment', 'procedure'] as const satisfies readonly WordLists['attestationSubject'][];

interface DecisionExtraProps {
  readonly one: Extra;
  readonly index: number;
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly onChange: (next: Extra) => void;
  readonly onRemove: () => void;
}

/** One more prerequisite that an approval demands. */
export function DecisionExtra({ one, index, errorOf, onChange, onRemove }: DecisionExtraProps) {
  const { t } = useTranslation('requests');
  const id = extraId(index);
  const n = index + 1;
  return (
    <div className="case-group stack-tight">
      {one.kind === 'certified_officers' ? <KindField one={one} index={index} errorOf={errorOf} onChange={onChange} /> : null}
      {one.kind === 'attestation' ? (
        <SubjectFields one={one} index={index} errorOf={errorOf} onChange={onChange} />
      ) : (
        <Field id={`${id}-count`} label={t('decision.count', { n })} error={errorOf(`${id}-count`)}>
          {(control) => (
            <InputNumber
              {...control}
              min={1}
              max={one.kind === 'staffing' ? 500 : 100}
              precision={0}
              value={one.count}
              onChange={(count) => onChange({ ...one, count })}
            />
          )}
        </Field>
      )}
      <div className="row">
        <Button size="small" onClick={onRemove}>
          {t('decision.removeExtra', { n })}
        </Button>
      </div>
    </div>
  );
}

type PartProps = Omit<DecisionExtraProps, 'onRemove'>;

function KindField({ one, index, errorOf, onChange }: PartProps) {
  const { t } = useTranslation('requests');
  const kinds = useCertificateKinds();
  const id = `${extraId(index)}-kind`;
  return (
    <Field id={id} label={t('decision.certificateKind', { n: index + 1 })} error={errorOf(id)}>
      {(control) => (
        <Select<string | null>
          {...control}
          {...namedOnly}
          value={one.certificateKind}
          options={kinds.map((kind) => ({ value: kind.id, label: kind.name }))}
          onChange={(certificateKind) => onChange({ ...one, certificateKind })}
        />
      )}
    </Field>
  );
}

function SubjectFields({ one, index, errorOf, onChange }: PartProps) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const id = extraId(index);
  const n = index + 1;
  return (
    <>
      <Field id={`${id}-subject`} label={t('decision.subject', { n })}>
        {(control) => (
          <Select
            {...control}
            value={one.subject}
            options={subjects.map((value) => ({ value, label: word('attestationSubject', value) }))}
            onChange={(subject) => onChange({ ...one, subject })}
          />
        )}
      </Field>
      <Field id={`${id}-text`} label={t('decision.subjectText', { n })} error={errorOf(`${id}-text`)}>
        {(control) => <Input {...control} value={one.text} onChange={(event) => onChange({ ...one, text: event.target.value })} />}
      </Field>
    </>
  );
}
