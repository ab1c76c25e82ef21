/*
 * Shapes in which former versions wrote events down, made into the present ones. Rows are never rewritten: the audit chain has hashed them. Each shape
 * stands in tests/domain/former-facts.test.ts; a kind that is not named here has had one shape from the beginning.
 */
type Facts = Readonly<Record<string, unknown>>;
type Mapping = (facts: Facts) => Facts;

const without = (facts: Facts, ...names: readonly string[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));

/** Until schema 0015 an opinion always had a reason code, null where it was no objection, and one without meaning could stand beside a support. */
function opinion(facts: Facts): Facts {
  return facts['position'] === 'object' ? facts : without(facts, 'reasonCode');
}

/**
 * Until schema 0015 a decision was a bag with all fields of all outcomes, null where they did not apply; a contradictory one could carry conditions or a
 * reason that had no effect. What had an effect follows from the outcome alone (requests.conditions was set for a conditional approval only).
 */
function decision(facts: Facts): Facts {
  const { outcome, text, supersedes = null } = facts;
  const said = { outcome, text, supersedes };
  if (outcome === 'approve_with_conditions') return { ...said, conditions: facts['conditions'] };
  if (outcome === 'reject') {
    const { reasonCode, wouldBePossibleIf, alternativeItemId, alternativeName = null } = facts;
    return { ...said, reasonCode, wouldBePossibleIf, alternativeItemId, alternativeName };
  }
  const { commonDecisionId, documentNumber } = facts;
  if (commonDecisionId !== undefined) return { ...said, common: { decisionId: commonDecisionId, documentNumber } };
  return { ...said, common: facts['common'] ?? null };
}

const ofRequests: Readonly<Record<string, Mapping>> = { opinion, decision };

/** The facts of a request's event as this version writes them. */
export function presentRequestFacts(kind: string, facts: Facts): Facts {
  return (Object.hasOwn(ofRequests, kind) ? ofRequests[kind] : undefined)?.(facts) ?? facts;
}

/** Until schema 0015 the closing of a trial had all fields of all outcomes, null where they did not apply. */
function trialClosed(facts: Facts): Facts {
  const { outcome } = facts;
  if (outcome === 'confirm') return without(facts, 'trialEndsAt', 'documentNumber');
  return without(facts, outcome === 'extend' ? 'documentNumber' : 'trialEndsAt');
}

/** Until schema 0015 the decision to keep a grant had a day and pending cases too: none, and nought. */
function recallDecided(facts: Facts): Facts {
  return facts['outcome'] === 'keep' ? without(facts, 'effectiveOn', 'pendingCases') : facts;
}

const ofGrants: Readonly<Record<string, Mapping>> = {
  trial_closed: trialClosed,
  recall_decided: recallDecided,
  // Until schema 0015 a reconfirmation named no basis instead of naming none.
  basis_reconfirmed: (facts) => without(facts, 'basis'),
};

/** The facts of a grant's event as this version writes them. */
export function presentGrantFacts(kind: string, facts: Facts): Facts {
  return (Object.hasOwn(ofGrants, kind) ? ofGrants[kind] : undefined)?.(facts) ?? facts;
}

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Until schema 0015 a reconfirmation of legal bases named no basis instead of naming none. */
const basesReviewed: Mapping = (detail) => (detail['act'] === 'reconfirmed' ? without(detail, 'basis') : detail);

/** The detail of an audit record as this version writes it; records of requests hold the facts of their events, by kind. */
export function presentAuditDetail(action: string, isOfRequest: boolean, detail: unknown): unknown {
  if (!isFacts(detail)) return detail;
  if (action === 'bases_reviewed') return basesReviewed(detail);
  if (!isOfRequest) return presentGrantFacts(action, detail);
  return Object.fromEntries(Object.entries(detail).map(([kind, said]) => [kind, isFacts(said) ? presentRequestFacts(kind, said) : said]));
}
