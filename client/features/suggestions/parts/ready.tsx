import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnTownship } from '#client/lib/own-township.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { SuggestionAddress } from '../api/suggestions.ts';
import { IntoDraft } from './into-draft.tsx';
import { useSuggestionSheet } from './sheets.ts';
import { SuggestionList } from './suggestion-list.tsx';

/** What could be taken on today with the people there are. */
export function Ready({ address }: { readonly address: SuggestionAddress }) {
  const { t } = useTranslation('suggestions');
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const { named } = useOwnTownship();
  const query = { ...named, limit: '25', ...(address.cursor === undefined ? {} : { cursor: address.cursor }) };
  const found = useListAnswer('GET /suggestions/ready', { query });
  const items = found.data?.items ?? [];
  return (
    <Panel title={t('ready.title')}>
      <p className="secondary">{t('ready.lead')}</p>
      <SuggestionList
        caption={t('ready.title')}
        rows={found.data?.items}
        total={found.data?.total}
        nextCursor={found.data?.nextCursor}
        pages={address.pages}
        error={found.error}
        onRetry={() => void found.refetch()}
        isUpdating={found.isPlaceholderData}
        chosen={chosen}
        onChoose={choose}
        actions={<ExportButton list="GET /suggestions/ready" query={named} sheet={useSuggestionSheet()} />}
        empty={{ title: t('ready.empty'), advice: t('ready.emptyAdvice') }}
      />
      {items.length === 0 ? null : <IntoDraft items={items} chosen={chosen} />}
    </Panel>
  );
}
