import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { hasRole, onlyTownshipOf, useMe } from '#client/lib/session.ts';
import { useAnswer, useListAnswer } from '#client/lib/use-answer.ts';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar, type Filter } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import type { CommitmentView } from '../api/commitments.ts';
import { CommitmentPanel, Due } from '../parts/commitment-panel.tsx';
import { commitmentTones, useCommitmentWords } from '../parts/commitment-words.ts';
import { useCommitmentSheet } from '../parts/sheets.ts';

const states = ['promised', 'delivered', 'disputed', 'confirmed', 'waived'] as const satisfies readonly WordLists['commitmentState'][];

/** What the county owes for the powers that move: owed by the own body, or promised to the own township. */
export function ResourcesScreen() {
  const { t } = useTranslation('resources');
  const me = useMe();
  const [search] = useSearchParams();
  const chosen = search.get('commitment');
  const isTownship = onlyTownshipOf(me) !== null;
  const seesAll = hasRole(me, 'decider', 'auditor');
  return (
    <>
      <PageHeader title={t('title')} lead={t(`lead.${isTownship ? 'township' : seesAll ? 'all' : 'owing'}`)} />
      {chosen === null ? null : <CommitmentPanel key={chosen} commitmentId={chosen} />}
      <List isTownship={isTownship} />
    </>
  );
}

function List({ isTownship }: { readonly isTownship: boolean }) {
  const { t } = useTranslation('resources');
  const word = useWords();
  const address = useAddress(['state', 'township']);
  const { state, township } = address.values;
  const townships = useAnswer('GET /organisations', { query: { kind: 'township' } });
  const query = {
    state: states.find((one) => one === state),
    townshipId: isTownship ? undefined : township || undefined,
    cursor: address.cursor,
    limit: '25',
  };
  const found = useListAnswer('GET /commitments', { query });
  const columns = useColumns(isTownship);
  const filters: Filter<'state' | 'township'>[] = [
    {
      kind: 'choice',
      name: 'state',
      label: t('filter.state'),
      options: states.map((value) => ({ value, label: word('commitmentState', value) })),
    },
    ...(isTownship
      ? []
      : [
          {
            kind: 'choice' as const,
            name: 'township' as const,
            label: t('filter.township'),
            options: (townships.data?.items ?? []).map(({ id, shortName }) => ({ value: id, label: shortName })),
          },
        ]),
  ];
  return (
    <Panel>
      <FilterBar address={address} filters={filters} />
      <FoundList
        caption={t('caption')}
        columns={columns}
        found={found}
        keyOf={(row) => row.id}
        address={address}
        actions={<ExportButton list="GET /commitments" query={query} sheet={useCommitmentSheet()} />}
        empty={{ title: t('emptyTitle'), advice: t(isTownship ? 'empty.township' : 'empty.other') }}
      />
    </Panel>
  );
}

function useColumns(isTownship: boolean): Column<CommitmentView>[] {
  const { t } = useTranslation('resources');
  const word = useWords();
  const words = useCommitmentWords();
  const [search] = useSearchParams();
  return [
    {
      key: 'what',
      title: t('column.what'),
      isName: true,
      cell: (row) => <Link to={{ search: withCommitment(search, row.id) }}>{words(row)}</Link>,
    },
    {
      key: 'power',
      title: t('column.power'),
      cell: (row) => <Link to={pathTo('request', { requestId: row.requestId })}>{row.powerName}</Link>,
    },
    ...(isTownship ? [] : [{ key: 'township', title: t('column.township'), cell: (row: CommitmentView) => row.township.shortName }]),
    { key: 'organisation', title: t('column.organisation'), cell: (row) => row.organisation.shortName },
    { key: 'due', title: t('column.due'), isFit: true, cell: (row) => <Due one={row} /> },
    {
      key: 'state',
      title: t('column.state'),
      isFit: true,
      cell: (row) => <StatusTag tone={commitmentTones[row.state]}>{word('commitmentState', row.state)}</StatusTag>,
    },
  ];
}

/** The filters stay as they are, so that the next one of the same list can be taken up. */
function withCommitment(search: URLSearchParams, id: string): string {
  const next = new URLSearchParams(search);
  next.set('commitment', id);
  return next.toString();
}
