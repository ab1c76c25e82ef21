import type { recordCertificate as contract } from '#contract/training.ts';
import { endOfDay, startOfDay } from '#server/domain/time/time.ts';
import { hasLeft, overlapsCertificate } from '#server/domain/people/training.ts';
import { notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { officerAgain, presentOfficer } from './present.ts';
import { certificateKindRows, certificatesOf, officerById } from './queries.ts';
import type { TrainingHooks } from './rosters.ts';
import { insertCertificate } from './store.ts';

/** Enters a certificate that another body issued, with the days printed on it. */
export const recordCertificate = (ports: Ports, hooks: TrainingHooks) => (call: CallOf<typeof contract>) =>
  changeOnce(ports, call, officerAgain(call.now), (act) => {
    const officer = officerById(act.tx, call.params.officerId);
    if (!officer) return notFound;
    const { kindId, number, validFromOn, validToOn } = call.body;
    if (hasLeft(officer, call.now)) return refuse('officer_left');
    if (!certificateKindRows(act.tx).some(({ id }) => id === kindId)) return refuse('certificate_kind_unknown', {}, ['/kindId']);
    if (validToOn < validFromOn) return refuse('period_reversed', {}, ['/validToOn']);
    const period = { fromAt: startOfDay(validFromOn), toAt: endOfDay(validToOn) };
    const existing = certificatesOf(act.tx, [officer.id]).filter((one) => one.kindId === kindId);
    if (overlapsCertificate(existing, period)) return refuse('certificate_overlap', {}, ['/validFromOn', '/validToOn']);
    const id = act.newId();
    insertCertificate(act.tx, {
      id,
      officerId: officer.id,
      kindId,
      number,
      ...period,
      revokedAt: null,
      revokeReason: null,
      sessionId: null,
      createdAt: call.now,
    });
    act.record({
      action: 'certificate_recorded',
      subjectKind: 'certificate',
      subjectId: id,
      detail: { officerId: officer.id, ...call.body },
    });
    hooks.rosterChanged(act, officer.townshipId);
    return { kind: 'done', value: presentOfficer(act.tx, officer.id, call.now) };
  });
