export { createFirstAdmin } from './create-first-admin.ts';
export { hatsOf } from './hats.ts';
export { checkPassword, hashPassword, isPassword } from './passwords.ts';
export { demandOrganisation, presentMe, presentName, presentOrganisation, presentSettings } from './present.ts';
export {
  accountById,
  accountByUsername,
  attemptsFrom,
  countyOrganisation,
  countySettings,
  findSession,
  formerHashes,
  hasPowers,
  liveSessionsOf,
  membershipCount,
  membershipsOf,
  organisationById,
  organisationIdsWithMembers,
  organisationsOfKind,
  workCalendar,
  type AccountRow,
  type OrganisationRow,
} from './queries.ts';
export { signatoryOf, type SignatoryRow } from './signatory.ts';
export {
  countAttempt,
  endSession,
  endSessions,
  insertAccount,
  insertOrganisation,
  insertSession,
  insertSettings,
  keepFormerPassword,
  replaceMemberships,
  setSecrets,
  touchSession,
  updateOrganisation,
  updateSettings,
} from './store.ts';
