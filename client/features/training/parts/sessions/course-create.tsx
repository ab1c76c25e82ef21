import { Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useTrainingAct } from '../../api/courses.ts';

interface Typed {
  readonly name: string;
  readonly description: string;
  readonly hours: number | null;
  readonly certificateName: string;
  readonly validMonths: number | null;
}
const nothing: Typed = { name: '', description: '', hours: null, certificateName: '', validMonths: 24 };

export interface CourseCreateProps {
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** A new course brings its own kind of certificate. */
export function CourseCreate({ onDone, onClose }: CourseCreateProps) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const typed = useOwnStoredForm('course', nothing);
  const { name, description, hours, certificateName, validMonths } = typed.value;
  const change = (part: Partial<Typed>): void => typed.set({ ...typed.value, ...part });
  const act = useTrainingAct('POST /courses', (course) => {
    typed.forget();
    onDone(t('create.done', { name: course.name }));
  });
  const send = (): void => {
    if (hours !== null && validMonths !== null) act.act({ body: { name, description, hours, certificateName, validMonths } });
  };
  const faults = [
    ...(name.trim() === '' ? [{ fieldId: 'course-name', message: t('create.fault.name') }] : []),
    ...(hours === null ? [{ fieldId: 'course-hours', message: t('create.fault.hours') }] : []),
    ...(certificateName.trim() === '' ? [{ fieldId: 'course-certificate', message: t('create.fault.certificateName') }] : []),
    ...(validMonths === null ? [{ fieldId: 'course-months', message: t('create.fault.validMonths') }] : []),
  ];
  return (
    <Panel title={t('create.title')}>
      <ActFrame
        act={act}
        faults={faults}
        fields={{
          '/name': { id: 'course-name', label: t('create.name') },
          '/description': { id: 'course-description', label: t('create.description') },
          '/hours': { id: 'course-hours', label: t('create.hours') },
          '/certificateName': { id: 'course-certificate', label: t('create.certificateName') },
          '/validMonths': { id: 'course-months', label: t('create.validMonths') },
        }}
        consequences={[
          t('create.will.course', { name }),
          t('create.will.kind', { certificate: certificateName, months: format.months(validMonths ?? 0) }),
          t('create.will.final'),
        ]}
        confirmTitle={t('create.title')}
        confirmLabel={t('create.confirm')}
        isAllowed
        isRestored={typed.isRestored}
        onSend={send}
        onReload={act.clear}
        onDiscard={() => {
          typed.forget();
          onClose();
        }}
      >
        {(errorOf) => (
          <>
            <Field id="course-name" label={t('create.name')} error={errorOf('course-name')}>
              {(control) => <Input {...control} maxLength={80} value={name} onChange={(event) => change({ name: event.target.value })} />}
            </Field>
            <Field id="course-description" label={t('create.description')} mark="optional" error={errorOf('course-description')}>
              {(control) => (
                <Input.TextArea
                  {...control}
                  rows={3}
                  maxLength={1000}
                  value={description}
                  onChange={(event) => change({ description: event.target.value })}
                />
              )}
            </Field>
            <Field id="course-hours" label={t('create.hours')} error={errorOf('course-hours')}>
              {(control) => (
                <InputNumber<number>
                  {...control}
                  min={1}
                  max={1000}
                  precision={0}
                  value={hours}
                  onChange={(next) => change({ hours: next })}
                />
              )}
            </Field>
            <Field
              id="course-certificate"
              label={t('create.certificateName')}
              hint={t('create.certificateHint')}
              error={errorOf('course-certificate')}
            >
              {(control) => (
                <Input
                  {...control}
                  maxLength={80}
                  value={certificateName}
                  onChange={(event) => change({ certificateName: event.target.value })}
                />
              )}
            </Field>
            <Field id="course-months" label={t('create.validMonths')} error={errorOf('course-months')}>
              {(control) => (
                <InputNumber<number>
                  {...control}
                  min={1}
                  max={120}
                  precision={0}
                  value={validMonths}
                  onChange={(next) => change({ validMonths: next })}
                />
              )}
            </Field>
          </>
        )}
      </ActFrame>
    </Panel>
  );
}
