import type { AnswerOf } from '#contract/operation.ts';
import type { verifyDocument as contract } from '#contract/register.ts';
import { plainDocumentNumber } from '#server/domain/document-number.ts';
import { dayOf } from '#server/domain/time.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { documentByNumber, editionByDocument } from './queries.ts';

type Verdict = AnswerOf<typeof contract>;
const kinds = ['grant', 'common_grant', 'return', 'swap', 'recall'] as const;

/** Whether a number was issued, and for what; neither people nor reasons. */
export const verifyDocument = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const number = plainDocumentNumber(call.query.number ?? '');
  const nothing = { kind: null, issuedOn: null, title: null, powerCode: null, townshipName: null, carveOuts: [] };
  const unknown: Verdict = { isKnown: false, number, ...nothing };
  if (number === '') return answered(unknown);
  const document = documentByNumber(ports.db, number);
  const kind = kinds.find((known) => known === document?.kind);
  if (document && kind) {
    const { issuedOn, title, powerCode, townshipName } = document;
    const carveOuts = [...document.carveOuts];
    return answered<Verdict>({ isKnown: true, number, kind, issuedOn, title, powerCode, townshipName, carveOuts });
  }
  const edition = editionByDocument(ports.db, number);
  if (!edition) return answered(unknown);
  return answered<Verdict>({
    ...unknown,
    isKnown: true,
    kind: 'edition',
    issuedOn: edition.decidedOn ?? dayOf(edition.publishedAt),
    title: edition.title,
  });
};
