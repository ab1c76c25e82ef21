import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { StatusTag, type Tone } from '#client/ui/shown/status-tag.tsx';

const tones: Readonly<Record<WordLists['orderStatus'], Tone>> = {
  draft: 'neutral',
  in_review: 'info',
  action_needed: 'waiting',
  preparing: 'info',
  partly_granted: 'good',
  granted: 'good',
  closed: 'ended',
};

/** How an order stands: it follows from its requests. */
export function OrderStatusTag({ status }: { readonly status: WordLists['orderStatus'] }) {
  const word = useWords();
  return <StatusTag tone={tones[status]}>{word('orderStatus', status)}</StatusTag>;
}
