import type { Role } from '#contract/common.ts';
import type { Edition, EligibilityReason } from '#contract/menu.ts';
import type { GrantEvent } from '#contract/grants.ts';
import type { OrderStatus, RouteStep, TimelineEvent } from '#contract/requests.ts';
import type { CommitmentState } from '#contract/resources.ts';
import type * as statutes from '#contract/statutes.ts';
import type { CertificateStanding, CourseSession } from '#contract/training.ts';
import type * as contract from '#contract/words.ts';

type One<Schema extends { readonly _zod: { readonly output: unknown } }> = Schema['_zod']['output'];

/** Every list of words on the wire. A new word does not compile until both languages have a label for it. */
export interface WordLists {
  carrier: One<typeof contract.Carrier>;
  statutoryType: One<typeof contract.StatutoryType>;
  category: One<typeof contract.Category>;
  difficulty: One<typeof contract.Difficulty>;
  liability: One<typeof contract.Liability>;
  release: One<typeof contract.Release>;
  townshipKind: One<typeof contract.TownshipKind>;
  exclusion: One<typeof contract.Exclusion>;
  organisationKind: One<typeof contract.OrganisationKind>;
  dutyList: One<typeof contract.DutyListName>;
  organisationSystem: One<typeof contract.OrganisationSystem>;
  duty: One<typeof contract.Duty>;
  role: Role;
  prerequisiteKind: contract.Prerequisite['kind'];
  attestationSubject: Extract<contract.Prerequisite, { kind: 'attestation' }>['subject'];
  resourceKind: One<typeof contract.ResourceKind>;
  resourceUnit: One<typeof contract.ResourceUnit>;
  commitmentState: One<typeof CommitmentState>;
  requestState: One<typeof contract.RequestState>;
  orderStatus: One<typeof OrderStatus>;
  stage: One<typeof contract.Stage>;
  routeStatus: One<typeof RouteStep>['status'];
  opinionPosition: One<typeof contract.OpinionPosition>;
  objectionReason: One<typeof contract.ObjectionReason>;
  legalFinding: One<typeof contract.LegalFinding>;
  decisionOutcome: One<typeof contract.DecisionOutcome>;
  rejectionReason: One<typeof contract.RejectionReason>;
  sendBackReason: One<typeof contract.SendBackReason>;
  returnReason: One<typeof contract.ReturnReason>;
  recallReason: One<typeof contract.RecallReason>;
  recallOutcome: 'recall' | 'keep';
  suspensionKind: One<typeof contract.SuspensionKind>;
  endKind: One<typeof contract.EndKind>;
  grantState: One<typeof contract.GrantState>;
  returnState: One<typeof contract.ReturnState>;
  recallState: One<typeof contract.RecallState>;
  trialOutcome: 'confirm' | 'extend' | 'take_back';
  requestAction: (typeof contract.requestActions)[number];
  grantAction: (typeof contract.grantActions)[number];
  taskKind: One<typeof contract.TaskKind>;
  startRule: One<typeof contract.StartRule>['kind'];
  caseOwner: One<typeof contract.PendingCase>['owner'];
  actor: One<typeof contract.Consequences>['inWhoseName'];
  paper: One<typeof contract.Consequences>['paper'];
  editionState: Edition['state'];
  eligibilityReason: One<typeof EligibilityReason>['kind'];
  requestEvent: One<typeof TimelineEvent>['kind'];
  grantEvent: One<typeof GrantEvent>['kind'];
  certificateStanding: One<typeof CertificateStanding>;
  sessionState: One<typeof CourseSession>['state'];
  trainingResult: 'passed' | 'failed' | 'absent';
  statuteKind: One<typeof statutes.StatuteKind>;
  statuteEnd: One<typeof statutes.StatuteEnd>;
  validity: One<typeof statutes.Validity>;
  basisSubject: One<typeof statutes.BasisSubject>;
  basisAct: One<typeof statutes.BasisAct>;
}

export type WordList = keyof WordLists;
/** The lists that the public entry carries; every list is in the application. */
export type PublicWordList = 'carrier' | 'statutoryType' | 'townshipKind' | 'grantState' | 'endKind' | 'actor';
export type PublicWords = Pick<Words, PublicWordList>;
export type Words = { readonly [L in WordList]: Readonly<Record<WordLists[L], string>> };
