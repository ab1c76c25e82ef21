import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { hasRole, onlyTownshipOf, useMe } from '#client/lib/session.ts';
import { useAnswer, useListAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { Due } from '#client/ui/shown/due.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { useTaskSheet } from '../parts/sheets.ts';

type TaskRow = Answer<'GET /tasks'>['items'][number];

const kinds = [
  'department_opinion',
  'legal_review',
  'county_decision',
  'supplement',
  'deliver_commitment',
  'confirm_commitment',
  'meet_prerequisites',
  'sign_hand_over',
  'answer_return',
  'hearing_statement',
  'decide_recall',
  'close_trial',
  'cure_lapse',
  'review_law_change',
  'review_edition',
  'follow_edition_review',
] as const satisfies readonly WordLists['taskKind'][];

/** Everyone's first page: what you have to do, by deadline, with the act one click away. */
export function HomeScreen() {
  const { t } = useTranslation('tasks');
  const me = useMe();
  const word = useWords();
  const address = useAddress(['kind', 'sort']);
  const { kind, sort } = address.values;
  const query = {
    kind: kinds.find((one) => one === kind),
    sort: sort === 'newest' ? ('newest' as const) : undefined,
    cursor: address.cursor,
    limit: '25',
  };
  const found = useListAnswer('GET /tasks', { query });
  const columns = useTaskColumns();
  const isTownship = onlyTownshipOf(me) !== null;
  // A handful of tasks needs no filters above it.
  const isShort = (found.data?.items.length ?? 0) < 8 && !address.hasFilters && address.values.sort === '' && address.cursor === undefined;
  return (
    <>
      <PageHeader title={t('title')} lead={<Lead />} />
      <Panel>
        {isShort ? null : (
          <FilterBar
            address={address}
            filters={[
              {
                kind: 'choice',
                name: 'kind',
                label: t('filter.kind'),
                options: kinds.map((value) => ({ value, label: word('taskKind', value) })),
              },
              {
                kind: 'choice',
                name: 'sort',
                label: t('filter.sort'),
                all: t('filter.byDue'),
                options: [{ value: 'newest', label: t('filter.byNewest') }],
              },
            ]}
          />
        )}
        {found.data?.items.some(({ isForColleague }) => isForColleague) === true ? (
          <p className="secondary">{t('forColleagueLead')}</p>
        ) : null}
        <FoundList
          caption={t('caption')}
          columns={columns}
          found={found}
          keyOf={(row) => row.id}
          address={address}
          actions={<ExportButton list="GET /tasks" query={query} sheet={useTaskSheet()} />}
          empty={{
            title: t('emptyTitle'),
            advice: t(isTownship ? 'emptyTownship' : hasRole(me, 'admin') ? 'emptyAdmin' : 'emptyOther'),
            ...(isTownship
              ? {
                  act: (
                    <ButtonLink to={pathTo('menu')} isPrimary>
                      {t('browseMenu')}
                    </ButtonLink>
                  ),
                }
              : {}),
          }}
        />
      </Panel>
    </>
  );
}

function Lead() {
  const { t } = useTranslation('tasks');
  const { data } = useAnswer('GET /tasks/count');
  if (!data || data.open === 0) return null;
  return (
    <>
      {data.isExact ? null : `${t('atLeast')} `}
      {t('lead', { count: data.open })} {data.overdue === 0 ? null : <strong>{t('leadOverdue', { count: data.overdue })}</strong>}
    </>
  );
}

/** Where the act of a task is done. */
function placeOf(task: TaskRow): string {
  switch (task.subjectKind) {
    case 'request':
      return pathTo('request', { requestId: task.subjectId });
    case 'grant':
      return pathTo('grant', { grantId: task.subjectId });
    case 'edition':
      return pathTo(task.kind === 'review_edition' ? 'editionReview' : 'edition', { editionId: task.subjectId });
    case 'commitment':
      return `${pathTo('resources')}?commitment=${encodeURIComponent(task.subjectId)}`;
    case 'statute_version':
      return pathTo('statuteVersion', { versionId: task.subjectId });
  }
}

function useTaskColumns(): Column<TaskRow>[] {
  const { t } = useTranslation('tasks');
  const word = useWords();
  const format = useFormat();
  return [
    {
      key: 'task',
      title: t('column.task'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={placeOf(row)}>{word('taskKind', row.kind)}</Link>
          {row.isForColleague ? (
            <>
              {' '}
              <StatusTag tone="ended">{t('forColleague')}</StatusTag>
            </>
          ) : null}
        </>
      ),
    },
    { key: 'about', title: t('column.about'), cell: (row) => row.powerName },
    { key: 'township', title: t('column.township'), cell: (row) => row.townshipName },
    {
      key: 'due',
      title: t('column.due'),
      isFit: true,
      cell: (row) => (row.dueAt === null ? t('noDue') : <Due at={row.dueAt} />),
    },
    { key: 'opened', title: t('column.opened'), isFit: true, isHiddenOnPhone: true, cell: (row) => format.dayAt(row.openedAt) },
  ];
}
