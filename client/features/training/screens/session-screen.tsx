import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useCourses, useSession, type AttendeeView, type CourseView, type SessionFile } from '../api/courses.ts';
import { AttendeeList } from '../parts/sessions/attendee-list.tsx';
import { SessionCancelling } from '../parts/sessions/session-cancelling.tsx';
import { EnrolmentCancelling, SessionEnrolment } from '../parts/sessions/session-enrolment.tsx';
import { SessionResults } from '../parts/sessions/session-results.tsx';
import { awaitsResults, SessionTag } from '../parts/sessions/session-tag.tsx';
import { useSessionDays } from '../parts/training-words.ts';

/** One session: who attends, and what came of it. */
export function SessionScreen() {
  const { t } = useTranslation('training');
  const { sessionId = '' } = useParams();
  const { data, error, refetch } = useSession(sessionId);
  const courses = useCourses();
  if (data !== undefined) {
    const course = courses.data?.courses.find(({ id }) => id === data.session.courseId);
    return <Page key={sessionId} file={data} course={course} onReload={() => void refetch()} />;
  }
  return (
    <>
      <PageHeader title={t('courses.title')} crumbs={[{ title: t('session.crumb'), to: pathTo('courses') }]} />
      {error === null ? <Loading /> : <ProblemAlert error={error} isReading onRetry={() => void refetch()} />}
    </>
  );
}

type ActName = 'enrol' | 'results' | 'cancel';

interface PageProps {
  readonly file: SessionFile;
  readonly course: CourseView | undefined;
  readonly onReload: () => void;
}

function Page({ file, course, onReload }: PageProps) {
  const { t } = useTranslation('training');
  const me = useMe();
  const [opened, setOpened] = useState<ActName | AttendeeView | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { session, attendees } = file;
  const isTownship = hasRole(me, 'clerk', 'lead');
  const acts = actsOf(file, { isTownship, isTrainer: hasRole(me, 'training_officer') });
  const open = (what: typeof opened): void => {
    setSaid(null);
    setOpened(what);
  };
  const actProps = {
    file,
    course,
    onReload,
    onClose: () => setOpened(null),
    onDone: (words: string) => {
      setSaid(words);
      setOpened(null);
    },
  };
  return (
    <>
      <PageHeader
        title={session.title}
        crumbs={[{ title: t('session.crumb'), to: pathTo('courses') }]}
        status={<SessionTag session={session} />}
        actions={
          opened === null && acts.length > 0 ? (
            <>
              {acts.includes('results') ? (
                <ButtonLink to={`${pathTo('imports')}?kind=training_results&scope=${encodeURIComponent(session.id)}`}>
                  {t('toImport', { ns: 'imports' })}
                </ButtonLink>
              ) : null}
              {acts.map((name) => (
                <Button key={name} type={name === 'cancel' ? 'default' : 'primary'} onClick={() => open(name)}>
                  {t(`${name}.act`)}
                </Button>
              ))}
            </>
          ) : undefined
        }
      />
      {said === null ? null : (
        <Notice tone="good" announce="status">
          {said}
        </Notice>
      )}
      {opened === null ? null : typeof opened === 'object' ? (
        <EnrolmentCancelling {...actProps} attendee={opened} />
      ) : (
        <Panel title={t(`${opened}.title`, { session: session.title })}>
          {opened === 'enrol' ? (
            <SessionEnrolment {...actProps} isAllowed={acts.includes('enrol')} />
          ) : opened === 'results' ? (
            <SessionResults {...actProps} isAllowed={acts.includes('results')} />
          ) : (
            <SessionCancelling {...actProps} isAllowed={acts.includes('cancel')} />
          )}
        </Panel>
      )}
      <Panel title={t('session.facts')}>
        <Facts file={file} course={course} />
      </Panel>
      <Panel title={t(isTownship ? 'session.attendees.own' : 'session.attendees.all')}>
        <AttendeeList
          sessionId={session.id}
          attendees={attendees}
          showsTownship={!isTownship}
          onTakeOff={isTownship && session.state === 'open' && opened === null ? open : undefined}
        />
      </Panel>
    </>
  );
}

/** What makes sense to offer; the server alone decides. */
function actsOf(
  { session, attendees }: SessionFile,
  { isTownship, isTrainer }: { readonly isTownship: boolean; readonly isTrainer: boolean },
): ActName[] {
  const hasOpenResults = session.state !== 'cancelled' && attendees.some(({ result }) => result === null);
  return [
    ...(isTownship && session.state === 'open' && !awaitsResults(session) && session.enrolled < session.capacity
      ? (['enrol'] as const)
      : []),
    ...(isTrainer && hasOpenResults && session.startsOn <= dayOf(now()) ? (['results'] as const) : []),
    ...(isTrainer && session.state === 'open' ? (['cancel'] as const) : []),
  ];
}

function Facts({ file: { session }, course }: Pick<PageProps, 'file' | 'course'>) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const days = useSessionDays();
  const places = { enrolled: format.number(session.enrolled), left: format.number(Math.max(0, session.capacity - session.enrolled)) };
  return (
    <DescriptionList
      items={[
        { key: 'course', term: t('session.course'), children: session.courseName },
        { key: 'days', term: t('session.days'), children: days(session) },
        { key: 'place', term: t('session.place'), children: session.place },
        { key: 'places', term: t('session.places'), children: t('session.placesLeft', places) },
        ...(course === undefined
          ? []
          : [
              {
                key: 'certificate',
                term: t('session.certificate'),
                children: t('session.certificateFor', { name: course.certificateKindName, months: format.months(course.validMonths) }),
              },
            ]),
      ]}
    />
  );
}
