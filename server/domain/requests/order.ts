import type { EligibilityReason } from '../law/eligibility.ts';
import { type DomainRefusal, isBlank, refusal } from '../values/outcome.ts';
import type { Release, RequestState, StatutoryType } from '../values/words.ts';

/** How an order stands; it is a container, so its lines say it (RULES.md 2.23, 4.14). */
export type OrderStatus = 'draft' | 'in_review' | 'action_needed' | 'preparing' | 'partly_granted' | 'granted' | 'closed';

/** What of a menu item a cart is judged by; companions and exclusions are codes of powers. */
export interface CartItem {
  readonly itemId: string;
  readonly powerId: string;
  readonly code: string;
  readonly statutoryType: StatutoryType;
  readonly release: Release;
  readonly companions: readonly string[];
  /** Those of the companions that are penalties: what a compulsory measure may serve. */
  readonly penalties: readonly string[];
  readonly exclusiveWith: readonly string[];
}

export interface CartLine {
  readonly item: CartItem;
  readonly replacesGrantId: string | null;
}

/** What the township holds or has asked for already. */
export interface CartFacts {
  readonly held: readonly { readonly grantId: string; readonly powerId: string; readonly code: string; readonly canBeReplaced: boolean }[];
  readonly requested: readonly { readonly powerId: string; readonly code: string; readonly replacesGrantId: string | null }[];
}

/** Something about a line that stands against it; `with` is the code of the other power or the id of the grant. */
export interface CartConflict {
  readonly code: DomainRefusal['code'];
  readonly with: string;
  readonly fields: readonly string[];
}

export interface CheckedLine {
  readonly itemId: string;
  readonly conflicts: readonly CartConflict[];
  /** Codes of powers without which this one is of little use; a warning only. */
  readonly companionsMissing: readonly string[];
}

/** The status of an order from the states of its lines: what needs the township first, then what is under way (RULES.md 4.14). */
export function orderStatus(states: readonly RequestState[]): OrderStatus {
  const some = (...wanted: readonly RequestState[]): boolean => states.some((state) => wanted.includes(state));
  if (states.length === 0 || some('draft')) return 'draft';
  if (some('sent_back')) return 'action_needed';
  if (some('in_review')) return 'in_review';
  if (!some('granted')) return some('approved', 'preparing') ? 'preparing' : 'closed';
  return states.every((state) => state === 'granted') ? 'granted' : 'partly_granted';
}

const conflict = (code: CartConflict['code'], other: string, field = '/itemId'): CartConflict => ({ code, with: other, fields: [field] });

function conflictsOfPower({ item }: CartLine, lines: readonly CartLine[], facts: CartFacts): CartConflict[] {
  const found: CartConflict[] = [];
  const held = facts.held.find((one) => one.powerId === item.powerId);
  if (item.release === 'common') found.push(conflict('item_common', item.code));
  if (lines.filter((line) => line.item.powerId === item.powerId).length > 1) found.push(conflict('line_exists', item.code));
  if (held) found.push(conflict('already_held', held.grantId));
  if (facts.requested.some((one) => one.powerId === item.powerId)) found.push(conflict('already_requested', item.code));
  return found;
}

// Exclusion works both ways, whichever of two items names the other; a grant that this cart gives up excludes nothing.
function conflictsOfExclusion({ item }: CartLine, lines: readonly CartLine[], facts: CartFacts): CartConflict[] {
  const given = lines.map((line) => line.replacesGrantId);
  const rivals = [
    ...lines.filter((line) => line.item.exclusiveWith.includes(item.code)).map((line) => line.item.code),
    ...[...lines.map((line) => line.item), ...facts.requested, ...facts.held.filter((one) => !given.includes(one.grantId))]
      .map((one) => one.code)
      .filter((code) => item.exclusiveWith.includes(code)),
  ];
  return [...new Set(rivals)].filter((code) => code !== item.code).map((code) => conflict('mutually_exclusive', code));
}

function conflictsOfSwap({ item, replacesGrantId }: CartLine, lines: readonly CartLine[], facts: CartFacts): CartConflict[] {
  if (replacesGrantId === null) return [];
  const field = '/replacesGrantId';
  const replaced = facts.held.find((one) => one.grantId === replacesGrantId);
  const isTaken =
    lines.filter((line) => line.replacesGrantId === replacesGrantId).length > 1 ||
    facts.requested.some((one) => one.replacesGrantId === replacesGrantId);
  if (!replaced?.canBeReplaced || isTaken) return [conflict('replaced_grant_unavailable', replacesGrantId, field)];
  return replaced.powerId === item.powerId ? [conflict('swap_same_power', replacesGrantId, field)] : [];
}

function missingCompanions({ item }: CartLine, lines: readonly CartLine[], facts: CartFacts): string[] {
  const given = lines.map((line) => line.replacesGrantId);
  const staying = facts.held.filter((one) => !given.includes(one.grantId));
  const present = new Set([...lines.map((line) => line.item), ...staying, ...facts.requested].map((one) => one.code));
  return item.companions.filter((code) => !present.has(code));
}

/** What stands against each line of a cart, and what it lacks: duplicates, held, requested, exclusive, swaps, companions (RULES.md 4.4, 4.5, 3.29). */
export function checkCart(lines: readonly CartLine[], facts: CartFacts): CheckedLine[] {
  return lines.map((line) => {
    const companionsMissing = missingCompanions(line, lines, facts);
    const { statutoryType, penalties, code } = line.item;
    // 行政强制法 17: a compulsory measure follows a penalty that it serves, so none of them present means that it is ordered alone.
    const isAlone = statutoryType === 'compulsion' && penalties.every((one) => companionsMissing.includes(one));
    const conflicts = [
      ...conflictsOfPower(line, lines, facts),
      ...conflictsOfExclusion(line, lines, facts),
      ...conflictsOfSwap(line, lines, facts),
      ...(isAlone ? [conflict('compulsion_alone', penalties[0] ?? code)] : []),
    ];
    return { itemId: line.item.itemId, conflicts, companionsMissing };
  });
}

/** What a township has said of one line. */
export interface LineAnswers {
  readonly need: string;
  readonly casesPerYear: number | null;
  readonly approach: string;
  readonly officerIds: readonly string[];
}

/** What a line leaves unsaid, as JSON pointers; a draft may, a submission may not (RULES.md 4.3). */
export function openFieldsOfLine({ need, casesPerYear, approach, officerIds }: LineAnswers): string[] {
  const open: string[] = [];
  if (isBlank(need)) open.push('/need');
  if (casesPerYear === null) open.push('/casesPerYear');
  if (isBlank(approach)) open.push('/approach');
  if (officerIds.length === 0) open.push('/officerIds');
  return open;
}

/** All that keeps a line from being submitted, as refusals, the gravest first. */
export function obstaclesOf(checked: CheckedLine, answers: LineAnswers, reasons: readonly EligibilityReason[]): DomainRefusal[] {
  const open = openFieldsOfLine(answers);
  return [
    ...checked.conflicts.map((one) => refusal(one.code, { itemId: checked.itemId, with: one.with }, one.fields)),
    ...(reasons.length > 0 ? [refusal('not_eligible', { itemId: checked.itemId, reason: reasons[0]?.kind ?? '' })] : []),
    ...(open.length > 0 ? [refusal('line_incomplete', { itemId: checked.itemId }, open)] : []),
  ];
}
