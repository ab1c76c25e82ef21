import { useTranslation } from 'react-i18next';
import type { EligibilityReason } from '#contract/catalogue/menu-terms.ts';
import { useFormat } from './use-format.ts';
import { useWords } from './use-words.ts';
import type { WordLists } from './word-lists.ts';

type Reason = (typeof EligibilityReason)['_zod']['output'];

/** Why a township may not order an item, in words; shown, never hidden. */
export function useEligibilityWords(): (reason: Reason) => string {
  const { t } = useTranslation('menu');
  const word = useWords();
  const format = useFormat();
  const kindsIn = (text: string): string =>
    format.list(text.split(',').map((kind) => word('townshipKind', kind.trim() as WordLists['townshipKind'])));
  const tagsIn = (text: string): string => (text === '' ? t('reason.nothing') : format.list(text.split(',')));
  return ({ kind, need, have }) => {
    if (kind === 'kind') return t('reason.kind', { need: kindsIn(need), have: kindsIn(have) });
    if (kind === 'tags') return t('reason.tags', { need: tagsIn(need), have: tagsIn(have) });
    if (kind === 'by_law') return t('reason.by_law', { kind: kindsIn(have) });
    if (kind === 'taken_back' || kind === 'personal_freedom') return t(`reason.${kind}`);
    if (kind === 'passed_on') return t(have === 'province' ? 'reason.passed_on.province' : 'reason.passed_on.city');
    if (kind === 'directory_ended') return t('reason.directory_ended', { day: format.day(have) });
    // Areas travel in square metres and are spoken of in square kilometres.
    const unit = kind === 'area' ? 1_000_000 : 1;
    const figure = (text: string): string =>
      /^\d+$/.test(text) ? format.number(Number(text) / unit) : text === '' ? t('reason.unknown') : text;
    return t(`reason.${kind}`, { need: figure(need), have: figure(have) });
  };
}
