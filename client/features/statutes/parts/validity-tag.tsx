import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { StatuteRow } from '../api/statutes.ts';

const tones = { in_force: 'good', ending: 'waiting', ended: 'ended' } as const;

/** 现行有效, or since when it was amended or repealed. */
export function ValidityTag({ version }: { readonly version: Pick<StatuteRow['versions'][number], 'validity' | 'endedOn' | 'endKind'> }) {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const format = useFormat();
  const { validity, endedOn, endKind } = version;
  return (
    <StatusTag tone={tones[validity]}>
      {endedOn === null || endKind === null ? word('validity', validity) : t(`endsOn.${endKind}`, { day: format.day(endedOn) })}
    </StatusTag>
  );
}
