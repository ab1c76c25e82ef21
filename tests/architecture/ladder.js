// The one ladder of server features (house.md): a feature may import those below it, never one beside or above it.
// imports, insights, register, documents -> evaluation, listening -> requests -> grants -> resources, training -> menu -> directory -> statutes -> accounts

/** From the lowest step up; those on one step do not know each other. @type {readonly (readonly string[])[]} */
const ladder = [
  // tasks and audit read what the platform keeps: anybody's, so they stand at the foot beside accounts.
  ['accounts', 'audit', 'tasks'],
  ['statutes'],
  ['directory'],
  ['menu'],
  ['resources', 'training'],
  ['grants'],
  ['requests'],
  ['evaluation', 'listening', 'suggestions'],
  ['imports', 'insights', 'register', 'documents'],
];

/** Fed by the outbox, so they know no other feature, and none knows them. @type {readonly string[]} */
const apart = ['notices'];

export const features = [...ladder.flat(), ...apart].sort();

/** @param {string} feature @returns {readonly string[]} the features that it may import */
export function below(feature) {
  const step = ladder.findIndex((names) => names.includes(feature));
  return ladder.slice(0, Math.max(step, 0)).flat();
}
