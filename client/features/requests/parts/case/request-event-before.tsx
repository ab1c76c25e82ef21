import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { DescriptionList, Prose, type Fact } from '#client/ui/shown/description-list.tsx';
import { numberIn, textIn, type Facts } from './request-event-facts.ts';

/** What stood in the request before a supplement; folded, since what counts now stands above. */
export function EventBefore({ before }: { readonly before: Facts }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const need = textIn(before, 'need');
  const approach = textIn(before, 'approach');
  const cases = numberIn(before, 'casesPerYear');
  const wish = textIn(before, 'startWishOn');
  const items: Fact[] = [
    ...(need === null ? [] : [{ key: 'need', term: t('file.need'), children: <Prose>{need}</Prose> }]),
    ...(cases === null ? [] : [{ key: 'cases', term: t('file.cases'), children: t('file.casesValue', { count: cases }) }]),
    ...(approach === null ? [] : [{ key: 'approach', term: t('file.approach'), children: <Prose>{approach}</Prose> }]),
    ...(wish === null ? [] : [{ key: 'wish', term: t('file.startWish'), children: format.day(wish) }]),
  ];
  return (
    <details>
      <summary>{t('timeline.formerly')}</summary>
      <DescriptionList isSingle items={items} />
    </details>
  );
}
