import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useAct } from '#client/lib/use-act.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { draftReads, useChangeWords, useTyped, type EditionCheck } from '#client/parts/editions/editions.ts';
import type { EditionReview as Review, EditionReviews } from '../../api/edition-reviews.ts';
import { EditionReviewHistory } from './edition-review-history.tsx';
import { useReviewSays } from './edition-steps.tsx';

interface EditionReviewProps {
  readonly check: EditionCheck;
  readonly reviews: EditionReviews;
  readonly onReload: () => void;
}

/** Where the draft stands with the legal office, and the acts of the administrators about it. */
export function EditionReview({ check, reviews, onReload }: EditionReviewProps) {
  const { t } = useTranslation('editions');
  const me = useMe();
  const says = useReviewSays()(reviews);
  const [open] = reviews.items.filter(({ outcome }) => outcome === null);
  const tone = reviews.standing === 'lawful' ? 'good' : reviews.standing === 'unlawful' ? 'bad' : 'info';
  return (
    <Panel id="edition-review" title={t('review.title')}>
      <div className="stack">
        <Notice tone={tone}>{says}</Notice>
        {hasRole(me, 'legal_reviewer', 'auditor') ? (
          <div className="row">
            <ButtonLink to={pathTo('editionReview', { editionId: check.edition.id })} isPrimary={open !== undefined}>
              {t('review.toReview')}
            </ButtonLink>
          </div>
        ) : null}
        {open?.allowedActions.includes('call_back') ? <CallBack editionId={check.edition.id} review={open} onReload={onReload} /> : null}
        {hasRole(me, 'admin') && !open && reviews.standing !== 'lawful' ? (
          <Send check={check} reviews={reviews} onReload={onReload} />
        ) : null}
        <h3>{t('review.history')}</h3>
        <EditionReviewHistory items={reviews.items} />
      </div>
    </Panel>
  );
}

function Send({ check, reviews, onReload }: EditionReviewProps) {
  const { t } = useTranslation('editions');
  const format = useFormat();
  const changeWords = useChangeWords();
  const { edition } = check;
  const typed = useTyped(`edition:${edition.id}:send`, { note: '' });
  const act = useAct('POST /editions/{editionId}/reviews', { refreshes: draftReads, onDone: typed.forget });
  const { ifSent } = reviews;
  const blocking = check.findings.filter(({ severity }) => severity === 'blocking').length;
  if (ifSent === null) return <Notice tone="warn">{t('review.noOffice')}</Notice>;
  if (edition.itemCount === 0) return <Notice tone="warn">{t('publish.empty')}</Notice>;
  if (blocking > 0) return <Notice tone="warn">{t('review.blocked', { count: blocking })}</Notice>;
  const { officeName, dueAt, workingDays, isMajorDecision, isDueProvisional } = ifSent;
  const facts = { office: officeName, days: format.workingDays(workingDays), day: format.dayAt(dueAt - 1) };
  return (
    <ActFrame
      act={act}
      faults={[]}
      fields={{ '/note': { id: 'review-note', label: t('review.note') } }}
      answers={[{ label: t('review.note'), text: typed.value.note }]}
      consequences={[
        t('review.will.send', facts),
        ...(isMajorDecision ? [t('review.will.major')] : []),
        ...(isDueProvisional ? [t('review.will.provisional')] : []),
        t('review.will.version'),
      ]}
      confirmTitle={t('review.send')}
      confirmLabel={t('review.sendAct')}
      isAllowed
      isRestored={typed.isRestored}
      onSend={() => act.act({ params: { editionId: edition.id }, version: edition.version, body: typed.value })}
      onReload={onReload}
      onDiscard={typed.isTouched ? typed.forget : undefined}
      actionWords={changeWords}
    >
      {(errorOf) => (
        <Field id="review-note" label={t('review.note')} hint={t('review.noteHint')} mark="optional" error={errorOf('review-note')}>
          {(control) => (
            <Input.TextArea {...control} rows={3} value={typed.value.note} onChange={(event) => typed.set({ note: event.target.value })} />
          )}
        </Field>
      )}
    </ActFrame>
  );
}

interface CallBackProps {
  readonly editionId: string;
  readonly review: Review;
  readonly onReload: () => void;
}

function CallBack({ editionId, review, onReload }: CallBackProps) {
  const { t } = useTranslation('editions');
  const changeWords = useChangeWords();
  const [isAsked, setAsked] = useState(false);
  const act = useAct('POST /editions/{editionId}/reviews/{reviewId}/withdrawal', { refreshes: draftReads, onDone: () => setAsked(false) });
  if (!isAsked)
    return (
      <div className="row">
        <Button onClick={() => setAsked(true)}>{t('review.callBack')}</Button>
      </div>
    );
  return (
    <ConfirmPanel
      title={t('review.callBack')}
      consequences={[t('review.will.callBack')]}
      confirmLabel={t('review.callBackAct')}
      isActing={act.isActing}
      error={act.error}
      onConfirm={() => act.act({ params: { editionId, reviewId: review.id }, version: review.version, body: {} })}
      onCancel={() => setAsked(false)}
      onReload={() => {
        act.clear();
        onReload();
      }}
      actionWords={changeWords}
    />
  );
}
