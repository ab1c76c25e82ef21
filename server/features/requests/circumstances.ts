import type { Settings } from '#contract/organisations/settings.ts';
import type { Db } from '#db/connection.ts';
import type { Calendar } from '#server/domain/time/deadlines.ts';
import type { HandOver } from '#server/domain/requests/hand-over.ts';
import { termsAfter } from '#server/domain/requests/preparation.ts';
import type { TownshipFacts } from '#server/domain/requests/prerequisites.ts';
import { evaluateReadiness, type PreparationFacts } from '#server/domain/requests/readiness.ts';
import type { Circumstances } from '#server/domain/requests/request.ts';
import { peopleBehind } from '#server/domain/people/signatory.ts';
import type { Prerequisite } from '#server/domain/menu/terms.ts';
import { FOREVER } from '#server/domain/time/time.ts';
import { countySettings, workCalendar } from '#server/features/organisations/index.ts';
import type { CatalogueItem } from '#server/features/catalogue/index.ts';
import { commitmentFactsOf } from '#server/features/resources/index.ts';
import { townshipFacts } from '#server/features/training/index.ts';
import type { TermsPorts } from './ports.ts';
import { attestationsOf, waiversOf } from './preparation-queries.ts';
import type { RequestRow } from './request-queries.ts';

/** The calendar and the settings, read when first asked for: most acts on most days need neither. */
export interface CountyRules {
  readonly calendar: Calendar;
  readonly settings: Settings;
}

export function countyRules(db: Db): CountyRules {
  let calendar: Calendar | undefined;
  let settings: Settings | undefined;
  const known = (): Calendar => (calendar ??= workCalendar(db));
  return {
    calendar: {
      get holidays() {
        return known().holidays;
      },
      get makeUpWorkdays() {
        return known().makeUpWorkdays;
      },
      get publishedYears() {
        return known().publishedYears;
      },
    },
    get settings() {
      return (settings ??= countySettings(db).settings);
    },
  };
}

/** What a request is prepared against; facts are read live, never stored. */
export interface PreparationView extends Circumstances {
  readonly rules: CountyRules;
  /** Null outside of preparation. */
  readonly facts: PreparationFacts | null;
}

export function demandItem({ catalogue }: TermsPorts, itemId: string): CatalogueItem {
  const item = catalogue.itemById(itemId);
  if (!item) throw new Error(`menu item ${itemId} is cited but missing`);
  return item;
}

/** Those of the item that the request cites and those that the decision added. */
export const prerequisitesOf = (ports: TermsPorts, row: Pick<RequestRow, 'itemId' | 'conditions'>): readonly Prerequisite[] =>
  termsAfter(demandItem(ports, row.itemId).terms, row.conditions).prerequisites;

/** What roster, certificates and the attestations of this request prove. */
export function factsFor(db: Db, row: Pick<RequestRow, 'id' | 'townshipId'>): TownshipFacts {
  const attestations = attestationsOf(db, row.id).map(({ key, attestedAt }) => ({ key, fromAt: attestedAt, toAt: FOREVER }));
  return { ...townshipFacts(db, row.townshipId), attestations };
}

function preparationFacts(ports: TermsPorts, db: Db, row: RequestRow, now: number): PreparationFacts {
  return {
    prerequisites: prerequisitesOf(ports, row),
    township: factsFor(db, row),
    commitments: commitmentFactsOf(db, row.id, now),
    waivers: waiversOf(db, row.id),
  };
}

export const handOverOf = ({ handOver, departmentSignature, townshipSignature }: RequestRow): HandOver => ({
  list: handOver,
  signedBy: {
    department: departmentSignature && peopleBehind(departmentSignature),
    township: townshipSignature && peopleBehind(townshipSignature),
  },
});

/** What the rules need beside the file. Readiness costs some look-ups, so it is read for requests in preparation only. */
export function circumstancesOf(ports: TermsPorts, db: Db, row: RequestRow, now: number, rules = countyRules(db)): PreparationView {
  const facts = row.state === 'preparing' ? preparationFacts(ports, db, row, now) : null;
  return {
    now,
    rules,
    calendar: rules.calendar,
    facts,
    readiness: facts && evaluateReadiness(facts, now),
    handOver: facts && handOverOf(row),
  };
}
