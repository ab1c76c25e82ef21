import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnTownship } from '#client/lib/own-township.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { addressOf, useGuidedOrder, type SuggestionAddress } from '../api/suggestions.ts';
import { GuidedQuestions } from './guided-questions.tsx';
import { IntoDraft } from './into-draft.tsx';
import { SuggestionList } from './suggestion-list.tsx';

/** Six answers on one side, the set that they lead to on the other. */
export function Guided({ address }: { readonly address: SuggestionAddress }) {
  const { t } = useTranslation('suggestions');
  const questions = useAnswer('GET /suggestions/questions', { query: useOwnTownship().named });
  const found = useGuidedOrder(address.values);
  if (questions.error) return <ProblemAlert error={questions.error} isReading onRetry={() => void questions.refetch()} />;
  if (!questions.data || (found.isAnswered && found.isPending)) return <Loading />;
  const answered = found.data?.answers;
  return (
    <div className="stack">
      <Panel title={t('question.title')}>
        <details open={!found.isAnswered} className="guided-fold">
          <summary>{t(found.isAnswered ? 'question.again' : 'question.six')}</summary>
          <GuidedQuestions
            fields={questions.data.fields}
            initial={answered ?? questions.data.answers}
            onDone={(answers) => address.set(addressOf(answers))}
          />
        </details>
      </Panel>
      {found.isAnswered ? <Proposal key={JSON.stringify(address.values)} found={found} /> : null}
    </div>
  );
}

function Proposal({ found }: { readonly found: ReturnType<typeof useGuidedOrder> }) {
  const { t } = useTranslation('suggestions');
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const region = useRef<HTMLDivElement>(null);
  // The questions fold away; the focus goes to the answer.
  useEffect(() => region.current?.focus(), []);
  const items = found.data?.items ?? [];
  const left = found.data?.left;
  const chosen = new Set(items.map(({ itemId }) => itemId).filter((itemId) => !dropped.has(itemId)));
  return (
    <div ref={region} tabIndex={-1} className="guided-answer">
      <Panel title={t('guided.title')}>
        <p className="secondary">{t('guided.lead')}</p>
        <SuggestionList
          caption={t('guided.title')}
          rows={found.data?.items}
          error={found.error}
          onRetry={() => void found.refetch()}
          chosen={chosen}
          onChoose={(chosen) => setDropped(new Set(items.map(({ itemId }) => itemId).filter((itemId) => !chosen.has(itemId))))}
          empty={{ title: t('guided.empty'), advice: t('guided.emptyAdvice') }}
        />
        {left === undefined || left.people + left.tier + left.more === 0 ? null : (
          <ul className="bullets secondary">
            {left.people > 0 ? <li>{t('guided.leftPeople', { count: left.people })}</li> : null}
            {left.tier > 0 ? <li>{t('guided.leftTier', { count: left.tier })}</li> : null}
            {left.more > 0 ? <li>{t('guided.leftMore', { count: left.more })}</li> : null}
          </ul>
        )}
        {items.length === 0 ? null : <IntoDraft items={items} chosen={chosen} />}
      </Panel>
    </div>
  );
}
