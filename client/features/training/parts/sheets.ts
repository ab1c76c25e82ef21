import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { AttendeeView, CourseView, SessionView } from '../api/courses.ts';
import type { OfficerView } from '../api/roster.ts';

/** The townships by name, for those who see more than their own. */
export function useRosterSheet(townships: ReadonlyMap<string, string> | null): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<OfficerView>();
  return {
    name: t('file.roster'),
    columns: [
      sheet.text('name', t('person')),
      ...(townships === null ? [] : [sheet.labelled('townshipId', t('township'), Object.fromEntries(townships))]),
      sheet.text('post', t('post')),
      sheet.text('dutyPhone', t('phone')),
      sheet.day('joinedOn', t('joined')),
      sheet.day('leftOn', t('left')),
      sheet.each('certificates', ['kindName', 'number', 'validToOn'], t('certificates')),
    ],
  };
}

export function useCourseSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<CourseView>();
  return {
    name: t('file.courses'),
    columns: [
      sheet.text('name', t('course')),
      sheet.text('description', t('what')),
      sheet.number('hours', t('hours')),
      sheet.text('certificateKindName', t('certificate')),
      sheet.number('validMonths', t('validMonths')),
      sheet.flag('isActive', t('active')),
    ],
  };
}

export function useSessionSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<SessionView>();
  return {
    name: t('file.sessions'),
    columns: [
      sheet.text('title', t('session')),
      sheet.text('courseName', t('course')),
      sheet.day('startsOn', t('from')),
      sheet.day('endsOn', t('until')),
      sheet.text('place', t('place')),
      sheet.number('capacity', t('capacity')),
      sheet.number('enrolled', t('enrolled')),
      sheet.word('state', t('state'), 'sessionState'),
    ],
  };
}

export function useAttendeeSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<AttendeeView>();
  return {
    name: t('file.attendees'),
    columns: [
      sheet.text('name', t('person')),
      sheet.text('townshipName', t('township')),
      sheet.word('result', t('result'), 'trainingResult'),
      sheet.number('score', t('score')),
    ],
  };
}
