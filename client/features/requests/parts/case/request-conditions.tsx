import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { Prose } from '#client/ui/shown/description-list.tsx';
import type { FactsOf } from '#client/parts/requests/request-types.ts';
import { usePrerequisiteWords } from '#client/i18n/use-condition-words.ts';

type Conditions = Extract<FactsOf<'decision'>, { readonly outcome: 'approve_with_conditions' }>['conditions'];

/** On what an approval depends: words, more prerequisites, a shorter term, a later start. */
export function RequestConditions({ conditions }: { readonly conditions: Conditions }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const words = usePrerequisiteWords();
  const { text, extraPrerequisites: extra, termMonths, notBeforeOn } = conditions;
  return (
    <div className="stack-tight">
      {text === '' ? null : <Prose>{text}</Prose>}
      {extra.length + (termMonths === null ? 0 : 1) + (notBeforeOn === null ? 0 : 1) === 0 ? null : (
        <ul className="case-sentences">
          {extra.map((one) => (
            <li key={one.key}>{t('timeline.extra', { what: words(one) })}</li>
          ))}
          {termMonths === null ? null : <li>{t('timeline.termMonths', { months: format.months(termMonths) })}</li>}
          {notBeforeOn === null ? null : <li>{t('timeline.notBefore', { day: format.day(notBeforeOn) })}</li>}
        </ul>
      )}
    </div>
  );
}
