import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useRosterAct, type OfficerView } from '../../api/roster.ts';
import { OfficerFields, useOfficerForm, type TypedOfficer } from './officer-fields.tsx';
import { useAuditWords } from '../training-words.ts';

export interface OfficerActProps {
  readonly officer: OfficerView;
  readonly townshipName: string;
  /** The act is still possible; it may have ceased to be while somebody was typing. */
  readonly isAllowed: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

/** The township corrects what its roster says of a person. */
export function OfficerEdit({ officer, isAllowed, onDone, onClose, onReload }: OfficerActProps) {
  const { t } = useTranslation('training');
  const actionWords = useAuditWords();
  const initial: TypedOfficer = { name: officer.name, post: officer.post, dutyPhone: officer.dutyPhone, joinedOn: officer.joinedOn };
  const typed = useOwnStoredForm(`officer-${officer.id}`, initial);
  const { name, post, dutyPhone, joinedOn } = typed.value;
  const { fields, faults } = useOfficerForm(typed.value);
  const act = useRosterAct('PUT /officers/{officerId}', () => {
    typed.forget();
    onDone();
  });
  const send = (): void => {
    if (joinedOn === null) return;
    const body = { name, post, dutyPhone, joinedOn, leftOn: officer.leftOn };
    act.act({ params: { officerId: officer.id }, version: officer.version, body });
  };
  return (
    <ActFrame
      act={act}
      faults={faults}
      fields={fields}
      consequences={[t('edit.will.changed', { name: officer.name }), ...(joinedOn === officer.joinedOn ? [] : [t('edit.will.recount')])]}
      confirmTitle={t('edit.title', { name: officer.name })}
      confirmLabel={t('edit.confirm')}
      isAllowed={isAllowed}
      isRestored={typed.isRestored}
      onSend={send}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
      actionWords={actionWords}
    >
      {(errorOf) => <OfficerFields value={typed.value} onChange={(part) => typed.set({ ...typed.value, ...part })} errorOf={errorOf} />}
    </ActFrame>
  );
}

/** Somebody leaves; powers may rest on their certificates, so what follows is said first. */
export function OfficerLeaving({ officer, isAllowed, onDone, onClose, onReload }: OfficerActProps) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const actionWords = useAuditWords();
  const typed = useOwnStoredForm<{ readonly leftOn: string | null }>(`leaving-${officer.id}`, { leftOn: officer.leftOn });
  const { leftOn } = typed.value;
  const act = useRosterAct('PUT /officers/{officerId}', () => {
    typed.forget();
    onDone();
  });
  const fault = leftOn === null ? t('form.fault.leftOn') : leftOn < officer.joinedOn ? t('form.fault.leftBefore') : null;
  const send = (): void => {
    const { name, post, dutyPhone, joinedOn } = officer;
    act.act({ params: { officerId: officer.id }, version: officer.version, body: { name, post, dutyPhone, joinedOn, leftOn } });
  };
  return (
    <ActFrame
      act={act}
      faults={fault === null ? [] : [{ fieldId: 'officer-left', message: fault }]}
      fields={{ '/leftOn': { id: 'officer-left', label: t('form.leftOn') } }}
      consequences={[
        t('leave.will.from', { name: officer.name, day: leftOn === null ? '' : format.day(leftOn) }),
        t('leave.will.lapse'),
        t('leave.will.final'),
      ]}
      confirmTitle={t('leave.title', { name: officer.name })}
      confirmLabel={t('leave.confirm')}
      isDangerous
      isAllowed={isAllowed}
      isRestored={typed.isRestored}
      onSend={send}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
      actionWords={actionWords}
    >
      {(errorOf) => (
        <Field id="officer-left" label={t('form.leftOn')} hint={t('form.leftOnHint')} error={errorOf('officer-left')}>
          {(control) => <DayInput {...control} value={leftOn} min={officer.joinedOn} onChange={(day) => typed.set({ leftOn: day })} />}
        </Field>
      )}
    </ActFrame>
  );
}
