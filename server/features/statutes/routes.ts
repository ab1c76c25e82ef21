import * as contract from '#contract/statutes.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { addStatute, addStatuteVersion, editStatute, editStatuteVersion, listStatutes, readStatute } from './manage-statutes.ts';
import { endStatuteVersion, undoStatuteEnd } from './mark-version.ts';
import { listBasisLines, listLawChanges, readStatuteVersion } from './read-changes.ts';
import { reviewBases, type ReviewEffects } from './review-bases.ts';

export const statutesRoutes = (ports: Ports, effects: ReviewEffects): Binding[] => [
  bind(contract.listStatutes, listStatutes(ports)),
  bind(contract.addStatute, addStatute(ports)),
  bind(contract.readStatute, readStatute(ports)),
  bind(contract.editStatute, editStatute(ports)),
  bind(contract.addStatuteVersion, addStatuteVersion(ports)),
  bind(contract.readStatuteVersion, readStatuteVersion(ports)),
  bind(contract.editStatuteVersion, editStatuteVersion(ports)),
  bind(contract.endStatuteVersion, endStatuteVersion(ports)),
  bind(contract.undoStatuteEnd, undoStatuteEnd(ports)),
  bind(contract.listLawChanges, listLawChanges(ports)),
  bind(contract.listBasisLines, listBasisLines(ports)),
  bind(contract.reviewBases, reviewBases(ports, effects)),
];
