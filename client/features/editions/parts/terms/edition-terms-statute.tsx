import { Button } from 'antd';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { queryOf } from '#client/lib/use-answer.ts';
import type { ControlProps } from '#client/ui/forms/field.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { SuggestInput } from '#client/ui/forms/suggest-input.tsx';
import type { BasisTyped } from './edition-terms-typed.ts';

/** Statutes of the register by a few characters of their title. */
function useKnown(law: string) {
  const q = law.trim();
  const query = queryOf('GET /statutes', { query: { q, limit: '20' } });
  const { data } = useQuery({ ...query, enabled: q.length > 1, placeholderData: keepPreviousData });
  return q.length > 1 ? (data?.items ?? null) : null;
}

interface StatuteInputProps {
  readonly control: ControlProps;
  readonly law: string;
  readonly onChange: (law: string) => void;
}

/** Typed or chosen from the register: what is chosen is written as it was published. */
export function StatuteInput({ control, law, onChange }: StatuteInputProps) {
  const known = useKnown(law);
  return (
    <SuggestInput control={control} value={law} options={(known ?? []).map(({ title }) => title)} maxLength={120} onChange={onChange} />
  );
}

interface StatuteStandingProps {
  readonly basis: BasisTyped;
  readonly onVersion: (versionOn: string) => void;
}

const tones = { in_force: 'good', ending: 'waiting', ended: 'bad' } as const;

/** The versions that the register knows, to choose from, and whether the one chosen is the law. */
export function StatuteStanding({ basis, onVersion }: StatuteStandingProps) {
  const { t } = useTranslation('editions');
  const word = useWords();
  const format = useFormat();
  const known = useKnown(basis.law);
  if (known === null) return null;
  const versions = known.find(({ title }) => title === basis.law.trim())?.versions ?? [];
  const chosen = versions.find(({ versionOn }) => versionOn === basis.versionOn);
  const others = versions.filter((one) => one !== chosen && one.validity !== 'ended');
  return (
    <div className="row">
      {basis.versionOn === null && versions.length > 0 ? null : chosen === undefined ? (
        <StatusTag tone="waiting">{t('item.unknownVersion')}</StatusTag>
      ) : (
        <StatusTag tone={tones[chosen.validity]}>
          {chosen.endedOn === null
            ? word('validity', chosen.validity)
            : t('item.endsOn', { what: word('validity', chosen.validity), day: format.day(chosen.endedOn) })}
        </StatusTag>
      )}
      {others.map(({ id, versionOn }) => (
        <Button key={id} size="small" onClick={() => onVersion(versionOn)}>
          {t('item.takeVersion', { day: format.day(versionOn) })}
        </Button>
      ))}
    </div>
  );
}
