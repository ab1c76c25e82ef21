import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { namedOnly } from '#client/ui/forms/named-only.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { useRequestAct } from '../../api/request-act.ts';
import type { RequestView } from '#client/parts/requests/request-types.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import { ActFrame } from '../acts/request-act-frame.tsx';
import type { RequestActProps } from '../acts/request-act-props.ts';

interface Typed {
  readonly need: string;
  readonly casesPerYear: number | null;
  readonly approach: string;
  readonly officerIds: readonly string[];
  readonly startWishOn: string | null;
  readonly answer: string;
}

const answersOf = ({ need, casesPerYear, approach, officers, startWishOn }: RequestView): Typed => ({
  need,
  casesPerYear,
  approach,
  officerIds: officers.map(({ id }) => id),
  startWishOn,
  answer: '',
});

/** The township answers a send-back with the same request; what it said before stands in the fields. */
export function RequestResubmission({ file, isAllowed, onDone, onReload }: RequestActProps) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const typed = useTyped(file.id, 'resubmission', answersOf(file));
  const { value } = typed;
  const act = useRequestAct('POST /requests/{requestId}/resubmission', (after) => {
    typed.forget();
    onDone(after);
  });
  const step = file.route.find(({ stage }) => stage === file.stage);
  const faults = useFaults()(value);
  const fields = {
    '/need': { id: 'resubmission-need', label: t('file.need') },
    '/casesPerYear': { id: 'resubmission-cases', label: t('resubmit.cases') },
    '/approach': { id: 'resubmission-approach', label: t('file.approach') },
    '/officerIds': { id: 'resubmission-officers', label: t('resubmit.officers') },
    '/startWishOn': { id: 'resubmission-wish', label: t('file.startWish') },
    '/answer': { id: 'resubmission-answer', label: t('resubmit.answer') },
  };
  const send = (): void => {
    const body = { ...value, officerIds: [...value.officerIds] };
    act.act({ params: { requestId: file.id }, version: file.version, body });
  };
  if (!isAllowed && !typed.isTouched) return null;
  return (
    <Panel title={t('resubmit.title')}>
      <div className="stack">
        <Asked file={file} />
        <ActFrame
          act={act}
          faults={faults}
          fields={fields}
          answers={[
            { label: t('resubmit.answer'), text: value.answer },
            { label: t('file.need'), text: value.need },
            { label: t('resubmit.cases'), text: value.casesPerYear === null ? null : String(value.casesPerYear) },
            { label: t('file.approach'), text: value.approach },
          ]}
          consequences={[
            ...(step ? [t('resubmit.will.back', { stage: word('stage', step.stage), organisation: step.organisation.name })] : []),
            t('resubmit.will.clock'),
            t('resubmit.will.record'),
          ]}
          confirmTitle={t('resubmit.title')}
          confirmLabel={t('resubmit.confirm')}
          isAllowed={isAllowed}
          isRestored={typed.isRestored}
          onSend={send}
          onReload={onReload}
          onDiscard={typed.isTouched ? typed.forget : undefined}
        >
          {(errorOf) => <ResubmissionFields townshipId={file.township.id} value={value} onChange={typed.set} errorOf={errorOf} />}
        </ActFrame>
      </div>
    </Panel>
  );
}

/** What the last send-back asked for. */
function Asked({ file }: { readonly file: RequestView }) {
  const { t } = useTranslation('requests');
  const sent = file.timeline.filter((event) => event.kind === 'sent_back');
  const last = sent[sent.length - 1];
  if (last === undefined) return null;
  return (
    <Notice tone="warn" title={t('resubmit.asked')}>
      <p className="prose">{last.facts.missing}</p>
    </Notice>
  );
}

interface FieldsProps {
  readonly townshipId: string;
  readonly value: Typed;
  readonly onChange: (next: Typed) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

function ResubmissionFields({ townshipId, value, onChange, errorOf }: FieldsProps) {
  const { t } = useTranslation('requests');
  const officers = useAnswer('GET /officers', { query: { townshipId } }).data?.items ?? [];
  const text = (name: 'need' | 'approach' | 'answer', label: string, hint?: string) => (
    <Field id={`resubmission-${name}`} label={label} error={errorOf(`resubmission-${name}`)} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <Input.TextArea
          {...control}
          rows={4}
          value={value[name]}
          onChange={(event) => onChange({ ...value, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {text('answer', t('resubmit.answer'), t('resubmit.answerHint'))}
      {text('need', t('file.need'))}
      <Field id="resubmission-cases" label={t('resubmit.cases')} error={errorOf('resubmission-cases')}>
        {(control) => (
          <InputNumber
            {...control}
            min={0}
            max={1_000_000}
            precision={0}
            value={value.casesPerYear}
            onChange={(casesPerYear) => onChange({ ...value, casesPerYear })}
          />
        )}
      </Field>
      {text('approach', t('file.approach'))}
      <Field id="resubmission-officers" label={t('resubmit.officers')} error={errorOf('resubmission-officers')}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            optionFilterProp="label"
            {...namedOnly}
            value={[...value.officerIds]}
            options={officers.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))}
            onChange={(officerIds: string[]) => onChange({ ...value, officerIds })}
          />
        )}
      </Field>
      <Field id="resubmission-wish" label={t('file.startWish')} mark="optional" error={errorOf('resubmission-wish')}>
        {(control) => <DayInput {...control} value={value.startWishOn} onChange={(startWishOn) => onChange({ ...value, startWishOn })} />}
      </Field>
    </>
  );
}

function useFaults(): (value: Typed) => readonly SummaryError[] {
  const { t } = useTranslation('requests');
  return ({ answer, need, casesPerYear, approach, officerIds }) => [
    ...(answer.trim() === '' ? [{ fieldId: 'resubmission-answer', message: t('act.fault.answer') }] : []),
    ...(need.trim() === '' ? [{ fieldId: 'resubmission-need', message: t('act.fault.need') }] : []),
    ...(casesPerYear === null ? [{ fieldId: 'resubmission-cases', message: t('act.fault.cases') }] : []),
    ...(approach.trim() === '' ? [{ fieldId: 'resubmission-approach', message: t('act.fault.approach') }] : []),
    ...(officerIds.length === 0 ? [{ fieldId: 'resubmission-officers', message: t('act.fault.officers') }] : []),
  ];
}
