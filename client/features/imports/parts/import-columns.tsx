import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useAct } from '#client/lib/use-act.ts';
import { Field } from '#client/ui/forms/field.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { importReads, type ImportOne } from '../api/imports.ts';

type Header = ImportOne['headers'][number];
const open = '?';
const none = '-';

interface ImportColumnsProps {
  readonly one: ImportOne;
  readonly onReload: () => void;
}

/** What each column means: to be answered where the portal does not know, to be corrected where it is wrong. */
export function ImportColumns({ one, onReload }: ImportColumnsProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const act = useAct('PUT /imports/{importId}/columns', { refreshes: importReads });
  const choiceOf = (header: Header): string => choices[String(header.index)] ?? (header.isOpen ? open : (header.column ?? none));
  const taken = new Set(one.headers.map(choiceOf));
  const missing = one.columns.filter(({ key, isRequired }) => isRequired && !taken.has(key)).map(({ title }) => title);
  const left = one.headers.filter((header) => choiceOf(header) === open).length;
  const send = (): void => {
    const columns = one.headers.map((header) => ({ index: header.index, column: choiceOf(header) === none ? null : choiceOf(header) }));
    act.act({ params: { importId: one.id }, version: one.version, body: { columns } });
  };
  return (
    <div className="stack">
      <p>{t(one.state === 'mapping' ? 'columns.ask' : 'columns.review')}</p>
      {missing.length === 0 ? null : <Notice tone="warn">{t('columns.missing', { titles: format.list(missing) })}</Notice>}
      <div className="form">
        {[...one.headers]
          .sort((a, b) => Number(b.isOpen) - Number(a.isOpen))
          .map((header) => (
            <HeaderChoice
              key={header.index}
              header={header}
              columns={one.columns}
              value={choiceOf(header)}
              taken={taken}
              onChange={(value) => setChoices({ ...choices, [header.index]: value })}
            />
          ))}
      </div>
      <ProblemAlert error={act.error} onRetry={send} onReload={onReload} />
      {left === 0 ? null : <p role="status">{t('columns.choose', { count: left })}</p>}
      <div className="row">
        <Button type="primary" loading={act.isActing} disabled={left > 0} onClick={send}>
          {t('columns.act')}
        </Button>
      </div>
    </div>
  );
}

interface HeaderChoiceProps {
  readonly header: Header;
  readonly columns: ImportOne['columns'];
  readonly value: string;
  readonly taken: ReadonlySet<string>;
  readonly onChange: (value: string) => void;
}

function HeaderChoice({ header, columns, value, taken, onChange }: HeaderChoiceProps) {
  const { t } = useTranslation('imports');
  const name = header.header === '' ? t('columns.unnamed', { n: header.index + 1 }) : header.header;
  const suggested = columns.find(({ key }) => key === header.suggestion);
  return (
    <Field
      id={`column-${String(header.index)}`}
      label={name}
      hint={value === open && suggested ? t('columns.suggested', { title: suggested.title }) : undefined}
    >
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          {value === open ? <option value={open}>{t('columns.open')}</option> : null}
          <option value={none}>{t('columns.none')}</option>
          {columns.map(({ key, title }) => (
            <option key={key} value={key} disabled={key !== value && taken.has(key)}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
