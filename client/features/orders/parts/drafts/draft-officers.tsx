import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { useWords } from '#client/i18n/use-words.ts';

export type Officer = Answer<'GET /officers'>['items'][number];

export interface DraftOfficersProps {
  /** Of the first box, so that an error summary leads to it. */
  readonly id: string;
  readonly officers: readonly Officer[] | undefined;
  /** Names of those who count towards a prerequisite of the power. */
  readonly counting: ReadonlySet<string>;
  readonly chosen: readonly string[];
  readonly error: string | undefined;
  readonly isDisabled: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Who will exercise the power: boxes rather than a list that unfolds, those who count first. */
export function DraftOfficers({ id, officers = [], counting, chosen, error, isDisabled, onChange }: DraftOfficersProps) {
  const { t } = useTranslation('orders');
  const sorted = [...officers].sort((one, other) => Number(counting.has(other.name)) - Number(counting.has(one.name)));
  // An officer who has left cannot be named any more, and drops out with the next choice.
  const toggle = (officerId: string): void => {
    const known = officers.map((one) => one.id);
    onChange(known.filter((one) => (one === officerId ? !chosen.includes(one) : chosen.includes(one))));
  };
  return (
    <fieldset
      className={error === undefined ? 'field choices' : 'field choices field-invalid'}
      aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
      disabled={isDisabled}
    >
      <legend className="field-label">{t('field.officers')}</legend>
      <div className="field-hint" id={`${id}-hint`}>
        {t('field.officersHint')}
      </div>
      {error === undefined ? null : (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
      {officers.length > 0 ? null : (
        <p id={id} tabIndex={-1}>
          {t('field.officersNone')} <Link to={pathTo('roster')}>{t('field.toRoster')}</Link>
        </p>
      )}
      <div className="draft-officers">
        {sorted.map((officer, index) => (
          <label key={officer.id} className="choice">
            <input
              type="checkbox"
              id={index === 0 ? id : `${id}-${officer.id}`}
              checked={chosen.includes(officer.id)}
              onChange={() => toggle(officer.id)}
            />
            <span>
              {officer.name}
              <span className="choice-hint">
                {officer.post}
                <Certificates officer={officer} />
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Certificates({ officer }: { readonly officer: Officer }) {
  const format = useFormat();
  const word = useWords();
  const valid = officer.certificates.filter(({ standing }) => standing === 'current' || standing === 'expiring');
  if (valid.length === 0) return null;
  const names = valid.map(({ kindName, standing }) =>
    standing === 'expiring' ? format.aside(kindName, word('certificateStanding', standing)) : kindName,
  );
  return <> · {format.list(names)}</>;
}
