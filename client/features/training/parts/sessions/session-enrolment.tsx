import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { ChecksField } from '#client/ui/forms/check-field.tsx';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { useTrainingAct, type AttendeeView, type CourseView, type SessionFile } from '../../api/courses.ts';
import { useRoster, type OfficerView } from '../../api/roster.ts';
import { bestOf } from '../people/certificate-standing.tsx';
import { hasLeft } from '../people/roster-filter.ts';
import { useAuditWords } from '../training-words.ts';

export interface SessionActProps {
  readonly file: SessionFile;
  readonly course: CourseView | undefined;
  /** The act is still possible; it may have ceased to be while somebody was typing. */
  readonly isAllowed: boolean;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

const blank: { readonly officerIds: readonly string[] } = { officerIds: [] };

/** The township sends people of its roster. */
export function SessionEnrolment({ file, course, isAllowed, onDone, onClose, onReload }: SessionActProps) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const roster = useRoster();
  const { session, attendees } = file;
  const typed = useOwnStoredForm(`enrolment-${session.id}`, blank);
  const enrolled = new Set(attendees.map(({ officerId }) => officerId));
  const open = (roster.data?.items ?? []).filter((one) => !hasLeft(one, dayOf(now())) && !enrolled.has(one.id));
  const chosen = open.filter(({ id }) => typed.value.officerIds.includes(id));
  const names = format.list(chosen.map(({ name }) => name));
  const left = session.capacity - session.enrolled;
  const act = useTrainingAct('POST /sessions/{sessionId}/enrolments', () => {
    typed.forget();
    onDone(t('enrol.done', { names }));
  });
  const standing = useStandingWords(course);
  if (roster.data === undefined) return <Loading />;
  const fault = chosen.length === 0 ? t('enrol.fault') : chosen.length > left ? t('enrol.tooMany', { left }) : null;
  return (
    <ActFrame
      act={act}
      faults={fault === null ? [] : [{ fieldId: 'enrol', message: fault }]}
      fields={{ '/officerIds': { id: 'enrol', label: t('enrol.who') } }}
      consequences={[
        t('enrol.will.people', { names, from: format.day(session.startsOn), to: format.day(session.endsOn), place: session.place }),
        ...(course === undefined ? [] : [t('enrol.will.certificate', { certificate: course.certificateKindName })]),
        t('enrol.will.off'),
      ]}
      confirmTitle={t('enrol.title', { session: session.title })}
      confirmLabel={t('enrol.confirm')}
      isAllowed={isAllowed}
      isRestored={typed.isRestored}
      onSend={() => act.act({ params: { sessionId: session.id }, body: { officerIds: chosen.map(({ id }) => id) } })}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
    >
      {(errorOf) =>
        open.length === 0 ? (
          <p>{t('enrol.nobody')}</p>
        ) : (
          <ChecksField
            id="enrol"
            label={t('enrol.who')}
            error={errorOf('enrol')}
            choices={open.map((one) => ({ value: one.id, label: `${one.name} · ${one.post}`, hint: standing(one) }))}
            values={typed.value.officerIds}
            onChange={(officerIds) => typed.set({ officerIds })}
          />
        )
      }
    </ActFrame>
  );
}

/** Whether a person needs the course at all. */
function useStandingWords(course: CourseView | undefined): (officer: OfficerView) => string {
  const { t } = useTranslation('training');
  const word = useWords();
  const format = useFormat();
  return (officer) => {
    const best = course === undefined ? undefined : bestOf(officer, course.certificateKindId);
    if (best === undefined) return t('enrol.never');
    return t('enrol.holds', { standing: word('certificateStanding', best.standing), day: format.day(best.validToOn) });
  };
}

/** Somebody who was enrolled does not come after all. */
export function EnrolmentCancelling({
  file,
  attendee,
  onDone,
  onClose,
  onReload,
}: Omit<SessionActProps, 'course' | 'isAllowed'> & { readonly attendee: AttendeeView }) {
  const { t } = useTranslation('training');
  const actionWords = useAuditWords();
  const { name, officerId } = attendee;
  const act = useTrainingAct('DELETE /sessions/{sessionId}/enrolments/{officerId}', () => onDone(t('takeOff.done', { name })));
  return (
    <ConfirmPanel
      title={t('takeOff.title', { name })}
      consequences={[t('takeOff.will')]}
      confirmLabel={t('takeOff.confirm')}
      isActing={act.isActing}
      error={act.error}
      onConfirm={() => act.act({ params: { sessionId: file.session.id, officerId } })}
      onCancel={onClose}
      onReload={onReload}
      actionWords={actionWords}
    />
  );
}
