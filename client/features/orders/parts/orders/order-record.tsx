import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { OrderLine, OrderView } from '../../api/draft-answers.ts';
import { useAnswerFacts } from '../drafts/draft-review-line.tsx';
import type { Officer } from '../drafts/draft-officers.tsx';

/** Who placed the order, when, and under which number. */
export function OrderFacts({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const { submittedBy, submittedAt } = order;
  return (
    <DescriptionList
      items={[
        ...(order.number === null ? [] : [{ key: 'number', term: t('placed.number'), children: order.number }]),
        { key: 'township', term: t('page.township'), children: order.township.name },
        ...(submittedBy === null
          ? []
          : [
              {
                key: 'by',
                term: t('page.submittedBy'),
                children:
                  submittedBy.onBehalfOf === null
                    ? t('placed.by', submittedBy)
                    : t('placed.onBehalfOf', {
                        name: submittedBy.name,
                        organisation: submittedBy.organisation,
                        principal: submittedBy.onBehalfOf,
                      }),
              },
            ]),
        ...(submittedAt === null ? [] : [{ key: 'at', term: t('page.submittedAt'), children: format.instant(submittedAt) }]),
        { key: 'createdBy', term: t('page.createdBy'), children: order.createdBy },
        { key: 'createdAt', term: t('page.createdAt'), children: format.instant(order.createdAt) },
      ]}
    />
  );
}

/** Everything that was said, for the files. A roster is the township's own, so others read names on the page of each request. */
export function OrderRecord({ order }: { readonly order: OrderView }) {
  const isOwn = hasRole(useMe(), 'clerk', 'lead');
  return isOwn ? <OwnRecord order={order} /> : <Lines order={order} officers={undefined} />;
}

function OwnRecord({ order }: { readonly order: OrderView }) {
  const officers = useAnswer('GET /officers', { query: { withLeft: 'yes' } }).data?.items;
  return <Lines order={order} officers={officers} />;
}

function Lines({ order, officers }: { readonly order: OrderView; readonly officers: readonly Officer[] | undefined }) {
  return order.lines.map((line, index) => <RecordLine key={line.requestId} line={line} index={index} officers={officers} />);
}

function RecordLine({
  line,
  index,
  officers,
}: {
  readonly line: OrderLine;
  readonly index: number;
  readonly officers: readonly Officer[] | undefined;
}) {
  const { t } = useTranslation('orders');
  const facts = useAnswerFacts(line, officers);
  return (
    <Panel title={t('draft.lineTitle', { n: index + 1, power: line.powerName })}>
      <DescriptionList isSingle items={officers === undefined ? facts.filter(({ key }) => key !== 'officers') : facts} />
    </Panel>
  );
}
