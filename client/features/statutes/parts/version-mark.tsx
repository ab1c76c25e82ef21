import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useChangeWords, useTyped } from '../api/statutes.ts';
import { StatuteChoice } from './statute-choice.tsx';
import type { VersionActProps } from './act-props.ts';

type End = WordLists['statuteEnd'];
const ends = ['amended', 'repealed'] as const satisfies readonly End[];

interface Typed {
  readonly endKind: End | null;
  readonly endedOn: string | null;
  readonly endBasis: string;
  readonly successorTitle: string;
  readonly successorId: string | null;
}
const nothing: Typed = { endKind: null, endedOn: null, endBasis: '', successorTitle: '', successorId: null };

/** A law was amended or repealed: since when, by what, and what takes its place. */
export function VersionMark({ version, onDone, onReload, onClose }: VersionActProps) {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const typed = useTyped(`statute-version:${version.id}:mark`, nothing);
  const { endKind, endedOn, endBasis, successorTitle, successorId } = typed.value;
  const put = (change: Partial<Typed>): void => typed.set({ ...typed.value, ...change });
  const act = useAct('POST /statute-versions/{versionId}/end', {
    refreshes: 'everything',
    onDone: () => {
      typed.forget();
      onDone();
    },
  });
  const label = { kind: t('mark.kind'), on: t('mark.on'), basis: t('mark.basis'), law: t('mark.law'), successor: t('mark.successor') };
  const isSuccessorOpen = successorTitle.trim() !== '' && successorId === null;
  return (
    <ActFrame
      act={act}
      faults={[
        ...(endKind === null ? [{ fieldId: 'mark-kind', label: label.kind, message: t('fault.choose') }] : []),
        ...(endedOn === null ? [{ fieldId: 'mark-on', label: label.on, message: t('fault.day') }] : []),
        ...(endBasis.trim() === '' ? [{ fieldId: 'mark-basis', label: label.basis, message: t('fault.required') }] : []),
        ...(isSuccessorOpen ? [{ fieldId: 'mark-version', label: label.successor, message: t('fault.choose') }] : []),
      ]}
      fields={{
        '/endKind': { id: 'mark-kind', label: label.kind },
        '/endedOn': { id: 'mark-on', label: label.on },
        '/endBasis': { id: 'mark-basis', label: label.basis },
        '/successorId': { id: 'mark-version', label: label.successor },
      }}
      answers={[{ label: label.basis, text: endBasis }]}
      consequences={useMarkConsequences(version, typed.value)}
      confirmTitle={t('mark.title')}
      confirmLabel={t('mark.act')}
      isDangerous
      isAllowed={version.endedOn === null}
      isRestored={typed.isRestored}
      actionWords={useChangeWords()}
      onSend={() => {
        if (endKind === null || endedOn === null) return;
        act.act({ params: { versionId: version.id }, version: version.version, body: { endKind, endedOn, endBasis, successorId } });
      }}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
    >
      {(errorOf) => (
        <>
          <ChoiceField
            id="mark-kind"
            label={label.kind}
            error={errorOf('mark-kind')}
            value={endKind}
            choices={ends.map((value) => ({ value, label: word('statuteEnd', value), hint: t(`mark.kindHint.${value}`) }))}
            onChange={(value) => put({ endKind: value })}
          />
          <Field id="mark-on" label={label.on} hint={t('mark.onHint')} error={errorOf('mark-on')}>
            {(control) => <DayInput {...control} min={version.versionOn} value={endedOn} onChange={(day) => put({ endedOn: day })} />}
          </Field>
          <Field id="mark-basis" label={label.basis} hint={t('mark.basisHint')} error={errorOf('mark-basis')}>
            {(control) => (
              <Input {...control} maxLength={300} value={endBasis} onChange={(event) => put({ endBasis: event.target.value })} />
            )}
          </Field>
          <StatuteChoice
            id="mark"
            label={label.law}
            hint={t('mark.successorHint')}
            versionLabel={label.successor}
            mark="optional"
            title={successorTitle}
            versionId={successorId}
            isFit={(one) => one.id !== version.id && one.validity !== 'ended'}
            errorOf={errorOf}
            onChange={({ title, version: chosen }) => put({ successorTitle: title, successorId: chosen?.id ?? null })}
          />
        </>
      )}
    </ActFrame>
  );
}

function useMarkConsequences(version: VersionActProps['version'], { endKind, endedOn }: Typed): string[] {
  const { t } = useTranslation('statutes');
  const format = useFormat();
  if (endKind === null || endedOn === null) return [];
  const { left } = version;
  return [
    t(`mark.will.${endKind}`, { title: version.title, day: format.day(version.versionOn), from: format.day(endedOn) }),
    t('mark.will.resting', {
      items: left.menu_item,
      grants: left.grant,
      entries: left.directory_entry,
      powers: left.township_power,
    }),
    ...(left.grant > 0 ? [t('mark.will.power')] : []),
    ...(left.menu_item > 0 ? [t('mark.will.draft')] : []),
    t('mark.will.task'),
  ];
}
