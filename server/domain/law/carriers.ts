import type { Carrier } from '../values/words.ts';

/** One of the two sides between which a power moves. */
export type Side = 'township' | 'department';

/** The paper on which a power rests: 承接确认书, 委托书, 协议 (RULES.md 3.3). */
export type Paper = 'acceptance' | 'entrustment_letter' | 'agreement';

/** What follows in law from the vehicle that carries a power down (RULES.md 3.3). */
export interface Consequences {
  /** On whose behalf the act is done. */
  readonly inWhoseName: Side;
  /** Who decides the single case; the other side may examine, receive or hand out. */
  readonly decides: Side;
  /** Defendant (行政诉讼法 26) and respondent in review (行政复议法 19). */
  readonly respondent: Side;
  readonly paper: Paper;
}

const consequences = {
  // 行政处罚法 24: the township holds the power as its own, hence answers for it.
  transfer: { inWhoseName: 'township', decides: 'township', respondent: 'township', paper: 'acceptance' },
  // 行政许可法 24: in the name of the entrusting department, which answers for the consequences.
  entrustment: { inWhoseName: 'department', decides: 'township', respondent: 'department', paper: 'entrustment_letter' },
  substantive_review: { inWhoseName: 'department', decides: 'department', respondent: 'department', paper: 'agreement' },
  service_window: { inWhoseName: 'department', decides: 'department', respondent: 'department', paper: 'agreement' },
} as const satisfies Record<Carrier, Consequences>;

/** In whose name a power is used, who decides, who is sued and on what paper it rests (RULES.md 3.3; 行政诉讼法 26, 行政复议法 19). */
export function consequencesOf(carrier: Carrier): Consequences {
  return consequences[carrier];
}
