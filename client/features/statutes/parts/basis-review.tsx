import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { Given } from '#client/lib/call-types.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useChangeWords, useTyped, type BasisLine, type StatuteVersion } from '../api/statutes.ts';
import { StatuteChoice } from './statute-choice.tsx';

const verdicts = ['reconfirmed', 'rebased'] as const;

interface Typed {
  readonly act: (typeof verdicts)[number] | null;
  readonly law: string;
  readonly versionId: string | null;
  readonly versionOn: string | null;
  readonly article: string;
  readonly reason: string;
}
const nothing: Typed = { act: null, law: '', versionId: null, versionOn: null, article: '', reason: '' };

type ReviewBody = Given<'POST /statute-versions/{versionId}/reviews'>['body'];

/** What is sent: only a rebase names another basis; one that was typed before stays in the form. */
function reviewBody({ act, law, versionOn, article, reason }: Typed, rows: readonly BasisLine[]): ReviewBody | null {
  const lines = rows.map(({ subjectKind, subjectId, review }) => ({ subjectKind, subjectId, reviewId: review?.id ?? null }));
  if (act === null) return null;
  if (act === 'reconfirmed') return { act, reason, lines };
  return versionOn === null ? null : { act, reason, lines, basis: { law: law.trim(), article, versionOn } };
}

interface BasisReviewProps {
  readonly version: StatuteVersion;
  readonly lines: readonly BasisLine[];
  readonly onDone: (count: number) => void;
  readonly onReload: () => void;
}

/** Reconfirms or rebases what is ticked, all of it or nothing. */
export function BasisReview({ version, lines, onDone, onReload }: BasisReviewProps) {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const typed = useTyped(`statute-version:${version.id}:review`, nothing);
  const { act: verdict, law, versionId, versionOn, article, reason } = typed.value;
  const put = (change: Partial<Typed>): void => typed.set({ ...typed.value, ...change });
  const act = useAct('POST /statute-versions/{versionId}/reviews', {
    refreshes: 'everything',
    onDone: () => {
      typed.forget();
      onDone(lines.length);
    },
  });
  const isRebase = verdict === 'rebased';
  const label = {
    act: t('review.act'),
    law: t('review.law'),
    version: t('review.versionOn'),
    article: t('review.article'),
    reason: t('review.reason'),
  };
  const required = (fieldId: string, of: string, isMissing: boolean, message: string = t('fault.required')) =>
    isMissing ? [{ fieldId, label: of, message }] : [];
  const send = (): void => {
    const body = reviewBody(typed.value, lines);
    if (body !== null) act.act({ params: { versionId: version.id }, version: version.version, body });
  };
  return (
    <Panel title={t('review.title')}>
      <p className="secondary" role="status">
        {lines.length === 0 ? t('review.nothing') : t('review.chosen', { count: lines.length })}
      </p>
      <ActFrame
        act={act}
        faults={[
          ...required('review-act', label.act, lines.length === 0, t('fault.none')),
          ...required('review-act', label.act, verdict === null, t('fault.choose')),
          ...required('review-law', label.law, isRebase && law.trim() === ''),
          ...required('review-version', label.version, isRebase && law.trim() !== '' && versionOn === null, t('fault.choose')),
          ...required('review-article', label.article, isRebase && article.trim() === ''),
          ...required('review-reason', label.reason, reason.trim() === ''),
        ]}
        fields={{
          '/act': { id: 'review-act', label: label.act },
          '/lines': { id: 'review-act', label: t('review.title') },
          '/basis': { id: 'review-law', label: label.law },
          '/basis/article': { id: 'review-article', label: label.article },
          '/reason': { id: 'review-reason', label: label.reason },
        }}
        answers={[{ label: label.reason, text: reason }]}
        consequences={useReviewConsequences(lines, typed.value)}
        confirmTitle={t('review.title')}
        confirmLabel={t('review.confirm')}
        isAllowed
        isRestored={typed.isRestored}
        actionWords={useChangeWords()}
        onSend={send}
        onReload={onReload}
        onDiscard={typed.isTouched ? typed.forget : undefined}
      >
        {(errorOf) => (
          <>
            <ChoiceField
              id="review-act"
              label={label.act}
              error={errorOf('review-act')}
              value={verdict}
              choices={verdicts.map((value) => ({ value, label: word('basisAct', value), hint: t(`review.hint.${value}`) }))}
              onChange={(value) => put({ act: value })}
            />
            {isRebase ? (
              <>
                <StatuteChoice
                  id="review"
                  label={label.law}
                  hint={t('review.lawHint')}
                  versionLabel={label.version}
                  title={law}
                  versionId={versionId}
                  isFit={(one) => one.id !== version.id && one.validity !== 'ended'}
                  errorOf={errorOf}
                  onChange={({ title, version: chosen }) =>
                    put({ law: title, versionId: chosen?.id ?? null, versionOn: chosen?.versionOn ?? null })
                  }
                />
                <Field id="review-article" label={label.article} hint={t('review.articleHint')} error={errorOf('review-article')}>
                  {(control) => (
                    <Input {...control} maxLength={60} value={article} onChange={(event) => put({ article: event.target.value })} />
                  )}
                </Field>
              </>
            ) : null}
            <Field id="review-reason" label={label.reason} hint={t('review.reasonHint')} error={errorOf('review-reason')}>
              {(control) => (
                <Input.TextArea
                  {...control}
                  rows={3}
                  maxLength={1000}
                  value={reason}
                  onChange={(event) => put({ reason: event.target.value })}
                />
              )}
            </Field>
          </>
        )}
      </ActFrame>
    </Panel>
  );
}

/** Names beyond this are counted. */
const shownNames = 5;

function useReviewConsequences(lines: readonly BasisLine[], { act, law, versionOn, article }: Typed): string[] {
  const { t } = useTranslation('statutes');
  const format = useFormat();
  if (act === null) return [];
  const count = lines.length;
  const names = lines
    .slice(0, shownNames)
    .map(({ name, place, subjectKind }) => (subjectKind === 'grant' ? format.aside(name, place) : name));
  const listed = t('review.will.list', { names: format.list(names) });
  return [
    act === 'rebased'
      ? t('review.will.rebased', { count, law, day: format.day(versionOn ?? ''), article })
      : t('review.will.reconfirmed', { count }),
    count > shownNames ? `${listed} ${t('review.will.more', { count })}` : listed,
    ...(act === 'rebased' && lines.some(({ edition }) => edition?.state === 'published') ? [t('review.will.published')] : []),
    ...(lines.some(({ subjectKind }) => subjectKind === 'grant') ? [t('review.will.grants')] : []),
    t('review.will.flag'),
  ];
}
