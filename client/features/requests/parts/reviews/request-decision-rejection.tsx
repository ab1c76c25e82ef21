import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { queryOf } from '#client/lib/use-answer.ts';
import { Field } from '#client/ui/forms/field.tsx';
import type { DecisionPartProps } from './request-decision-typed.ts';

const reasons = [
  'not_lawful',
  'not_ready',
  'no_need',
  'resources_unavailable',
  'bad_timing',
  'too_risky',
  'other',
] as const satisfies readonly WordLists['rejectionReason'][];

/** What a rejection costs: a coded reason, words, and what would make it possible or an item to take instead. */
export function DecisionRejection({ typed, onChange, errorOf }: DecisionPartProps) {
  const { t } = useTranslation('requests');
  const word = useWords();
  return (
    <>
      <Field id="decision-reason" label={t('decision.reason')} error={errorOf('decision-reason')}>
        {(control) => (
          <Select<WordLists['rejectionReason'] | null>
            {...control}
            value={typed.reasonCode}
            options={reasons.map((value) => ({ value, label: word('rejectionReason', value) }))}
            onChange={(reasonCode) => onChange({ ...typed, reasonCode })}
          />
        )}
      </Field>
      <Field id="decision-text" label={t('decision.reasonText')} error={errorOf('decision-text')}>
        {(control) => (
          <Input.TextArea {...control} rows={4} value={typed.text} onChange={(event) => onChange({ ...typed, text: event.target.value })} />
        )}
      </Field>
      <Field id="decision-possible" label={t('decision.possible')} hint={t('decision.possibleHint')} error={errorOf('decision-possible')}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            value={typed.wouldBePossibleIf}
            onChange={(event) => onChange({ ...typed, wouldBePossibleIf: event.target.value })}
          />
        )}
      </Field>
      <AlternativeField typed={typed} onChange={onChange} errorOf={errorOf} />
    </>
  );
}

/** Another item of the menu that the township could order instead. */
function AlternativeField({ typed, onChange, errorOf }: DecisionPartProps) {
  const { t } = useTranslation('requests');
  const [q, setQ] = useState('');
  const found = useQuery({ ...queryOf('GET /menu/items', { query: { q, limit: '20' } }), enabled: q.trim() !== '' });
  const chosen = typed.alternative;
  const names = new Map(found.data?.items.map(({ id, name, code }) => [id, `${name} ${code}`]));
  const options = [...names].map(([value, label]) => ({ value, label }));
  const shown = chosen === null || names.has(chosen.id) ? options : [{ value: chosen.id, label: chosen.name }, ...options];
  return (
    <Field
      id="decision-alternative"
      label={t('decision.alternative')}
      mark="optional"
      hint={t('decision.alternativeHint')}
      error={errorOf('decision-alternative')}
    >
      {(control) => (
        <Select<string | null>
          {...control}
          showSearch={{ onSearch: setQ, filterOption: false }}
          allowClear
          placeholder={t('decision.alternativeNone')}
          notFoundContent={q === '' ? t('decision.alternativeSearch') : t('decision.alternativeNothing')}
          value={chosen?.id ?? null}
          options={shown}
          onChange={(id) => {
            const name = id === null ? undefined : names.get(id);
            onChange({ ...typed, alternative: id === null || name === undefined ? null : { id, name } });
          }}
        />
      )}
    </Field>
  );
}
