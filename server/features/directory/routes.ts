import * as contract from '#contract/directory.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import * as directory from './keep-directory.ts';
import * as duties from './keep-duties.ts';
import * as statutory from './keep-township-powers.ts';

export const directoryRoutes = (ports: Ports): Binding[] => [
  bind(contract.listDirectory, directory.listDirectory(ports)),
  bind(contract.readDirectoryEntry, directory.readDirectoryEntry(ports)),
  bind(contract.addDirectoryEntry, directory.addDirectoryEntry(ports)),
  bind(contract.editDirectoryEntry, directory.editDirectoryEntry(ports)),
  bind(contract.linkDirectoryEntry, directory.linkDirectoryEntry(ports)),
  bind(contract.endDirectoryEntry, directory.endDirectoryEntry(ports)),
  bind(contract.listDuties, duties.listDuties(ports)),
  bind(contract.readDuty, duties.readDuty(ports)),
  bind(contract.addDuty, duties.addDuty(ports)),
  bind(contract.editDuty, duties.editDuty(ports)),
  bind(contract.linkDuty, duties.linkDuty(ports)),
  bind(contract.removeDuty, duties.removeDuty(ports)),
  bind(contract.listTownshipPowers, statutory.listTownshipPowers(ports)),
  bind(contract.readTownshipPower, statutory.readTownshipPower(ports)),
  bind(contract.addTownshipPower, statutory.addTownshipPower(ports)),
  bind(contract.editTownshipPower, statutory.editTownshipPower(ports)),
  bind(contract.linkTownshipPower, statutory.linkTownshipPower(ports)),
  bind(contract.removeTownshipPower, statutory.removeTownshipPower(ports)),
];
