import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { Tone } from '#client/ui/shown/status-tag.tsx';
import type { CommitmentView } from '../api/commitments.ts';

export const commitmentTones = {
  promised: 'waiting',
  delivered: 'info',
  disputed: 'waiting',
  confirmed: 'good',
  waived: 'ended',
} as const satisfies Record<CommitmentView['state'], Tone>;

/** 经费 3万元/年：办案经费 */
export function useCommitmentWords(): (one: CommitmentView) => string {
  const { t } = useTranslation('resources');
  const word = useWords();
  const format = useFormat();
  return ({ kind, amount, unit, description }) =>
    t('what', { kind: word('resourceKind', kind), amount: format.resource(amount, unit), description });
}

const known = ['commitment_delivered', 'commitment_confirmed', 'commitment_disputed', 'waived'] as const;

/** What somebody else did meanwhile, as the audit trail calls it. */
export function useAuditWords(): (action: string) => string {
  const { t } = useTranslation('resources');
  return (action) => t(`audit.${known.find((one) => one === action) ?? 'unknown'}`);
}
