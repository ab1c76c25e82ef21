import * as contract from '#contract/training.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { addOfficer } from './add-officer.ts';
import { createCourse, listCourses } from './courses.ts';
import { editOfficer } from './edit-officer.ts';
import { cancelEnrolment, enrol, readSession } from './enrol.ts';
import { listOfficers } from './list-officers.ts';
import { recordCertificate } from './record-certificate.ts';
import { recordResults } from './record-results.ts';
import { revokeCertificate } from './revoke-certificate.ts';
import type { TrainingHooks } from './rosters.ts';
import { cancelSession, scheduleSession } from './schedule-session.ts';

export const trainingRoutes = (ports: Ports, hooks: TrainingHooks): Binding[] => [
  bind(contract.listOfficers, listOfficers(ports)),
  bind(contract.addOfficer, addOfficer(ports, hooks)),
  bind(contract.editOfficer, editOfficer(ports, hooks)),
  bind(contract.recordCertificate, recordCertificate(ports, hooks)),
  bind(contract.revokeCertificate, revokeCertificate(ports, hooks)),
  bind(contract.listCourses, listCourses(ports)),
  bind(contract.createCourse, createCourse(ports)),
  bind(contract.scheduleSession, scheduleSession(ports)),
  bind(contract.cancelSession, cancelSession(ports)),
  bind(contract.readSession, readSession(ports)),
  bind(contract.enrol, enrol(ports)),
  bind(contract.cancelEnrolment, cancelEnrolment(ports)),
  bind(contract.recordResults, recordResults(ports, hooks)),
];
