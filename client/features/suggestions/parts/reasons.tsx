import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { Reason } from '../api/suggestions.ts';

/** A reason in a sentence; a kind without words does not compile. */
export function useReasonWords(): (reason: Reason) => string {
  const { t } = useTranslation('suggestions');
  const word = useWords();
  const format = useFormat();
  return (reason) => {
    switch (reason.kind) {
      case 'problem':
        return t('reason.problem', { field: reason.field });
      case 'area':
        return t('reason.area', { area: t(`area.${reason.area}`), field: reason.field });
      case 'tier':
        return t('reason.tier', { difficulty: word('difficulty', reason.difficulty), liability: word('liability', reason.liability) });
      case 'people_later':
        return t('reason.people_later', { count: reason.missing });
      case 'companion':
        return t('reason.companion', { power: reason.of });
      case 'held_by_similar':
        return t('reason.held_by_similar', {
          count: reason.held,
          of: reason.of,
          townships: format.list(reason.townships),
          day: format.day(reason.sinceOn),
        });
      case 'certified':
        return t('reason.certified', { kind: reason.certificateKindName, count: reason.need, have: reason.have });
      case 'staff':
        return t('reason.staff', { count: reason.need, have: reason.have });
      case 'attest':
        return t('reason.attest', { text: reason.text });
      case 'distance':
      case 'window':
      case 'team':
      case 'frequent':
      case 'easy_to_spot':
      case 'people_ready':
      case 'nothing_needed':
        return t(`reason.${reason.kind}`);
    }
  };
}

export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const words = useReasonWords();
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={words(reason)}>{words(reason)}</li>
      ))}
    </ul>
  );
}
