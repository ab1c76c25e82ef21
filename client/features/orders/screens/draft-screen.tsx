import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { Empty } from '#client/ui/lists/empty.tsx';
import { ErrorSummary } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import type { LineAnswers, OrderLine, OrderView } from '../api/draft-answers.ts';
import { useDraftEditor } from '../api/use-draft-editor.ts';
import { DraftBar } from '../parts/drafts/draft-bar.tsx';
import { DraftDiscard } from '../parts/drafts/draft-discard.tsx';
import { nameFieldId, useDraftFaults } from '../parts/drafts/draft-faults.ts';
import { DraftLine } from '../parts/drafts/draft-line.tsx';
import { DraftNews } from '../parts/drafts/draft-news.tsx';
import { DraftOrphans } from '../parts/drafts/draft-orphans.tsx';

/** The cart: one page on which a draft is filled in, saved as it is typed. */
export function DraftScreen() {
  const { orderId = '' } = useParams();
  const { data: order, error, refetch } = useAnswer('GET /orders/{orderId}', { params: { orderId } });
  if (error && !order) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!order) return <Loading />;
  return <Draft key={order.id} order={order} />;
}

interface Dropped {
  readonly line: OrderLine;
  readonly answers: LineAnswers;
}

function Draft({ order: opened }: { readonly order: OrderView }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { editor, state } = useDraftEditor(opened);
  const { order } = state;
  const params = { orderId: order.id };
  const check = useAnswer('GET /orders/{orderId}/check', { params });
  const officers = useAnswer('GET /officers', { query: { townshipId: opened.township.id } }).data?.items;
  const [attempt, setAttempt] = useState(0);
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const [isDiscarding, setDiscarding] = useState(false);
  const faults = useDraftFaults(state);
  const shownFaults = attempt === 0 ? [] : faults;
  // Submitted before this page was opened; while it stood open, the editor says so and keeps what was typed.
  if (opened.submittedAt !== null && state.phase !== 'gone') return <Navigate to={pathTo('order', params)} replace />;

  const name = state.name ?? order.name;
  const isGone = state.phase === 'gone';
  const mayEdit = order.allowedActions.includes('edit') && !isGone;
  const goOn = async (): Promise<void> => {
    setAttempt(attempt + 1);
    const isSaved = await editor.save();
    if (isSaved && faults.length === 0) void navigate(pathTo('draftCheck', params));
  };
  const drop = (line: OrderLine, answers: LineAnswers): void => {
    setDropped({ line, answers });
    editor.drop(line.itemId);
  };
  const lines = order.lines.filter(({ itemId }) => !state.removals.includes(itemId));
  return (
    <div className="stack">
      <PageHeader
        title={name}
        crumbs={[{ title: t('draft.crumb'), to: pathTo('drafts') }]}
        lead={t('draft.lead', {
          township: order.township.name,
          count: lines.length,
          by: order.createdBy,
          day: format.dayAt(order.createdAt),
        })}
        actions={
          order.allowedActions.includes('discard') && !isGone && !isDiscarding ? (
            <button type="button" className="button" onClick={() => void editor.save().then(() => setDiscarding(true))}>
              {t('discard.act')}
            </button>
          ) : undefined
        }
      />
      {isDiscarding ? (
        <DraftDiscard
          order={order}
          onDone={() => void navigate(pathTo('drafts'), { replace: true })}
          onCancel={() => setDiscarding(false)}
        />
      ) : null}
      <DraftNews editor={editor} state={state} />
      <ErrorSummary errors={shownFaults} attempt={attempt} />
      {dropped === null || isGone || lines.some(({ itemId }) => itemId === dropped.line.itemId) ? null : (
        <Notice tone="info" announce="status">
          <div className="row">
            {t('draft.removed', { power: dropped.line.powerName })}
            <button type="button" className="button" onClick={() => editor.put(dropped.line.itemId, dropped.answers)}>
              {t('draft.undo')}
            </button>
          </div>
        </Notice>
      )}
      <DraftOrphans editor={editor} state={state} officers={officers} />
      {mayEdit ? (
        <Panel>
          <div className="form">
            <Field
              id={nameFieldId}
              label={t('draft.name')}
              hint={t('draft.nameHint')}
              error={name.trim() === '' ? t('fault.name') : undefined}
            >
              {(control) => (
                <input {...control} className="input" maxLength={60} value={name} onChange={(event) => editor.rename(event.target.value)} />
              )}
            </Field>
          </div>
        </Panel>
      ) : null}
      {lines.length > 0 ? null : (
        <Panel>
          <Empty
            title={t('draft.empty')}
            advice={t('draft.emptyAdvice')}
            act={
              <ButtonLink to={pathTo('menu')} isPrimary>
                {t('draft.toMenu')}
              </ButtonLink>
            }
          />
        </Panel>
      )}
      {lines.map((line, index) => (
        <DraftLine
          key={line.itemId}
          line={line}
          index={index}
          editor={editor}
          state={state}
          check={check.data?.lines.find(({ itemId }) => itemId === line.itemId)}
          officers={officers}
          isChecked={attempt > 0}
          isAimedAt={search.get('item') === line.itemId}
          onDrop={drop}
        />
      ))}
      {mayEdit && lines.length > 0 ? (
        <DraftBar
          editor={editor}
          state={state}
          nextLabel={t(order.allowedActions.includes('submit') ? 'draft.next' : 'draft.nextClerk')}
          onNext={() => void goOn()}
        />
      ) : null}
    </div>
  );
}
