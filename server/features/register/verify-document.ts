import type { AnswerOf } from '#contract/operation.ts';
import type { verifyDocument as contract } from '#contract/register.ts';
import { plainDocumentNumber } from '#server/domain/values/document-number.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { documentByNumber, editionByDocument, existingByDocument } from './queries.ts';

type Verdict = AnswerOf<typeof contract>;
/** More than this one paper names is left to the register. */
const most = 50;
const kinds = ['grant', 'common_grant', 'return', 'swap', 'recall'] as const;

const noGrants = { grants: [], hasMoreGrants: false };

/** Whether a number was issued, and for what; neither people nor reasons. */
export const verifyDocument = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const number = plainDocumentNumber(call.query.number ?? '');
  const nothing = { kind: null, issuedOn: null, title: null, powerCode: null, townshipName: null, carveOuts: [], ...noGrants };
  const unknown: Verdict = { isKnown: false, number, ...nothing };
  if (number === '') return answered(unknown);
  const document = documentByNumber(ports.db, number);
  const kind = kinds.find((known) => known === document?.kind);
  if (document && kind) {
    const { issuedOn, title, powerCode, townshipName } = document;
    const carveOuts = [...document.carveOuts];
    return answered<Verdict>({ isKnown: true, number, kind, issuedOn, title, powerCode, townshipName, carveOuts, ...noGrants });
  }
  const edition = editionByDocument(ports.db, number);
  if (!edition) return answered(existingOf(ports, number) ?? unknown);
  return answered<Verdict>({
    ...unknown,
    isKnown: true,
    kind: 'edition',
    issuedOn: edition.decidedOn ?? dayOf(edition.publishedAt),
    title: edition.title,
  });
};

/** A paper from before the portal, as far as powers were registered under it (RULES.md 8.3). */
function existingOf({ db }: Ports, number: string): Verdict | null {
  const rows = existingByDocument(db, number, most + 1);
  const [first] = rows;
  if (!first) return null;
  return {
    ...{ isKnown: true, number, kind: 'existing', issuedOn: dayOf(first.issuedAt), title: null, powerCode: null, townshipName: null },
    carveOuts: [],
    grants: rows.slice(0, most).map(({ powerCode, powerName, townshipName }) => ({ powerCode, powerName, townshipName })),
    hasMoreGrants: rows.length > most,
  };
}
