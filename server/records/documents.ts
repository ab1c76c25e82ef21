import { prepared, type Tx } from '#db/connection.ts';
import { formatDocumentNumber } from '#server/domain/values/document-number.ts';

export interface NewDocument {
  readonly kind: string;
  /** The issuing body's word before the year, e.g. 青禾赋权. */
  readonly prefix: string;
  readonly title: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** The county's calendar day of issue, YYYY-MM-DD; its year is the year of the number. */
  readonly issuedOn: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

const statements = prepared((tx: Tx) => ({
  last: tx.$client.prepare('SELECT max(sequence) FROM issued_documents WHERE year = ?').pluck(),
  insert: tx.$client.prepare(
    `INSERT INTO issued_documents (number, year, sequence, kind, title, subject_kind, subject_id, issued_on, issued_at, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
}));

/** Gives a document its number: gapless within the year, whatever its kind (党政机关公文处理工作条例 第九条: 发文字号). */
export function issueDocument(tx: Tx, document: NewDocument, now: number): string {
  const { last, insert } = statements(tx);
  const { kind, prefix, title, subjectKind, subjectId, issuedOn, payload } = document;
  const year = Number(issuedOn.slice(0, 4));
  const sequence = ((last.get(year) as number | null) ?? 0) + 1;
  const number = formatDocumentNumber({ prefix, year, sequence });
  insert.run(number, year, sequence, kind, title, subjectKind, subjectId, issuedOn, now, JSON.stringify(payload));
  return number;
}
