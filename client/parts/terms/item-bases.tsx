import { useTranslation } from 'react-i18next';
import type { MenuItem } from '#contract/catalogue/menu-terms.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useLawWords } from '#client/i18n/use-law-words.ts';
import { MarkedLines } from '#client/ui/shown/marked-lines.tsx';
import { useItemBases } from './law-flags.ts';

/** On what the item rests now: the published words, each with what became of its statute, and what was decided since. */
export function ItemBases({ item }: { readonly item: Pick<MenuItem, 'id' | 'terms'> }) {
  const { t } = useTranslation('menu');
  const format = useFormat();
  const words = useLawWords();
  const { data } = useItemBases(item.id);
  // The terms are there before the answer about them.
  if (data === undefined) {
    return item.terms.legalBases.map(({ law: title, article, versionOn }) => (
      <p key={title + article}>{t('item.basisLine', { law: title, article, version: format.day(versionOn) })}</p>
    ));
  }
  return <MarkedLines {...words.standing(data)} />;
}
