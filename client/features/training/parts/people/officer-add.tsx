import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useOwnTownship } from '#client/lib/own-township.ts';
import { TownshipChoice } from '#client/parts/townships/township-choice.tsx';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useRosterAct, type OfficerView } from '../../api/roster.ts';
import { OfficerFields, useOfficerForm, type TypedOfficer } from './officer-fields.tsx';

const blank: TypedOfficer = { name: '', post: '', dutyPhone: '', joinedOn: null };

export interface OfficerAddProps {
  readonly onDone: (officer: OfficerView) => void;
  readonly onClose: () => void;
}

/** A person joins the own roster. */
export function OfficerAdd({ onDone, onClose }: OfficerAddProps) {
  const { t } = useTranslation('training');
  const { township, named, isOpen } = useOwnTownship();
  const format = useFormat();
  const typed = useOwnStoredForm('officer', blank);
  const { name, post, dutyPhone, joinedOn } = typed.value;
  const { fields, faults } = useOfficerForm(typed.value);
  const act = useRosterAct('POST /officers', (officer) => {
    typed.forget();
    onDone(officer);
  });
  const send = (): void => {
    if (joinedOn !== null) act.act({ body: { name, post, dutyPhone, joinedOn, ...named } });
  };
  return (
    <Panel title={t('add.title')}>
      <TownshipChoice id="officer-township" />
      {isOpen ? null : (
        <ActFrame
          act={act}
          faults={faults}
          fields={fields}
          consequences={[
            t('add.will.roster', { name, township: township?.name ?? '' }),
            t('add.will.counts', { day: joinedOn === null ? '' : format.day(joinedOn) }),
          ]}
          confirmTitle={t('add.title')}
          confirmLabel={t('add.confirm')}
          isAllowed
          isRestored={typed.isRestored}
          onSend={send}
          onReload={act.clear}
          onDiscard={() => {
            typed.forget();
            onClose();
          }}
        >
          {(errorOf) => <OfficerFields value={typed.value} onChange={(part) => typed.set({ ...typed.value, ...part })} errorOf={errorOf} />}
        </ActFrame>
      )}
    </Panel>
  );
}
