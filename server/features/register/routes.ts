import * as contract from '#contract/register.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { downloadHoldings } from './download-holdings.ts';
import { readFrame } from './read-frame.ts';
import { readHistory } from './read-history.ts';
import { readPower } from './read-power.ts';
import { readTownship } from './read-township.ts';
import { searchHoldings } from './search-holdings.ts';
import { searchPowers } from './search-powers.ts';
import { verifyDocument } from './verify-document.ts';

/** Open to everyone, without an account. */
export const registerRoutes = (ports: Ports): Binding[] => [
  bind(contract.readRegisterFrame, readFrame(ports)),
  bind(contract.searchRegister, searchHoldings(ports)),
  bind(contract.downloadRegister, downloadHoldings(ports)),
  bind(contract.searchPowers, searchPowers(ports)),
  bind(contract.readRegisterPower, readPower(ports)),
  bind(contract.readRegisterTownship, readTownship(ports)),
  bind(contract.readHistory, readHistory(ports)),
  bind(contract.verifyDocument, verifyDocument(ports)),
];
