import * as directoryEntriesContract from '#contract/directory/directory-entries.ts';
import * as dutiesContract from '#contract/directory/duties.ts';
import * as townshipPowersContract from '#contract/directory/township-powers.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import * as directory from './keep-directory.ts';
import * as duties from './keep-duties.ts';
import * as statutory from './keep-township-powers.ts';

export const directoryRoutes = (ports: Ports): Binding[] => [
  bind(directoryEntriesContract.listDirectory, directory.listDirectory(ports)),
  bind(directoryEntriesContract.readDirectoryEntry, directory.readDirectoryEntry(ports)),
  bind(directoryEntriesContract.addDirectoryEntry, directory.addDirectoryEntry(ports)),
  bind(directoryEntriesContract.editDirectoryEntry, directory.editDirectoryEntry(ports)),
  bind(directoryEntriesContract.linkDirectoryEntry, directory.linkDirectoryEntry(ports)),
  bind(directoryEntriesContract.endDirectoryEntry, directory.endDirectoryEntry(ports)),
  bind(dutiesContract.listDuties, duties.listDuties(ports)),
  bind(dutiesContract.readDuty, duties.readDuty(ports)),
  bind(dutiesContract.addDuty, duties.addDuty(ports)),
  bind(dutiesContract.editDuty, duties.editDuty(ports)),
  bind(dutiesContract.linkDuty, duties.linkDuty(ports)),
  bind(dutiesContract.removeDuty, duties.removeDuty(ports)),
  bind(townshipPowersContract.listTownshipPowers, statutory.listTownshipPowers(ports)),
  bind(townshipPowersContract.readTownshipPower, statutory.readTownshipPower(ports)),
  bind(townshipPowersContract.addTownshipPower, statutory.addTownshipPower(ports)),
  bind(townshipPowersContract.editTownshipPower, statutory.editTownshipPower(ports)),
  bind(townshipPowersContract.linkTownshipPower, statutory.linkTownshipPower(ports)),
  bind(townshipPowersContract.removeTownshipPower, statutory.removeTownshipPower(ports)),
];
