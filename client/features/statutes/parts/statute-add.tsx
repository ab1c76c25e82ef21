import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useTyped } from '../api/statutes.ts';

type Kind = WordLists['statuteKind'];
export const statuteKinds = ['law', 'administrative_regulation', 'local_regulation', 'rule', 'other'] as const satisfies readonly Kind[];

interface Typed {
  readonly title: string;
  readonly kind: Kind | null;
  readonly versionOn: string | null;
}
const nothing: Typed = { title: '', kind: null, versionOn: null };

/** Registers a statute with its first version. */
export function StatuteAdd() {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const typed = useTyped('statute:new', nothing);
  const [isOpen, setOpen] = useState(typed.isRestored);
  const { title, kind, versionOn } = typed.value;
  const put = (change: Partial<Typed>): void => typed.set({ ...typed.value, ...change });
  const act = useAct('POST /statutes', {
    refreshes: ['GET /statutes'],
    onDone: ({ id }) => {
      typed.forget();
      void navigate(pathTo('statute', { statuteId: id }));
    },
  });
  const label = { title: t('add.name'), kind: t('add.kind'), versionOn: t('add.versionOn') };
  if (!isOpen) {
    return (
      <div className="row">
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('add.start')}
        </Button>
      </div>
    );
  }
  return (
    <Panel title={t('add.title')}>
      <ActFrame
        act={act}
        faults={[
          ...(title.trim() === '' ? [{ fieldId: 'statute-title', label: label.title, message: t('fault.required') }] : []),
          ...(kind === null ? [{ fieldId: 'statute-kind', label: label.kind, message: t('fault.choose') }] : []),
          ...(versionOn === null ? [{ fieldId: 'statute-day', label: label.versionOn, message: t('fault.day') }] : []),
        ]}
        fields={{
          '/title': { id: 'statute-title', label: label.title },
          '/kind': { id: 'statute-kind', label: label.kind },
          '/versionOn': { id: 'statute-day', label: label.versionOn },
        }}
        consequences={[t('add.will', { title, day: format.day(versionOn ?? '') })]}
        confirmTitle={t('add.title')}
        confirmLabel={t('add.act')}
        isAllowed
        isRestored={typed.isRestored}
        onSend={() => {
          if (kind !== null && versionOn !== null) act.act({ body: { title, kind, versionOn } });
        }}
        onReload={() => undefined}
        onDiscard={() => {
          typed.forget();
          setOpen(false);
        }}
      >
        {(errorOf) => (
          <>
            <Field id="statute-title" label={label.title} hint={t('add.nameHint')} error={errorOf('statute-title')}>
              {(control) => <Input {...control} maxLength={120} value={title} onChange={(event) => put({ title: event.target.value })} />}
            </Field>
            <Field id="statute-kind" label={label.kind} error={errorOf('statute-kind')}>
              {(control) => (
                <Select
                  {...control}
                  value={kind}
                  options={statuteKinds.map((value) => ({ value, label: word('statuteKind', value) }))}
                  onChange={(value) => put({ kind: value })}
                />
              )}
            </Field>
            <Field id="statute-day" label={label.versionOn} hint={t('add.versionHint')} error={errorOf('statute-day')}>
              {(control) => <DayInput {...control} value={versionOn} onChange={(day) => put({ versionOn: day })} />}
            </Field>
          </>
        )}
      </ActFrame>
    </Panel>
  );
}
