import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { DescriptionList, Prose, type Fact } from '#client/ui/shown/description-list.tsx';
import type { LineCheck, OrderLine } from '../../api/draft-answers.ts';
import { DraftLineCheck, DraftLineObstacles } from './draft-line-check.tsx';
import type { Officer } from './draft-officers.tsx';

export interface DraftReviewLineProps {
  readonly orderId: string;
  readonly line: OrderLine;
  readonly index: number;
  readonly check: LineCheck | undefined;
  readonly officers: readonly Officer[] | undefined;
}

/** One power of the order to be read once more, with the way back to it. */
export function DraftReviewLine({ orderId, line, index, check, officers }: DraftReviewLineProps) {
  const { t } = useTranslation('orders');
  const { itemId, powerName } = line;
  const facts = useAnswerFacts(line, officers);
  return (
    <section className="panel" aria-labelledby={`review-${itemId}`}>
      <div className="panel-header">
        <div className="draft-head">
          <h2 id={`review-${itemId}`} className="draft-title">
            {t('draft.lineTitle', { n: index + 1, power: powerName })}
          </h2>
          <p className="secondary">
            {line.code} · {line.departmentName}
          </p>
        </div>
        <Link
          to={`${pathTo('draft', { orderId })}?item=${encodeURIComponent(itemId)}`}
          aria-label={t('review.changeOf', { n: index + 1, power: powerName })}
        >
          {t('review.change')}
        </Link>
      </div>
      {check === undefined ? null : (
        <div className="stack-tight">
          <DraftLineObstacles check={check} />
        </div>
      )}
      <div className="draft-line">
        <DescriptionList isSingle items={facts} />
        {check === undefined ? null : <DraftLineCheck check={check} />}
      </div>
    </section>
  );
}

/** What was said of a power, to be read: on the check page, and on the record of a submitted order. */
export function useAnswerFacts(line: OrderLine, officers: readonly Officer[] | undefined): Fact[] {
  const { t } = useTranslation('orders');
  const { t: common } = useTranslation();
  const format = useFormat();
  const names = line.officerIds.map((id) => officers?.find((one) => one.id === id)?.name ?? '').filter((name) => name !== '');
  const said = (text: string) => (text === '' ? common('state.notGiven') : <Prose>{text}</Prose>);
  return [
    { key: 'need', term: t('field.need'), children: said(line.need) },
    {
      key: 'cases',
      term: t('field.cases'),
      children: line.casesPerYear === null ? common('state.notGiven') : format.number(line.casesPerYear),
    },
    { key: 'approach', term: t('field.approach'), children: said(line.approach) },
    {
      key: 'officers',
      term: t('field.officers'),
      children: names.length === 0 ? common('state.notGiven') : format.list(names),
    },
    {
      key: 'wish',
      term: t('field.startWish'),
      children: line.startWishOn === null ? t('review.noWish') : format.day(line.startWishOn),
    },
    ...(line.replacesPowerName === null ? [] : [{ key: 'swap', term: t('review.replaces'), children: line.replacesPowerName }]),
  ];
}
