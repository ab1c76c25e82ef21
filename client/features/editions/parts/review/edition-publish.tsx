import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { EditionReviews } from '../../api/edition-reviews.ts';
import { useChangeWords, useEditions, useTyped, type EditionCheck } from '#client/parts/editions/editions.ts';

interface EditionPublishProps {
  readonly check: EditionCheck;
  readonly standing: EditionReviews['standing'];
  readonly onPublished: () => void;
  readonly onReload: () => void;
}

interface PublishTyped {
  readonly documentNumber: string;
  readonly decidedOn: string | null;
}

/** Puts the draft in force. From then on it never changes, hence the consequences in full. */
export function EditionPublish({ check, standing, onPublished, onReload }: EditionPublishProps) {
  const { t } = useTranslation('editions');
  const { edition } = check;
  const changeWords = useChangeWords();
  const typed = useTyped<PublishTyped>(`edition:${edition.id}:publish`, { documentNumber: '', decidedOn: null });
  const { documentNumber, decidedOn } = typed.value;
  const act = useAct('POST /editions/{editionId}/publication', {
    refreshes: 'everything',
    onDone: () => {
      typed.forget();
      onPublished();
    },
  });
  const consequences = useConsequences(check, typed.value);
  const blocking = check.findings.filter(({ severity }) => severity === 'blocking').length;
  const missing = standing === 'lawful' ? null : standing;
  const labels = { documentNumber: t('publish.number'), decidedOn: t('publish.decidedOn') };
  if (blocking > 0 || edition.itemCount === 0 || missing !== null) {
    return (
      <Panel id="edition-publish" title={t('publish.title')}>
        <Notice tone="warn">
          {blocking > 0
            ? t('publish.blocked', { count: blocking })
            : edition.itemCount === 0
              ? t('publish.empty')
              : t(`publish.unreviewed.${missing ?? 'none'}`)}
        </Notice>
      </Panel>
    );
  }
  return (
    <Panel id="edition-publish" title={t('publish.title')}>
      <ActFrame
        act={act}
        faults={[
          ...(documentNumber.trim() === ''
            ? [{ fieldId: 'documentNumber', label: labels.documentNumber, message: t('fault.required') }]
            : []),
          ...(decidedOn === null ? [{ fieldId: 'decidedOn', label: labels.decidedOn, message: t('fault.day') }] : []),
        ]}
        fields={{
          '/documentNumber': { id: 'documentNumber', label: labels.documentNumber },
          '/decidedOn': { id: 'decidedOn', label: labels.decidedOn },
        }}
        consequences={consequences}
        confirmTitle={t('publish.title')}
        confirmLabel={t('publish.confirm')}
        isAllowed
        isRestored={typed.isRestored}
        onSend={() => {
          if (decidedOn !== null)
            act.act({ params: { editionId: edition.id }, version: edition.version, body: { documentNumber, decidedOn } });
        }}
        onReload={onReload}
        onDiscard={typed.forget}
        actionWords={changeWords}
      >
        {(errorOf) => (
          <>
            <p>{t('publish.why')}</p>
            <Field id="documentNumber" label={labels.documentNumber} hint={t('publish.numberHint')} error={errorOf('documentNumber')}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={60}
                  value={documentNumber}
                  onChange={(event) => typed.set({ ...typed.value, documentNumber: event.target.value })}
                />
              )}
            </Field>
            <Field id="decidedOn" label={labels.decidedOn} error={errorOf('decidedOn')}>
              {(control) => (
                <DayInput
                  {...control}
                  max={dayOf(now())}
                  value={decidedOn}
                  onChange={(day) => typed.set({ ...typed.value, decidedOn: day })}
                />
              )}
            </Field>
          </>
        )}
      </ActFrame>
    </Panel>
  );
}

function useConsequences({ edition, changes }: EditionCheck, { documentNumber, decidedOn }: PublishTyped): readonly string[] {
  const { t } = useTranslation('editions');
  const format = useFormat();
  const former = useEditions().data?.items.find(({ state }) => state === 'published');
  const count = (change: (typeof changes)[number]['change']): number => changes.filter((one) => one.change === change).length;
  return [
    t('publish.will.fixed', { title: edition.title, count: edition.itemCount }),
    former === undefined ? t('publish.will.first') : t('publish.will.replaces', { title: former.title }),
    t('publish.will.changes', { added: count('added'), dropped: count('dropped'), changed: count('changed') }),
    t('publish.will.orders'),
    t('publish.will.grants'),
    t('publish.will.number', { number: documentNumber, day: decidedOn === null ? '' : format.day(decidedOn) }),
  ];
}
