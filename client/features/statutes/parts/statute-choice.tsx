import { Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { Field } from '#client/ui/forms/field.tsx';
import { SuggestInput } from '#client/ui/forms/suggest-input.tsx';
import { useKnownStatutes, type StatuteRow } from '../api/statutes.ts';

type Version = StatuteRow['versions'][number];

interface StatuteChoiceProps {
  /** Ids of the two fields begin with it. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly versionLabel: string;
  readonly mark?: 'optional';
  readonly title: string;
  readonly versionId: string | null;
  readonly onChange: (choice: { readonly title: string; readonly version: Version | null }) => void;
  /** Which versions may be chosen. */
  readonly isFit: (version: Version) => boolean;
  readonly errorOf: (fieldId: string) => string | undefined;
}

/** A statute of the register and one of its versions: typed, found, chosen. */
export function StatuteChoice({ id, label, hint, versionLabel, mark, title, versionId, onChange, isFit, errorOf }: StatuteChoiceProps) {
  const { t } = useTranslation('statutes');
  const format = useFormat();
  const known = useKnownStatutes(title);
  const versions = known.find((one) => one.title === title)?.versions.filter(isFit) ?? [];
  const only = versions.length === 1 ? versions[0] : undefined;
  // Most statutes have one version in force; the register answers after the title was typed.
  useEffect(() => {
    if (only !== undefined && versionId === null) onChange({ title, version: only });
  }, [only, versionId, title, onChange]);
  const isMissing = known.some((one) => one.title === title) && versions.length === 0;
  return (
    <>
      <Field id={`${id}-law`} label={label} hint={hint} error={errorOf(`${id}-law`)} {...(mark === undefined ? {} : { mark })}>
        {(control) => (
          <SuggestInput
            control={control}
            value={title}
            options={known.map((one) => one.title)}
            maxLength={120}
            onChange={(next) => onChange({ title: next, version: null })}
          />
        )}
      </Field>
      {title.trim() === '' ? null : (
        <Field
          id={`${id}-version`}
          label={versionLabel}
          error={errorOf(`${id}-version`)}
          {...(isMissing ? { hint: t('review.noVersion') } : {})}
        >
          {(control) => (
            <Select
              {...control}
              value={versionId}
              disabled={versions.length === 0}
              options={versions.map((one) => ({ value: one.id, label: t('version', { day: format.day(one.versionOn) }) }))}
              onChange={(next) => onChange({ title, version: versions.find((one) => one.id === next) ?? null })}
            />
          )}
        </Field>
      )}
    </>
  );
}
