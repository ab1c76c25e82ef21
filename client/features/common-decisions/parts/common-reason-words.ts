import { useTranslation } from 'react-i18next';
import { useLabels, useWords } from '#client/i18n/use-words.ts';
import type { CommonReason } from '../api/common-decisions.ts';

const own = ['already_held', 'already_requested', 'mutually_exclusive', 'compulsion_alone', 'interested_party'] as const;

/** Why a township is left out, in words. */
export function useCommonReasonWords(): (reason: CommonReason) => string {
  const { t } = useTranslation('commonItems');
  const word = useWords();
  return (reason) => {
    const known = own.find((one) => one === reason);
    return known === undefined ? word('eligibilityReason', reason as Exclude<CommonReason, (typeof own)[number]>) : t(`reason.${known}`);
  };
}

/** The same as a list, for a spreadsheet. */
export function useCommonReasonLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation('commonItems');
  const labels = useLabels();
  return { ...labels('eligibilityReason'), ...Object.fromEntries(own.map((reason) => [reason, t(`reason.${reason}`)])) };
}
