import * as contract from '#contract/preparation.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { RequestsPorts } from '#server/features/requests/index.ts';
import { attest } from './attest.ts';
import { extendPreparation } from './extend-preparation.ts';
import { editHandOver, signHandOver } from './hand-over.ts';
import { readPreparation } from './read-preparation.ts';
import { waive } from './waive.ts';

export const preparationRoutes = (ports: RequestsPorts): Binding[] => [
  bind(contract.readPreparation, readPreparation(ports)),
  bind(contract.extendPreparation, extendPreparation(ports)),
  bind(contract.waive, waive(ports)),
  bind(contract.attest, attest(ports)),
  bind(contract.editHandOver, editHandOver(ports)),
  bind(contract.signHandOver, signHandOver(ports)),
];
