import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useCourses, type CourseView } from '../api/courses.ts';
import { CourseCreate } from '../parts/sessions/course-create.tsx';
import { CourseList } from '../parts/sessions/course-list.tsx';
import { SessionList } from '../parts/sessions/session-list.tsx';
import { SessionSchedule } from '../parts/sessions/session-schedule.tsx';

/** Courses and their sessions; people are trained before a power moves. */
export function CoursesScreen() {
  const { t } = useTranslation('training');
  const me = useMe();
  const { data, error, refetch } = useCourses();
  const [opened, setOpened] = useState<'create' | CourseView | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const mayCreate = hasRole(me, 'training_officer', 'admin');
  const maySchedule = hasRole(me, 'training_officer');
  const open = (what: typeof opened): void => {
    setSaid(null);
    setOpened(what);
    // The form stands above the lists; a button far down in one of them opens it.
    window.scrollTo({ top: 0 });
  };
  const formProps = {
    onClose: () => setOpened(null),
    onDone: (words: string) => {
      setSaid(words);
      setOpened(null);
    },
  };
  const opener = (
    <>
      {maySchedule ? <ButtonLink to={`${pathTo('imports')}?kind=training_results`}>{t('courses.importResults')}</ButtonLink> : null}
      <Button onClick={() => open('create')}>{t('courses.create')}</Button>
    </>
  );
  return (
    <>
      <PageHeader title={t('courses.title')} lead={t('courses.lead')} {...(mayCreate && opened === null ? { actions: opener } : {})} />
      {said === null ? null : (
        <Notice tone="good" announce="status">
          {said}
        </Notice>
      )}
      {opened === 'create' ? (
        <CourseCreate {...formProps} />
      ) : opened === null ? null : (
        <SessionSchedule key={opened.id} course={opened} {...formProps} />
      )}
      {error !== null && data === undefined ? <ProblemAlert error={error} isReading onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          <Panel title={t('courses.sessions')}>
            <SessionList sessions={data.sessions} courses={data.courses} />
          </Panel>
          <Panel title={t('courses.courses')}>
            <CourseList courses={data.courses} onSchedule={maySchedule && opened === null ? open : undefined} />
          </Panel>
        </>
      )}
    </>
  );
}
