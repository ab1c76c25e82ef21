import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { StatusTag, type Tone } from '#client/ui/shown/status-tag.tsx';
import type { SessionView } from '../../api/courses.ts';

const tones = { open: 'info', held: 'good', cancelled: 'ended' } as const satisfies Record<SessionView['state'], Tone>;

/** Over, and the results are not recorded yet. */
export function awaitsResults({ state, endsOn }: Pick<SessionView, 'state' | 'endsOn'>): boolean {
  return state === 'open' && endsOn < dayOf(now());
}

export function SessionTag({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('training');
  const word = useWords();
  if (awaitsResults(session)) return <StatusTag tone="waiting">{t('session.awaitsResults')}</StatusTag>;
  return <StatusTag tone={tones[session.state]}>{word('sessionState', session.state)}</StatusTag>;
}
