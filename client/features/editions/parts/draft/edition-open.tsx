import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { draftReads, useTyped } from '#client/parts/editions/editions.ts';

/** Opens the next edition as a copy of the one in force. */
export function EditionOpen() {
  const { t } = useTranslation('editions');
  const navigate = useNavigate();
  const typed = useTyped('edition:new', { title: '' });
  const [isOpen, setOpen] = useState(typed.isRestored);
  const { title } = typed.value;
  const act = useAct('POST /editions', {
    refreshes: draftReads,
    onDone: ({ id }) => {
      typed.forget();
      void navigate(pathTo('edition', { editionId: id }));
    },
  });
  return (
    <Panel title={t('open.title')}>
      <div className="stack-tight">
        <p>{t('open.why')}</p>
        {isOpen ? (
          <ActFrame
            act={act}
            faults={title.trim() === '' ? [{ fieldId: 'edition-title', label: t('open.name'), message: t('fault.required') }] : []}
            fields={{ '/title': { id: 'edition-title', label: t('open.name') } }}
            consequences={[t('open.will', { title }), t('open.notYet')]}
            confirmTitle={t('open.title')}
            confirmLabel={t('open.act')}
            isAllowed
            isRestored={typed.isRestored}
            onSend={() => act.act({ body: { title } })}
            onReload={() => undefined}
            onDiscard={() => {
              typed.forget();
              setOpen(false);
            }}
          >
            {(errorOf) => (
              <Field id="edition-title" label={t('open.name')} hint={t('open.nameExample')} error={errorOf('edition-title')}>
                {(control) => (
                  <Input {...control} maxLength={60} value={title} onChange={(event) => typed.set({ title: event.target.value })} />
                )}
              </Field>
            )}
          </ActFrame>
        ) : (
          <div className="row">
            <Button type="primary" onClick={() => setOpen(true)}>
              {t('open.start')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
