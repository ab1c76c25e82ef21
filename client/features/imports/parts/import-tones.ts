import type { Tone } from '#client/ui/shown/status-tag.tsx';
import type { ImportFinding, ImportOne, ImportRow } from '../api/imports.ts';

export const importTones: Readonly<Record<ImportOne['state'], Tone>> = {
  reading: 'info',
  mapping: 'waiting',
  checked: 'waiting',
  applying: 'info',
  applied: 'good',
  failed: 'bad',
  discarded: 'ended',
};
export const severityTones: Readonly<Record<ImportFinding['severity'], Tone>> = { error: 'bad', warning: 'waiting', note: 'neutral' };
export const effectTones: Readonly<Record<ImportRow['effect'], Tone>> = { added: 'good', changed: 'info', unchanged: 'neutral' };
