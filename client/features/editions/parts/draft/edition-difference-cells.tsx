import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useTermsWords } from '#client/i18n/use-terms-words.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { ChangedLines } from '#client/ui/shown/changed-lines.tsx';

type Difference = Answer<'GET /edition-difference'>;
export type DifferenceRow = Difference['items'][number];

interface DifferenceNameProps {
  readonly row: DifferenceRow;
  readonly to: Difference['to'];
}

/** The power, with a way to its terms on the edition where it stands. */
export function DifferenceName({ row, to }: DifferenceNameProps) {
  const { toItemId, fromItemId } = row;
  const itemId = toItemId ?? fromItemId ?? '';
  // A draft is read where it is written; what was ever published stands on the menu.
  const isOnDraft = toItemId !== null && to.state === 'draft';
  const place = isOnDraft ? pathTo('editionItem', { editionId: to.id, itemId }) : pathTo('menuItem', { itemId });
  return (
    <>
      <Link to={place}>{row.name}</Link>
      <div className="secondary">
        {row.code} · {row.departmentName}
      </div>
    </>
  );
}

const briefly: readonly string[] = ['carrier', 'release', 'tiers', 'carveOuts', 'eligibility'];

/** What differs, field by field in words; of what is new or gone, what it is. */
export function DifferenceTerms({ row }: { readonly row: DifferenceRow }) {
  const { t } = useTranslation('terms');
  const words = useTermsWords();
  const { before, after } = row;
  if (before === null || after === null) {
    const only = before ?? after;
    return only === null ? null : (
      <div className="stack-tight">
        {words(only)
          .filter(({ key, lines }) => briefly.includes(key) && lines.length > 0)
          .map(({ key, label, lines }) => (
            <p key={key}>{t('line', { label, text: lines.join(' ') })}</p>
          ))}
      </div>
    );
  }
  const now = new Map(words(after).map((line) => [line.key, line.lines]));
  const lines = words(before)
    .map((line) => ({ key: line.key, label: line.label, before: line.lines, after: now.get(line.key) ?? [] }))
    .filter((line) => line.before.join('\n') !== line.after.join('\n'));
  return lines.length === 0 ? <p>{t('unseen')}</p> : <ChangedLines lines={lines} />;
}
