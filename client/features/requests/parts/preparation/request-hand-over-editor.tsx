import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import type { FormField } from '#client/ui/forms/use-field-errors.ts';
import { useRequestAct } from '../../api/request-act.ts';
import type { HandOverView, PreparationView } from '#client/parts/requests/request-types.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import { ActFrame } from '../acts/request-act-frame.tsx';
import type { RequestActProps } from '../acts/request-act-props.ts';

const blank: HandOverView = { pendingCases: [], seals: '', files: '', accounts: '', contact: '' };
const texts = ['seals', 'files', 'accounts', 'contact'] as const;
const owners = ['department', 'township'] as const satisfies readonly WordLists['caseOwner'][];

interface HandOverEditorProps extends RequestActProps {
  readonly handOver: PreparationView['handOver'];
}

/** Either side writes what passes on: pending cases with who finishes them, seals, files, accounts, whom to ask. */
export function HandOverEditor({ file, handOver, isAllowed, onDone, onReload, onClose }: HandOverEditorProps) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const typed = useTyped(file.id, 'hand-over', handOver.list ?? blank);
  const { value } = typed;
  const close = (): void => {
    typed.forget();
    onClose?.();
  };
  const act = useRequestAct('PUT /requests/{requestId}/hand-over', (after) => {
    close();
    onDone(after);
  });
  const caseLine = ({ description, owner }: HandOverView['pendingCases'][number]): string =>
    t('handOver.caseLine', { description, owner: word('caseOwner', owner) });
  const isSigned = handOver.signedByDepartment !== null || handOver.signedByTownship !== null;
  const faults: SummaryError[] = [
    ...value.pendingCases.flatMap(({ description }, index) =>
      description.trim() === '' ? [{ fieldId: caseId(index), message: t('act.fault.description') }] : [],
    ),
    ...texts.flatMap((name) =>
      value[name].trim() === ''
        ? [
            {
              fieldId: `hand-over-${name}`,
              label: t(`handOver.${name}`),
              message: t(name === 'contact' ? 'act.fault.contact' : 'act.fault.none'),
            },
          ]
        : [],
    ),
  ];
  return (
    <ActFrame
      act={act}
      faults={faults}
      fields={useHandOverFields(value)}
      answers={[
        { label: t('handOver.pendingCases'), text: value.pendingCases.map(caseLine).join('\n') || t('handOver.pendingNone') },
        ...texts.map((name) => ({ label: t(`handOver.${name}`), text: value[name] })),
      ]}
      consequences={[t('handOver.will.saved'), ...(isSigned ? [t('handOver.will.voids')] : [])]}
      confirmTitle={t('handOver.title')}
      confirmLabel={t('handOver.confirm')}
      isAllowed={isAllowed}
      isRestored={typed.isRestored}
      onSend={() => act.act({ params: { requestId: file.id }, version: file.version, body: value })}
      onReload={onReload}
      onDiscard={close}
    >
      {(errorOf) => (
        <>
          <PendingCases value={value} onChange={typed.set} errorOf={errorOf} />
          {texts.map((name) => (
            <Field
              key={name}
              id={`hand-over-${name}`}
              label={t(`handOver.${name}`)}
              hint={t(name === 'contact' ? 'handOver.contactHint' : 'handOver.noneHint')}
              error={errorOf(`hand-over-${name}`)}
            >
              {(control) => (
                <Input.TextArea
                  {...control}
                  rows={2}
                  value={value[name]}
                  onChange={(event) => typed.set({ ...value, [name]: event.target.value })}
                />
              )}
            </Field>
          ))}
        </>
      )}
    </ActFrame>
  );
}

const caseId = (index: number): string => `hand-over-case-${index}`;

function useHandOverFields({ pendingCases }: HandOverView): Readonly<Record<string, FormField>> {
  const { t } = useTranslation('requests');
  const cases = pendingCases.map((_, index): [string, FormField] => [
    `/pendingCases/${index}`,
    { id: caseId(index), label: t('handOver.caseName', { n: index + 1 }) },
  ]);
  const rest = texts.map((name): [string, FormField] => [`/${name}`, { id: `hand-over-${name}`, label: t(`handOver.${name}`) }]);
  return Object.fromEntries([...cases, ...rest]);
}

interface PendingCasesProps {
  readonly value: HandOverView;
  readonly onChange: (next: HandOverView) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

function PendingCases({ value, onChange, errorOf }: PendingCasesProps) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const { pendingCases } = value;
  const change = (index: number, next: Partial<HandOverView['pendingCases'][number]>): void =>
    onChange({ ...value, pendingCases: pendingCases.map((one, place) => (place === index ? { ...one, ...next } : one)) });
  return (
    <fieldset className="field choices">
      <legend className="field-label">{t('handOver.pendingCases')}</legend>
      <div className="field-hint">{t('handOver.casesHint')}</div>
      {pendingCases.map((one, index) => (
        <div key={index} className="case-group stack-tight">
          <Field id={caseId(index)} label={t('handOver.caseName', { n: index + 1 })} error={errorOf(caseId(index))}>
            {(control) => (
              <Input {...control} value={one.description} onChange={(event) => change(index, { description: event.target.value })} />
            )}
          </Field>
          <Field id={`${caseId(index)}-owner`} label={t('handOver.caseOwner', { n: index + 1 })}>
            {(control) => (
              <Select
                {...control}
                value={one.owner}
                options={owners.map((owner) => ({ value: owner, label: word('caseOwner', owner) }))}
                onChange={(owner) => change(index, { owner })}
              />
            )}
          </Field>
          <div className="row">
            <Button size="small" onClick={() => onChange({ ...value, pendingCases: pendingCases.filter((_, place) => place !== index) })}>
              {t('handOver.removeCase', { n: index + 1 })}
            </Button>
          </div>
        </div>
      ))}
      <div className="row">
        <Button onClick={() => onChange({ ...value, pendingCases: [...pendingCases, { description: '', owner: 'department' }] })}>
          {t('handOver.addCase')}
        </Button>
      </div>
    </fieldset>
  );
}
