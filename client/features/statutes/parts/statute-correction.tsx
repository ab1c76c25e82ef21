import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useChangeWords, useTyped } from '../api/statutes.ts';
import type { StatuteActProps } from './act-props.ts';
import { statuteKinds } from './statute-add.tsx';

/** A slip in the title, as long as nothing cites it, or in the kind. */
export function StatuteCorrection({ statute, onDone, onReload, onClose }: StatuteActProps) {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const typed = useTyped(`statute:${statute.id}:slip`, { title: statute.title, kind: statute.kind });
  const { title, kind } = typed.value;
  const act = useAct('PUT /statutes/{statuteId}', {
    refreshes: 'everything',
    onDone: () => {
      typed.forget();
      onDone();
    },
  });
  return (
    <ActFrame
      act={act}
      faults={title.trim() === '' ? [{ fieldId: 'slip-title', label: t('add.name'), message: t('fault.required') }] : []}
      fields={{ '/title': { id: 'slip-title', label: t('add.name') }, '/kind': { id: 'slip-kind', label: t('add.kind') } }}
      consequences={[t('correct.will', { title, kind: word('statuteKind', kind) })]}
      confirmTitle={t('correct.title')}
      confirmLabel={t('correct.act')}
      isAllowed
      isRestored={typed.isRestored}
      actionWords={useChangeWords()}
      onSend={() => act.act({ params: { statuteId: statute.id }, version: statute.version, body: { title, kind } })}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
    >
      {(errorOf) => (
        <>
          <Field id="slip-title" label={t('add.name')} hint={t('correct.hint')} error={errorOf('slip-title')}>
            {(control) => (
              <Input {...control} maxLength={120} value={title} onChange={(event) => typed.set({ title: event.target.value, kind })} />
            )}
          </Field>
          <Field id="slip-kind" label={t('add.kind')} error={errorOf('slip-kind')}>
            {(control) => (
              <Select
                {...control}
                value={kind}
                options={statuteKinds.map((value) => ({ value, label: word('statuteKind', value) }))}
                onChange={(value) => typed.set({ title, kind: value })}
              />
            )}
          </Field>
        </>
      )}
    </ActFrame>
  );
}
