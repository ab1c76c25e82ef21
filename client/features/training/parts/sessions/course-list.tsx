import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import type { CourseView } from '../../api/courses.ts';
import { useCourseSheet } from '../sheets.ts';

export interface CourseListProps {
  readonly courses: readonly CourseView[];
  /** Absent for those who do not schedule sessions. */
  readonly onSchedule?: ((course: CourseView) => void) | undefined;
}

/** What is taught, and which certificate it gives. */
export function CourseList({ courses, onSchedule }: CourseListProps) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const columns: Column<CourseView>[] = [
    {
      key: 'name',
      title: t('courses.courseColumn.name'),
      isName: true,
      cell: (row) => (
        <>
          {row.name}
          {row.description === '' ? null : (
            <>
              <br />
              <span className="secondary">{row.description}</span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'hours',
      title: t('courses.courseColumn.hours'),
      isFit: true,
      cell: (row) => t('courses.hours', { hours: format.number(row.hours) }),
    },
    { key: 'certificate', title: t('courses.courseColumn.certificate'), cell: (row) => row.certificateKindName },
    { key: 'valid', title: t('courses.courseColumn.valid'), isFit: true, cell: (row) => format.months(row.validMonths) },
    ...(onSchedule === undefined
      ? []
      : [
          {
            key: 'act',
            title: t('courses.courseColumn.action'),
            isFit: true,
            cell: (row: CourseView) =>
              row.isActive ? (
                <Button size="small" aria-label={t('courses.scheduleFor', { course: row.name })} onClick={() => onSchedule(row)}>
                  {t('courses.schedule')}
                </Button>
              ) : null,
          },
        ]),
  ];
  return (
    <DataList
      caption={t('courses.coursesCaption')}
      columns={columns}
      rows={courses}
      keyOf={(row) => row.id}
      actions={<ExportButton list="GET /courses" rows="courses" sheet={useCourseSheet()} />}
      empty={{ title: t('courses.coursesEmpty') }}
    />
  );
}
