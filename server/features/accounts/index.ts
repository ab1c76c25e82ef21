export { capacitiesOf } from './capacities.ts';
export { createFirstAdmin } from './create-first-admin.ts';
export { checkPassword, hashPassword, isPassword } from './passwords.ts';
export { presentMe } from './present.ts';
export { accountById, accountByUsername, formerHashes, membershipsOf, type AccountRow, type MembershipRow } from './queries.ts';
export { presentActor, presentSignatory, signatoryOf } from './signatory.ts';
export { endSessions, insertAccount, keepFormerPassword, replaceMemberships, setSecrets } from './store.ts';
export type { Candidate } from './substitute-candidates.ts';
