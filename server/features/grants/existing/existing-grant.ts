import type { NamedPower } from '#server/domain/values/find-power.ts';
import type { Interval } from '#server/domain/ledger/intervals.ts';
import type { OfficerFacts } from '#server/domain/requests/prerequisites.ts';
import type { Carrier, StatutoryType } from '#server/domain/values/words.ts';
import type { ItemTerms } from '#server/features/editions/index.ts';
import type { KnownGrant } from './existing-grant-sheet.ts';

export interface GrantedPower extends NamedPower {
  readonly statutoryType: StatutoryType;
  readonly departmentId: string;
  readonly departmentName: string;
  /** On the menu in force; null where it does not stand there. */
  readonly item: { readonly id: string; readonly terms: ItemTerms } | null;
}
interface Body {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly divisionCode: string | null;
}
export interface ExistingGrantReference {
  readonly now: number;
  readonly countyName: string;
  readonly graceDays: number;
  readonly powers: readonly GrantedPower[];
  readonly townships: readonly Body[];
  readonly departments: readonly Body[];
  readonly grants: readonly KnownGrant[];
  /** Numbers that the portal has given itself. */
  readonly issuedNumbers: readonly string[];
  readonly documentPrefix: string;
  readonly officers: Readonly<Record<string, readonly OfficerFacts[]>>;
}
export interface ExistingGrantRecord extends Interval {
  readonly powerId: string;
  readonly itemId: string;
  readonly townshipId: string;
  readonly departmentId: string;
  readonly carrier: Carrier;
  readonly documentNumber: string;
  readonly issuedAt: number;
  readonly trialEndsAt: number | null;
}
/** A row as far as it is understood. */
export interface GrantRow extends Omit<ExistingGrantRecord, 'itemId'> {
  readonly power: GrantedPower;
  readonly township: Body;
}
