import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { StatusTag, type Tone } from '#client/ui/shown/status-tag.tsx';
import type { CertificateView, OfficerView } from '../../api/roster.ts';

type Standing = CertificateView['standing'];

// What counts most first: somebody with an old certificate and a new one holds it.
const order = ['current', 'expiring', 'future', 'expired', 'revoked'] as const satisfies readonly Standing[];

const tones = { current: 'good', expiring: 'waiting', future: 'neutral', expired: 'bad', revoked: 'ended' } as const satisfies Record<
  Standing,
  Tone
>;

/** The certificate of a kind by which a person stands today; absent when none was ever held. */
export function bestOf(officer: OfficerView, kindId: string): CertificateView | undefined {
  return officer.certificates
    .filter((one) => one.kindId === kindId)
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || b.validToOn.localeCompare(a.validToOn))[0];
}

export function StandingTag({ standing }: { readonly standing: Standing }) {
  const word = useWords();
  return <StatusTag tone={tones[standing]}>{word('certificateStanding', standing)}</StatusTag>;
}

/** One cell of the matrix: how a person stands with a kind of certificate, and until when. */
export function StandingCell({ officer, kindId }: { readonly officer: OfficerView; readonly kindId: string }) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const best = bestOf(officer, kindId);
  if (best === undefined) return <span className="secondary">{t('roster.never')}</span>;
  return (
    <span className="training-standing">
      <StandingTag standing={best.standing} />
      <span className="secondary">{t('roster.until', { day: format.day(best.validToOn) })}</span>
    </span>
  );
}
