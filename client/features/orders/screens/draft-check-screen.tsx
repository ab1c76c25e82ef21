import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import type { OrderCheck, OrderView } from '../api/draft-answers.ts';
import { useConflictWords } from '../parts/drafts/draft-conflict-words.ts';
import { DraftEffects } from '../parts/drafts/draft-effects.tsx';
import { DraftReviewLine } from '../parts/drafts/draft-review-line.tsx';
import { DraftSign } from '../parts/drafts/draft-sign.tsx';

/** Check answers: everything once more, what it sets going, and the signature. */
export function DraftCheckScreen() {
  const { orderId = '' } = useParams();
  const params = { orderId };
  const order = useAnswer('GET /orders/{orderId}', { params });
  const check = useAnswer('GET /orders/{orderId}/check', { params });
  const error = order.error ?? check.error;
  const reload = (): void => {
    void order.refetch();
    void check.refetch();
  };
  if (error && !(order.data && check.data)) return <ProblemAlert error={error} isReading onRetry={reload} />;
  if (!order.data || !check.data) return <Loading />;
  // Just signed here, or by somebody else meanwhile: either way the receipt says what comes next.
  if (order.data.submittedAt !== null) return <Navigate to={pathTo('orderPlaced', params)} replace />;
  return <Review order={order.data} check={check.data} onReload={reload} />;
}

interface ReviewProps {
  readonly order: OrderView;
  readonly check: OrderCheck;
  readonly onReload: () => void;
}

function Review({ order, check, onReload }: ReviewProps) {
  const { t } = useTranslation('orders');
  const params = { orderId: order.id };
  const officers = useAnswer('GET /officers', { query: { townshipId: order.township.id } }).data?.items;
  return (
    <div className="stack">
      <PageHeader
        title={t('review.title')}
        crumbs={[{ title: order.name, to: pathTo('draft', params) }]}
        lead={t('review.lead', { township: order.township.name })}
      />
      {check.isReady ? null : <NotReady order={order} check={check} />}
      {order.lines.map((line, index) => (
        <DraftReviewLine
          key={line.itemId}
          orderId={order.id}
          line={line}
          index={index}
          check={check.lines.find(({ itemId }) => itemId === line.itemId)}
          officers={officers}
        />
      ))}
      <DraftEffects order={order} check={check} />
      <DraftSign order={order} check={check} onReload={onReload} />
    </div>
  );
}

/** What stands in the way, each with the way to the place where it is mended. */
function NotReady({ order, check }: Omit<ReviewProps, 'onReload'>) {
  const { t } = useTranslation('orders');
  const wordsOf = useConflictWords();
  const obstacles = check.lines.flatMap((line) => wordsOf(line, true).map((why) => ({ line, why })));
  return (
    <Notice tone="bad" title={t('review.notReadyTitle')}>
      {check.lines.length === 0 ? <p>{t('draft.empty')}</p> : null}
      <ul className="bullets">
        {obstacles.map(({ line, why }) => (
          <li key={line.itemId + why}>
            <Link to={`${pathTo('draft', { orderId: order.id })}?item=${encodeURIComponent(line.itemId)}`}>
              {t('review.notReadyLine', {
                n: order.lines.findIndex(({ itemId }) => itemId === line.itemId) + 1,
                power: line.powerName,
                why,
              })}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
