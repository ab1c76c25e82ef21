import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { useOwnTownship } from '#client/lib/own-township.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { IntoDraft } from './into-draft.tsx';
import { SuggestionList } from './suggestion-list.tsx';

type SimilarTownship = Answer<'GET /suggestions/similar'>['similar'][number];

/** What townships alike hold: first who they are and why they are alike, then what they hold. */
export function Similar() {
  const { t } = useTranslation('suggestions');
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const found = useAnswer('GET /suggestions/similar', { query: useOwnTownship().named });
  if (found.error) return <ProblemAlert error={found.error} isReading onRetry={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const { similar, items, total } = found.data;
  return (
    <div className="stack">
      <Panel title={t('similar.who')}>
        {similar.length === 0 ? (
          <p>{t('similar.nobody')}</p>
        ) : (
          <ul className="similar">
            {similar.map((one) => (
              <li key={one.townshipId}>
                <strong>{one.name}</strong> <Likeness township={one} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={t('similar.title')}>
        <SuggestionList
          caption={t('similar.title')}
          rows={items}
          total={total}
          chosen={chosen}
          onChoose={choose}
          empty={{ title: t('similar.empty'), advice: t('similar.emptyAdvice') }}
        />
        {items.length === 0 ? null : <IntoDraft items={items} chosen={chosen} />}
      </Panel>
    </div>
  );
}

function Likeness({ township }: { readonly township: SimilarTownship }) {
  const { t } = useTranslation('suggestions');
  const format = useFormat();
  const parts = [
    ...(township.isSameKind ? [t('similar.sameKind')] : []),
    ...(township.sharedTags.length > 0 ? [t('similar.sharedTags', { tags: format.list(township.sharedTags) })] : []),
    ...(township.hasCloseResidents ? [t('similar.closeResidents')] : []),
    ...(township.hasCloseStaff ? [t('similar.closeStaff')] : []),
  ];
  return <span className="secondary">{format.list(parts.length === 0 ? [t('similar.onTheWhole')] : parts)}</span>;
}
