import { z } from 'zod';
import type { LegalBasis } from '../../words.ts';
import { act, changed, day, id, Row, text } from './act.ts';

const version = { title: text, versionOn: day } as const;
const end = { endedOn: day.nullable(), endKind: z.enum(['amended', 'repealed']).nullable(), endBasis: text } as const;
const kind = z.enum(['law', 'administrative_regulation', 'local_regulation', 'rule', 'other']);
const named = z.strictObject({ title: text, kind });
const lines = z.array(text);
const added = z.strictObject({ after: Row });
const removed = z.strictObject({ before: Row });
const basis = z.strictObject({ law: text, article: text, versionOn: day }) satisfies z.ZodType<LegalBasis>;

export const lawActs = {
  statute_added: act('statute', z.strictObject({ ...version, kind })),
  statute_registered: act('statute', z.strictObject(version)),
  statute_corrected: act('statute', z.strictObject({ before: named, after: named })),
  statute_version_added: act('statute_version', z.strictObject({ statuteId: id, versionOn: day })),
  statute_version_corrected: act('statute_version', z.strictObject({ before: day, after: day })),
  statute_ended: act('statute_version', z.strictObject({ ...version, ...end, successorId: id.nullable() })),
  statute_end_undone: act('statute_version', z.strictObject({ ...version, undone: z.strictObject(end), reason: text })),
  bases_reviewed: act(
    'statute_version',
    z.discriminatedUnion('act', [
      z.strictObject({ act: z.literal('reconfirmed'), reason: text, lines }),
      z.strictObject({ act: z.literal('rebased'), reason: text, basis, lines }),
    ]),
  ),
  directory_entry_added: act('directory_entry', added),
  directory_entry_changed: act('directory_entry', changed),
  directory_entry_linked: act('directory_entry', changed),
  directory_entry_ended: act('directory_entry', changed),
  directory_entry_rebased: act('directory_entry', changed),
  duty_added: act('duty_entry', added),
  duty_changed: act('duty_entry', changed),
  duty_linked: act('duty_entry', changed),
  duty_removed: act('duty_entry', removed),
  township_power_added: act('township_power', added),
  township_power_changed: act('township_power', changed),
  township_power_linked: act('township_power', changed),
  township_power_rebased: act('township_power', changed),
  township_power_removed: act('township_power', removed),
} as const;
