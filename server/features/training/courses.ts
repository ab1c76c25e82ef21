import type { createCourse as createContract, listCourses as listContract } from '#contract/training.ts';
import { answered, refuse, type CallOf } from '#server/platform/binding.ts';
import { changeOnce, presentFound } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { presentCourse, presentKinds, presentSession } from './present.ts';
import { certificateKindRows, courseById, courseRows, sessionRows } from './queries.ts';
import { insertCertificateKind, insertCourse } from './store.ts';

export const listCourses = (ports: Ports) => (_call: CallOf<typeof listContract>) => {
  const kinds = certificateKindRows(ports.db);
  const courses = courseRows(ports.db).map((row) => presentCourse(row, kinds));
  const sessions = sessionRows(ports.db).map(({ session, courseName, enrolled }) => presentSession(session, courseName, enrolled));
  return answered({ courses, sessions, kinds: presentKinds(kinds) });
};

const courseAgain = presentFound(courseById, (row, db) => presentCourse(row, certificateKindRows(db)));

/** A course brings its own kind of certificate, which prerequisites of menu items can then demand. */
export const createCourse = (ports: Ports) => (call: CallOf<typeof createContract>) =>
  changeOnce(ports, call, courseAgain, (act) => {
    const { name, description, hours, certificateName, validMonths } = call.body;
    if (certificateKindRows(act.tx).some((kind) => kind.name === certificateName))
      return refuse('certificate_kind_taken', { name: certificateName }, ['/certificateName']);
    if (courseRows(act.tx).some((course) => course.name === name)) return refuse('certificate_kind_taken', { name }, ['/name']);
    const kind = { id: act.newId(), name: certificateName, validMonths, issuer: 'course' as const, basis: name };
    insertCertificateKind(act.tx, kind);
    const course = {
      id: act.newId(),
      name,
      description,
      hours,
      certificateKindId: kind.id,
      isActive: true,
      version: 1,
      createdAt: call.now,
    };
    insertCourse(act.tx, course);
    act.record({ action: 'course_created', subjectKind: 'course', subjectId: course.id, detail: { name, certificateName, validMonths } });
    return { kind: 'done', value: presentCourse(course, [kind]) };
  });
