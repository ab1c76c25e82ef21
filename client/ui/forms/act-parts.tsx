import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import type { ProblemError } from '#client/lib/call-error.ts';
import { DescriptionList, Prose } from '../shown/description-list.tsx';
import { Notice } from '../shown/notice.tsx';

export interface Answered {
  readonly label: string;
  readonly text: string | null;
}

/** What was typed, to be read once more; blank answers are left out. */
export function Answers({ answers }: { readonly answers: readonly Answered[] }) {
  const items = answers.flatMap(({ label, text }) =>
    text === null || text.trim() === '' ? [] : [{ key: label, term: label, children: <Prose>{text}</Prose> }],
  );
  return items.length === 0 ? null : <DescriptionList isSingle items={items} />;
}

interface ReloadedProps {
  readonly conflict: ProblemError;
  readonly actionWords: (action: string) => string;
}

/** After a conflict: what somebody else did meanwhile. */
export function Reloaded({ conflict, actionWords }: ReloadedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const changes = conflict.problem.changes ?? [];
  return (
    <Notice tone="info" title={t('acting.reloaded')} announce="status">
      {changes.length === 0 ? null : (
        <ul>
          {changes.map(({ at, actor, action }) => (
            <li key={`${String(at)}${action}`}>{t('errors.changeLine', { at: format.instant(at), actor, action: actionWords(action) })}</li>
          ))}
        </ul>
      )}
      <p>{t('acting.reloadedWhat')}</p>
    </Notice>
  );
}
