import { createHash } from 'node:crypto';
import { prepared, type Db, type Tx } from '#db/connection.ts';

/** What happened, who did it, for whom. `detail` is JSON text and is stored as given. */
export interface AuditFact {
  readonly at: number;
  readonly actorId: string | null;
  readonly actorName: string;
  /** A substitute acts for the person away: both stand in the record, each by id and by name. */
  readonly onBehalfOfId: string | null;
  readonly onBehalfOf: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: string;
  readonly requestId: string;
}

export interface AuditHead {
  readonly records: number;
  readonly head: string;
}

export interface AuditVerdict extends AuditHead {
  readonly isIntact: boolean;
  /** The sequence of the first record that is missing, moved or changed. */
  readonly brokenAt: number | null;
  readonly algorithm: string;
}

interface AuditRow extends AuditFact {
  readonly seq: number;
  readonly algorithm: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** The national hash (GB/T 32905), which assessors ask for; the column allows another one later. */
const algorithm = 'sm3';
const beforeTheFirst = '0'.repeat(64);
const columns =
  'at, actor_id, actor_name, on_behalf_of_id, on_behalf_of, action, subject_kind, subject_id, detail, request_id, algorithm, prev_hash, hash';
const batch = 500;

const writing = prepared((tx: Tx) => ({
  head: tx.$client.prepare('SELECT seq, hash FROM audit_records ORDER BY seq DESC LIMIT 1').raw(),
  insert: tx.$client.prepare(`INSERT INTO audit_records (seq, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
}));

const reading = prepared((db: Db) => ({
  head: db.$client.prepare('SELECT seq, hash FROM audit_records ORDER BY seq DESC LIMIT 1').raw(),
  hashAt: db.$client.prepare('SELECT hash FROM audit_records WHERE seq = ?').pluck(),
  page: db.$client.prepare(
    `SELECT seq, at, actor_id AS actorId, actor_name AS actorName, on_behalf_of_id AS onBehalfOfId, on_behalf_of AS onBehalfOf, action, subject_kind AS subjectKind,
      subject_id AS subjectId, detail, request_id AS requestId, algorithm, prev_hash AS prevHash, hash
     FROM audit_records WHERE seq > ? ORDER BY seq LIMIT ?`,
  ),
}));

/** Hash of the predecessor's hash in hexadecimal, followed by the UTF-8 bytes of a JSON array of the columns in their order. */
function hashOf(prevHash: string, seq: number, fact: AuditFact): string {
  const { at, actorId, actorName, onBehalfOfId, onBehalfOf, action, subjectKind, subjectId, detail, requestId } = fact;
  const canonical = JSON.stringify([
    seq,
    at,
    actorId,
    actorName,
    onBehalfOfId,
    onBehalfOf,
    action,
    subjectKind,
    subjectId,
    detail,
    requestId,
    algorithm,
  ]);
  return createHash(algorithm).update(prevHash).update(canonical).digest('hex');
}

// Half a surrogate pair becomes another character on its way into the file, and the chain would not verify.
const halfCharacter = /\p{Surrogate}/u;

/** Adds a record to the chain. The head is read inside the savepoint, so that a work that is rolled back leaves no hole. */
export function appendAudit(tx: Tx, fact: AuditFact): void {
  const { head, insert } = writing(tx);
  const [last, prevHash] = (head.get() as [number, string] | undefined) ?? [0, beforeTheFirst];
  const seq = last + 1;
  const { at, actorId, actorName, onBehalfOfId, onBehalfOf, action, subjectKind, subjectId, detail, requestId } = fact;
  if (halfCharacter.test(`${actorName}${onBehalfOf ?? ''}${subjectId}${detail}${requestId}`))
    throw new TypeError('an audit record must be well-formed text');
  const hash = hashOf(prevHash, seq, fact);
  insert.run(
    seq,
    at,
    actorId,
    actorName,
    onBehalfOfId,
    onBehalfOf,
    action,
    subjectKind,
    subjectId,
    detail,
    requestId,
    algorithm,
    prevHash,
    hash,
  );
}

/** To be kept outside of the data folder: only it shows that the newest records were cut off. */
export function auditHead(db: Db): AuditHead {
  const [records, head] = (reading(db).head.get() as [number, string] | undefined) ?? [0, beforeTheFirst];
  return { records, head };
}

/** Whether a head that was written down earlier still lies on the chain. Says nothing about the records before it: verify those. */
export function isOnChain(db: Db, { records, head }: AuditHead): boolean {
  return records === 0 ? head === beforeTheFirst : reading(db).hashAt.get(records) === head;
}

/** Recomputes the chain up to its present head, in batches, so that others are served in between. */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  const { records: end, head: endHash } = auditHead(db);
  let records = 0;
  let head = beforeTheFirst;
  while (records < end) {
    const rows = reading(db).page.all(records, Math.min(batch, end - records)) as AuditRow[];
    for (const row of rows) {
      const isNext =
        row.seq === records + 1 && row.prevHash === head && row.algorithm === algorithm && row.hash === hashOf(head, row.seq, row);
      if (!isNext) return { isIntact: false, records, head, brokenAt: records + 1, algorithm };
      records = row.seq;
      head = row.hash;
    }
    if (rows.length === 0) return { isIntact: false, records, head, brokenAt: records + 1, algorithm };
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { isIntact: head === endHash, records, head, brokenAt: null, algorithm };
}
