import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { Field } from '#client/ui/forms/field.tsx';
import type { TermsPartProps } from './edition-terms-section.tsx';

/** Powers that must go together, and powers that must not. */
export function TermsRelations({ typed, change, errorOf }: TermsPartProps) {
  const { t } = useTranslation('editions');
  return (
    <>
      {(['companions', 'exclusiveWith'] as const).map((name) => (
        <Field key={name} id={name} label={t(`field.${name}`)} hint={t('item.codes')} mark="optional" error={errorOf(name)}>
          {(control) => <PowerCodes control={control} codes={typed[name]} onChange={(codes) => change({ [name]: codes })} />}
        </Field>
      ))}
    </>
  );
}

interface PowerCodesProps {
  readonly control: object;
  readonly codes: readonly string[];
  readonly onChange: (codes: string[]) => void;
}

// The county may have thousands of powers: the server searches, the browser holds the few that match.
function PowerCodes({ control, codes, onChange }: PowerCodesProps) {
  const [q, setQ] = useState('');
  const found = useListAnswer('GET /powers', { query: { q: q.trim() || undefined, limit: '20' } });
  return (
    <Select<string[]>
      {...control}
      mode="multiple"
      maxCount={10}
      showSearch={{ filterOption: false, onSearch: setQ }}
      value={[...codes]}
      options={(found.data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      onChange={onChange}
    />
  );
}
