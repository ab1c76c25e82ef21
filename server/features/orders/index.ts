export { bodyIn, cartFacts, cartItemOf, profileOf, reasonsAgainst } from './cart.ts';
export { limitsOn, reasonsOfLimits } from './limits.ts';
export { menuStandings, reasonsFor } from './menu-standings.ts';
export { refuseOfficers } from './order-lines.ts';
export { bodiesOf, runningOf } from './order-queries.ts';
export { insertOrder } from './order-store.ts';
export { allHeldBy, allRunningOf } from './standing-queries.ts';
