import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { DescriptionList, Prose, type Fact } from '#client/ui/shown/description-list.tsx';
import type { FactsOf } from '#client/parts/requests/request-types.ts';

/** What stood in the request before a supplement; folded, since what counts now stands above. */
export function EventBefore({ before }: { readonly before: FactsOf<'resubmitted'>['before'] }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const { need, approach, casesPerYear, startWishOn } = before;
  const items: Fact[] = [
    ...(need === '' ? [] : [{ key: 'need', term: t('file.need'), children: <Prose>{need}</Prose> }]),
    ...(casesPerYear === null ? [] : [{ key: 'cases', term: t('file.cases'), children: t('file.casesValue', { count: casesPerYear }) }]),
    ...(approach === '' ? [] : [{ key: 'approach', term: t('file.approach'), children: <Prose>{approach}</Prose> }]),
    ...(startWishOn === null ? [] : [{ key: 'wish', term: t('file.startWish'), children: format.day(startWishOn) }]),
  ];
  return (
    <details>
      <summary>{t('timeline.formerly')}</summary>
      <DescriptionList isSingle items={items} />
    </details>
  );
}
