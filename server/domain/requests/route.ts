import { type Calendar, addWorkingDays } from '../time/deadlines.ts';
import { dayOf, endOfDay } from '../time/time.ts';
import { type Carrier, type Role, type Stage, type StatutoryType, type Tier, stages } from '../values/words.ts';

/** One stage of a request: who works on it, and for how many working days. */
export interface RouteStep {
  readonly stage: Stage;
  readonly organisationId: string;
  readonly workingDays: number;
}

/** A step with the last day that it may take when every earlier step takes its whole time. */
export interface DatedStep extends RouteStep {
  readonly dueOn: string;
  readonly isProvisional: boolean;
}

/** Working days per stage; null leaves the stage out. The county's decision cannot be left out. */
export interface StageTerms {
  readonly department: number | null;
  readonly legal: number | null;
  readonly county: number;
}

/** Other terms for some items; an empty list stands for all. The first rule that fits an item holds. */
export interface RouteRule {
  readonly types: readonly StatutoryType[];
  readonly carriers: readonly Carrier[];
  readonly tiers: readonly Tier[];
  readonly terms: StageTerms;
}

/** How a county routes requests (RULES.md 5.3). */
export interface RouteSettings {
  readonly legalOrganisationId: string;
  readonly decidingOrganisationId: string;
  readonly terms: StageTerms;
  readonly rules: readonly RouteRule[];
}

/** What of a menu item the route depends on. */
export interface RoutedItem {
  readonly departmentId: string;
  readonly statutoryType: StatutoryType;
  readonly carrier: Carrier;
  readonly tier: Tier;
}

const fits = <T>(wanted: readonly T[], actual: T): boolean => wanted.length === 0 || wanted.includes(actual);

/** The role that works on a stage (RULES.md 2.14). */
export const roleOfStage = { department: 'reviewer', legal: 'legal_reviewer', county: 'decider' } as const satisfies Record<Stage, Role>;

/** The stages that a request for the item goes through, in order: department opinion, legal review, county decision (RULES.md 5.3). */
export function routeOf(item: RoutedItem, settings: RouteSettings): RouteStep[] {
  const rule = settings.rules.find(
    ({ types, carriers, tiers }) => fits(types, item.statutoryType) && fits(carriers, item.carrier) && fits(tiers, item.tier),
  );
  const terms = rule?.terms ?? settings.terms;
  const organisations = { department: item.departmentId, legal: settings.legalOrganisationId, county: settings.decidingOrganisationId };
  return stages.flatMap((stage) => {
    const workingDays = terms[stage];
    return workingDays === null ? [] : [{ stage, organisationId: organisations[stage], workingDays }];
  });
}

/** The route with the latest day of each stage, shown before submission: each begins when the one before it is over (RULES.md 5.3, 5.4). */
export function dateRoute(route: readonly RouteStep[], fromAt: number, calendar: Calendar): DatedStep[] {
  let startsOn = dayOf(fromAt);
  let isProvisional = false;
  return route.map((step) => {
    const due = addWorkingDays(calendar, startsOn, step.workingDays);
    startsOn = due.on;
    isProvisional ||= due.isProvisional;
    return { ...step, dueOn: due.on, isProvisional };
  });
}

/** The step of a stage, if the route has it. */
export function stepOf(route: readonly RouteStep[], stage: Stage): RouteStep | null {
  return route.find((step) => step.stage === stage) ?? null;
}

/** The step after a stage, null after the last. */
export function stepAfter(route: readonly RouteStep[], stage: Stage): RouteStep | null {
  return route[route.findIndex((step) => step.stage === stage) + 1] ?? null;
}

/** When the time of a step is over that a file reached on a day; the days count from the next one (RULES.md 5.4). */
export function stepDue(calendar: Calendar, step: RouteStep, fromOn: string): { readonly dueAt: number; readonly isProvisional: boolean } {
  const { on, isProvisional } = addWorkingDays(calendar, fromOn, step.workingDays);
  return { dueAt: endOfDay(on), isProvisional };
}
