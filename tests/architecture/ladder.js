// The one ladder of server features: a feature may import those below it, never one beside or above it.

/** From the lowest step up; those on one step do not know each other. @type {readonly (readonly string[])[]} */
const ladder = [
  // tasks and audit read what records keeps: anybody's, so they stand at the foot beside organisations.
  ['organisations', 'audit', 'tasks'],
  ['accounts'],
  ['sign-in', 'statutes'],
  ['directory'],
  ['powers'],
  ['editions'],
  ['catalogue'],
  ['resources', 'training'],
  ['grants'],
  ['requests'],
  ['orders'],
  ['preparation'],
  ['reviews'],
  ['common-decisions', 'suggestions'],
  ['imports', 'register'],
];

export const features = ladder.flat().sort();

/** @param {string} feature @returns {readonly string[]} the features that it may import */
export function below(feature) {
  const step = ladder.findIndex((names) => names.includes(feature));
  return ladder.slice(0, Math.max(step, 0)).flat();
}
