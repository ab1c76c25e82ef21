import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useMe } from '#client/lib/session.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { readsSessions, type CourseView, type SessionView } from '../../api/courses.ts';
import { SessionTag } from './session-tag.tsx';
import { useSessionDays } from '../training-words.ts';
import { useSessionSheet } from '../sheets.ts';

const states = ['open', 'held', 'cancelled'] as const satisfies readonly SessionView['state'][];
const pageSize = 25;

/** Every session, the latest first. */
export function SessionList({ sessions, courses }: { readonly sessions: readonly SessionView[]; readonly courses: readonly CourseView[] }) {
  const { t } = useTranslation('training');
  const word = useWords();
  const address = useAddress(['course', 'state']);
  const { course, state } = address.values;
  const rows = sessions.filter((row) => (course === '' || row.courseId === course) && (state === '' || row.state === state));
  const from = Number(address.cursor ?? 0) || 0;
  return (
    <>
      <FilterBar
        address={address}
        filters={[
          {
            kind: 'choice',
            name: 'course',
            label: t('courses.filter.course'),
            options: courses.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            kind: 'choice',
            name: 'state',
            label: t('courses.filter.state'),
            options: states.map((value) => ({ value, label: word('sessionState', value) })),
          },
        ]}
      />
      <DataList
        caption={t('courses.sessionsCaption')}
        columns={useColumns()}
        rows={rows.slice(from, from + pageSize)}
        keyOf={(row) => row.id}
        total={rows.length}
        nextCursor={from + pageSize < rows.length ? String(from + pageSize) : null}
        pages={address.pages}
        address={address}
        actions={
          <ExportButton
            list="GET /courses"
            rows="sessions"
            only={address.hasFilters ? rows.map(({ id }) => id) : undefined}
            sheet={useSessionSheet()}
          />
        }
        empty={{ title: t('courses.sessionsEmpty'), advice: t('courses.sessionsAdvice') }}
      />
    </>
  );
}

function useColumns(): Column<SessionView>[] {
  const { t } = useTranslation('training');
  const me = useMe();
  const days = useSessionDays();
  const format = useFormat();
  return [
    {
      key: 'session',
      title: t('courses.column.session'),
      isName: true,
      cell: (row) => (readsSessions(me) ? <Link to={pathTo('trainingSession', { sessionId: row.id })}>{row.title}</Link> : row.title),
    },
    { key: 'course', title: t('courses.column.course'), cell: (row) => row.courseName },
    {
      key: 'days',
      title: t('courses.column.days'),
      cell: (row) => days(row),
    },
    { key: 'place', title: t('courses.column.place'), cell: (row) => row.place },
    {
      key: 'places',
      title: t('courses.column.places'),
      isFit: true,
      isEnd: true,
      cell: (row) => t('courses.places', { enrolled: format.number(row.enrolled), capacity: format.number(row.capacity) }),
    },
    {
      key: 'state',
      title: t('courses.column.state'),
      isFit: true,
      cell: (row) => <SessionTag session={row} />,
    },
  ];
}
