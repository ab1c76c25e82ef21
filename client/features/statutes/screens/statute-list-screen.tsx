import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { useMayKeep, type StatuteRow } from '../api/statutes.ts';
import { StatuteAdd } from '../parts/statute-add.tsx';
import { ValidityTag } from '../parts/validity-tag.tsx';
import { useStatuteSheet } from '../parts/sheets.ts';

const states = ['in_force', 'ending', 'ended'] as const satisfies readonly WordLists['validity'][];

/** Every statute that the county's menu rests on, with its versions. */
export function StatuteListScreen() {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const address = useAddress(['q', 'state']);
  const { q, state } = address.values;
  const query = { q: q || undefined, state: states.find((one) => one === state), cursor: address.cursor, limit: '25' };
  const found = useListAnswer('GET /statutes', { query });
  const columns = useColumns();
  const mayKeep = useMayKeep();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="stack">
        {mayKeep ? <StatuteAdd /> : null}
        <Panel>
          <FilterBar
            address={address}
            filters={[
              { kind: 'text', name: 'q', label: t('filter.q'), placeholder: t('filter.qExample') },
              {
                kind: 'choice',
                name: 'state',
                label: t('filter.state'),
                options: states.map((value) => ({ value, label: word('validity', value) })),
              },
            ]}
          />
          <FoundList
            caption={t('caption')}
            columns={columns}
            found={found}
            keyOf={(row) => row.id}
            address={address}
            actions={<ExportButton list="GET /statutes" query={query} sheet={useStatuteSheet()} />}
            empty={{ title: t('empty.title'), advice: t('empty.advice') }}
          />
        </Panel>
      </div>
    </>
  );
}

function useColumns(): readonly Column<StatuteRow>[] {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('column.title'),
      isName: true,
      cell: (row) => <Link to={pathTo('statute', { statuteId: row.id })}>{row.title}</Link>,
    },
    { key: 'kind', title: t('column.kind'), isFit: true, cell: (row) => word('statuteKind', row.kind) },
    {
      key: 'versions',
      title: t('column.versions'),
      cell: (row) => (
        <>
          {row.versions.map((version) => (
            <div key={version.id} className="marked-line">
              <span>{t('version', { day: format.day(version.versionOn) })}</span>
              <ValidityTag version={version} />
            </div>
          ))}
        </>
      ),
    },
  ];
}
