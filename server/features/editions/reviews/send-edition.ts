import type { sendEdition as contract } from '#contract/editions/editions.ts';
import { refuseSending } from '#server/domain/menu/edition-review.ts';
import { signatoryOf } from '#server/features/accounts/index.ts';
import { notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale } from '#server/records/stale.ts';
import { notDraft } from '../draft.ts';
import { findingsOn } from '../edition-findings.ts';
import {
  closeReviewTasks,
  editionStanding,
  legalOffice,
  openReviewTask,
  presentReview,
  reviewAgain,
  reviewDue,
} from './edition-reviews.ts';
import { checkedRows, editionById } from '../queries.ts';
import { reviewById } from './review-queries.ts';
import { insertReview } from './review-store.ts';

/** Sends one version of the draft to the legal office, which is given its time in working days (重大行政决策程序暂行条例 25, 26). */
export const sendEdition = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeOnce(ports, call, reviewAgain(call.actor), (act) => {
    const edition = editionById(act.tx, call.params.editionId);
    if (!edition) return notFound;
    const stale = refuseStale(act.tx, edition, call.expectedVersion);
    if (stale) return stale;
    const found = notDraft(edition);
    if (found) return found;
    const rows = checkedRows(act.tx, edition.id);
    const blocking = findingsOn(act.tx, rows, call.now).filter(({ severity }) => severity === 'blocking').length;
    const refusal = refuseSending(editionStanding(act.tx, edition), { items: rows.length, blocking });
    if (refusal) return { kind: 'refused', refusal };
    const office = legalOffice(act.tx);
    if (!office) return refuse('legal_office_missing');
    const id = act.newId();
    const { dueAt } = reviewDue(act.tx, call.now);
    const sentBy = signatoryOf(act.tx, call.actor, 'admin');
    insertReview(act.tx, {
      id,
      editionId: edition.id,
      editionVersion: edition.version,
      sentBy,
      sentAt: call.now,
      dueAt,
      note: call.body.note,
    });
    closeReviewTasks(act, edition.id, 'sent');
    openReviewTask(act, edition.id, office.id, dueAt);
    const detail = { editionId: edition.id, editionVersion: edition.version, dueAt, note: call.body.note };
    act.record({
      action: 'edition_sent_for_review',
      subjectKind: 'edition_review',
      subjectId: id,
      detail,
      outbox: { kind: 'edition_sent_for_review', payload: { editionId: edition.id, officeId: office.id, dueAt } },
    });
    const row = reviewById(act.tx, id);
    if (!row) throw new Error(`review ${id} vanished inside its own transaction`);
    return { kind: 'done', value: presentReview(row, edition, call.actor) };
  });
