import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAct } from '#client/lib/use-act.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { SearchPick } from '#client/ui/forms/search-pick.tsx';
import { draftReads, type Power } from '#client/parts/editions/editions.ts';
import { EditionPowerForm } from './edition-power-form.tsx';
import { blankTerms } from './edition-blank-terms.ts';

/** Puts one more power on the draft, from the county's powers or a new one; its terms are filled in on its own page. */
export function EditionAdd({ editionId }: { readonly editionId: string }) {
  const { t } = useTranslation('editions');
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  const add = useAct('POST /editions/{editionId}/items', {
    refreshes: draftReads,
    onDone: ({ id }) => void navigate(pathTo('editionItem', { editionId, itemId: id })),
  });
  const put = (power: Power): void =>
    add.act({ params: { editionId }, body: { powerId: power.id, terms: blankTerms(power.statutoryType) } });
  return (
    <Panel title={t('add.title')}>
      <div className="stack">
        <ProblemAlert error={add.error} />
        {isCreating ? (
          <EditionPowerForm onCreated={put} onClose={() => setCreating(false)} />
        ) : (
          <>
            <p>{t('add.why')}</p>
            <PowerSearch isActing={add.isActing} onPut={put} />
            <div className="row">
              <Button onClick={() => setCreating(true)}>{t('add.create')}</Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  );
}

interface PowerSearchProps {
  readonly isActing: boolean;
  readonly onPut: (power: Power) => void;
}

function PowerSearch({ isActing, onPut }: PowerSearchProps) {
  const { t } = useTranslation('editions');
  return (
    <SearchPick id="power-search" name={t('add.title')} label={t('add.search')} findLabel={t('add.find')}>
      {(q) => <PowersFound q={q} isActing={isActing} onPut={onPut} />}
    </SearchPick>
  );
}

function PowersFound({ q, isActing, onPut }: PowerSearchProps & { readonly q: string }) {
  const { t } = useTranslation('editions');
  const word = useWords();
  const found = useListAnswer('GET /powers', { query: { q, limit: '10' } });
  return (
    <DataList
      caption={t('add.title')}
      rows={found.data?.items}
      keyOf={(row) => row.id}
      total={found.data?.total}
      error={found.error}
      onRetry={() => void found.refetch()}
      isUpdating={found.isPlaceholderData}
      empty={{ title: t('add.none') }}
      columns={[
        {
          key: 'power',
          title: t('one.column.item'),
          isName: true,
          cell: (row) => (
            <>
              {row.name}
              <div className="secondary">{row.code}</div>
            </>
          ),
        },
        { key: 'type', title: t('one.column.type'), isFit: true, cell: (row) => word('statutoryType', row.statutoryType) },
        { key: 'department', title: t('one.column.department'), cell: (row) => row.departmentName },
        {
          key: 'act',
          title: t('add.put'),
          isFit: true,
          cell: (row) => (
            <Button size="small" disabled={isActing} aria-label={t('add.putOf', { name: row.name })} onClick={() => onPut(row)}>
              {t('add.put')}
            </Button>
          ),
        },
      ]}
    />
  );
}
