import { useTranslation } from 'react-i18next';
import { useEligibilityWords } from '#client/i18n/use-eligibility-words.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useProblemWords } from '#client/i18n/use-problem-words.ts';
import type { LineCheck } from '../../api/draft-answers.ts';

const fieldNames = {
  '/need': 'field.need',
  '/casesPerYear': 'field.cases',
  '/approach': 'field.approach',
  '/officerIds': 'field.officers',
} as const;

/** What stands against a power in the order, in sentences; `withOpen` adds what has not been filled in. */
export function useConflictWords(): (line: LineCheck, withOpen?: boolean) => readonly string[] {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const { sentence } = useProblemWords();
  const eligibility = useEligibilityWords();
  const wordsOf = (line: LineCheck, { code, with: other, fields }: LineCheck['conflicts'][number]): string => {
    const isOther = other !== '' && other !== line.powerName;
    if (code === 'line_incomplete') {
      const open = fields.map((field) => t(fieldNames[field as keyof typeof fieldNames]));
      return t('review.incomplete', { what: format.list(open) });
    }
    if (code === 'compulsion_alone' && isOther)
      return t('check.needsPenalty', { what: line.companionsMissing.find((one) => one.code === other)?.name ?? other });
    if (code === 'not_orderable') return t('check.notOnOffer');
    const what = code === 'mutually_exclusive' && isOther ? t('check.with', { what: other }) : '';
    return what === '' ? sentence({ code }) : `${sentence({ code })} ${what}`;
  };
  return (line, withOpen = false) => [
    ...line.conflicts.filter(({ code }) => withOpen || code !== 'line_incomplete').map((conflict) => wordsOf(line, conflict)),
    ...line.notEligible.map((reason) => `${sentence({ code: 'not_eligible' })} ${eligibility(reason)}`),
  ];
}
