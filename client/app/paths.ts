/** Every address of the portal, once. Screens link with `pathTo`, the routers are built from it. */
export const publicPaths = {
  register: '/',
  registerPower: '/powers/:code',
  registerHistory: '/powers/:code/townships/:townshipId',
  registerTownship: '/townships/:townshipId',
  verifyDocument: '/documents',
  signIn: '/sign-in',
} as const;

export const appPaths = {
  home: '/app',
  menu: '/app/menu',
  favourites: '/app/menu/favourites',
  compare: '/app/menu/compare',
  menuItem: '/app/menu/:itemId',
  suggestions: '/app/suggestions',
  drafts: '/app/drafts',
  draft: '/app/drafts/:orderId',
  draftCheck: '/app/drafts/:orderId/check',
  orders: '/app/orders',
  order: '/app/orders/:orderId',
  orderPlaced: '/app/orders/:orderId/placed',
  requests: '/app/requests',
  request: '/app/requests/:requestId',
  grants: '/app/grants',
  grant: '/app/grants/:grantId',
  commonItems: '/app/common-items',
  commonDecision: '/app/common-items/decisions/:decisionId',
  commonItem: '/app/common-items/:itemId',
  resources: '/app/resources',
  roster: '/app/roster',
  officer: '/app/roster/:officerId',
  courses: '/app/courses',
  trainingSession: '/app/training-sessions/:sessionId',
  editions: '/app/editions',
  editionDifference: '/app/editions/compare',
  edition: '/app/editions/:editionId',
  editionReview: '/app/editions/:editionId/review',
  editionItem: '/app/editions/:editionId/items/:itemId',
  statutes: '/app/statutes',
  statute: '/app/statutes/:statuteId',
  lawChanges: '/app/law-changes',
  statuteVersion: '/app/law-changes/:versionId',
  powers: '/app/powers',
  power: '/app/powers/:powerId',
  alikes: '/app/similar-names',
  directory: '/app/directory',
  directoryEntry: '/app/directory/:entryId',
  duties: '/app/duties',
  duty: '/app/duties/:dutyId',
  townshipPowers: '/app/township-powers',
  townshipPower: '/app/township-powers/:townshipPowerId',
  imports: '/app/imports',
  import: '/app/imports/:importId',
  organisations: '/app/organisations',
  organisation: '/app/organisations/:organisationId',
  accounts: '/app/accounts',
  account: '/app/accounts/:accountId',
  settings: '/app/settings',
  audit: '/app/audit',
  password: '/app/me/password',
  sessions: '/app/me/sessions',
  substitutes: '/app/me/substitutes',
  pieces: '/app/pieces',
} as const;

export const paths = { ...publicPaths, ...appPaths } as const;

export type PublicPathName = keyof typeof publicPaths;
export type AppPathName = keyof typeof appPaths;
export type PathName = keyof typeof paths;

type ParamsIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
type Params<N extends PathName> = ParamsIn<(typeof paths)[N]>;

/** Address of a screen: `pathTo('request', { requestId })`. Missing and surplus parameters do not compile. */
export function pathTo<N extends PathName>(
  name: N,
  ...given: [Params<N>] extends [never] ? [] : [params: Readonly<Record<Params<N>, string>>]
): string {
  const params: Readonly<Record<string, string>> = given[0] ?? {};
  return paths[name].replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
}
