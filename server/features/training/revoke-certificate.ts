import type { revokeCertificate as contract } from '#contract/training.ts';
import { notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { officerAgain, presentOfficer } from './present.ts';
import { certificateById, officerById } from './queries.ts';
import type { TrainingHooks } from './rosters.ts';
import { revoke } from './store.ts';

/** Revokes a certificate from now on: what was done under it before stays lawful, so its past is kept. */
export const revokeCertificate = (ports: Ports, hooks: TrainingHooks) => (call: CallOf<typeof contract>) =>
  changeOnce(ports, call, officerAgain(call.now), (act) => {
    const certificate = certificateById(act.tx, call.params.certificateId);
    const officer = certificate ? officerById(act.tx, certificate.officerId) : undefined;
    if (!certificate || !officer) return notFound;
    if (!revoke(act.tx, certificate.id, call.now, call.body.reason)) return refuse('certificate_revoked');
    act.record({
      action: 'certificate_revoked',
      subjectKind: 'certificate',
      subjectId: certificate.id,
      detail: { officerId: officer.id, reason: call.body.reason },
    });
    hooks.rosterChanged(act, officer.townshipId);
    return { kind: 'done', value: presentOfficer(act.tx, officer.id, call.now) };
  });
