import type { judgeAlike as contract } from '#contract/powers.ts';
import { linkEntry, namedEntry, relinkEntries, type EntryKind } from '#server/features/directory/index.ts';
import { notFound, refuse, type CallOf, type Refused } from '#server/platform/binding.ts';
import { changeOnce, presentFound, type Act } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { insertVerdict, verdictOn } from './alike-queries.ts';
import { powerById, type PowerRow, usesOfPower } from './queries.ts';
import { retirePower } from './store.ts';

type Body = CallOf<typeof contract>['body'];
const shown = presentFound(powerById, ({ id }) => ({ powerId: id }));

type Done = { readonly kind: 'done'; readonly value: { readonly powerId: string }; readonly resultId: string };

/** A person says what two names are: the same, and what speaks of the one speaks of the other; or not, and the question is not asked again (RULES.md 3.19). */
export const judgeAlike = (ports: Ports) => (call: CallOf<typeof contract>) =>
  changeOnce(ports, call, shown, (act): Done | Refused => {
    const { body } = call;
    const power = powerById(act.tx, body.powerId);
    if (!power) return notFound;
    if (power.mergedIntoId !== null) return refuse('power_retired', {}, ['/powerId']);
    return body.leftKind === 'power' ? judgePowers(act, body, power) : judgeEntry(act, body.leftKind, body, power);
  });

function judgeEntry(act: Act, kind: EntryKind, body: Body, power: PowerRow): Done | Refused {
  const entry = namedEntry(act, kind, body.leftId);
  if (!entry) return notFound;
  if (entry.powerId !== null || verdictOn(act.tx, kind, body.leftId, power.id) !== null) return refuse('alike_decided');
  // Those of other townships may have been linked or judged one by one before.
  const open = entry.ids.filter((id) => verdictOn(act.tx, kind, id, power.id) === null);
  for (const id of open) {
    keepVerdict(act, body, id);
    if (body.verdict === 'same' && namedEntry(act, kind, id)?.powerId === null) linkEntry(act, kind, id, power.id);
  }
  told(act, body, { name: entry.name, power: power.code, entries: open.length });
  return { kind: 'done', value: { powerId: power.id }, resultId: power.id };
}

function judgePowers(act: Act, body: Body, power: PowerRow): Done | Refused {
  const left = powerById(act.tx, body.leftId);
  if (!left || left.id === power.id) return notFound;
  if (left.mergedIntoId !== null || verdictOn(act.tx, 'power', left.id, power.id) !== null) return refuse('alike_decided');
  const [remaining, retired] = body.keep === 'left' ? [left, power] : [power, left];
  if (body.verdict === 'same') {
    const uses = usesOfPower(act.tx, retired.id);
    // What was ordered, granted or is on offer under a code stays under it.
    if (uses.length > 0) return refuse('power_in_use', { code: retired.code, uses: uses.join(',') });
    if (!retirePower(act.tx, retired.id, retired.version, remaining.id))
      throw new Error(`power ${retired.id} changed inside its own transaction`);
    act.record({ action: 'power_retired', subjectKind: 'power', subjectId: retired.id, detail: { into: remaining.code } });
  }
  keepVerdict(act, body, left.id);
  const entries = body.verdict === 'same' ? relinkEntries(act, retired.id, remaining.id) : 0;
  told(act, body, { name: left.name, power: power.code, entries });
  return { kind: 'done', value: { powerId: remaining.id }, resultId: remaining.id };
}

function keepVerdict(act: Act, { leftKind, powerId, verdict }: Body, leftId: string): void {
  const { accountId, name: actorName } = act.actor;
  insertVerdict(act.tx, { leftKind, leftId, powerId, verdict, accountId: accountId ?? '', actorName, at: act.now });
}

const told = (
  act: Act,
  { leftKind, leftId, verdict, powerId }: Body,
  detail: { readonly name: string; readonly power: string; readonly entries: number },
): void => {
  act.record({ action: `alike_${verdict}`, subjectKind: 'power', subjectId: powerId, detail: { leftKind, leftId, ...detail } });
};
