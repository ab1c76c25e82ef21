import type { DemoMenu } from '../fill-menu.ts';
import type { DepartmentKey, TownshipKey } from '../organisations.ts';
import { demoPowers } from '../powers.ts';
import type { Stage } from './stories.ts';
import type { World } from '../world.ts';

/** Reads everything and changes nothing, so looking at a file leaves no trace in the story. */
export const watcher = 'shenji';

/** Where the script leaves a request; without one it is granted. */
export type End =
  | 'department'
  | 'legal'
  | 'county'
  | 'sent_back'
  | 'rejected'
  | 'reconsidered'
  | 'withdrawn'
  | 'started'
  | 'disputed'
  | 'waived'
  | 'ready'
  | 'half_signed';

/** A grant that is held, with what is needed to go on with it. */
export interface Held {
  readonly world: World;
  readonly stage: Stage;
  readonly grantId: string;
  readonly township: TownshipKey;
  readonly code: string;
  readonly nth: number;
}

/** Something that happens to a grant, so many calendar days before the day of the demo. */
export interface GrantStep {
  readonly daysAgo: number;
  readonly happens: (held: Held, version: number) => Promise<unknown>;
}

export interface LinePlan {
  readonly code: string;
  readonly cases: number;
  readonly need?: string;
  /** The power whose grant is given up for this one (换权). */
  readonly replaces?: string;
  readonly opinion?: 'support' | 'conditions' | 'object' | 'silence';
  readonly legal?: 'lawful' | 'conditions' | 'unlawful';
  readonly conditions?: { readonly termMonths?: number; readonly text: string };
  readonly sentBackFirst?: true;
  /** What a rejection offers instead. */
  readonly alternative?: string;
  readonly end?: End;
  /** What becomes of the grant, beyond the closing of its trial. */
  readonly then?: readonly GrantStep[];
}

export interface OrderPlan {
  readonly township: TownshipKey;
  readonly daysAgo: number;
  readonly name: string;
  readonly isDraft?: true;
  readonly lines: readonly LinePlan[];
}

/** The county with its menu, and one township that orders from it. */
export interface Cast {
  readonly world: World;
  readonly menu: DemoMenu;
  readonly roster: ReadonlyMap<TownshipKey, readonly string[]>;
  /** Grants by township and code of the power. */
  readonly grants: Map<string, string>;
  readonly township: TownshipKey;
}

const powerByCode = new Map(demoPowers.map((power) => [power.code, power]));

export function powerOf(code: string) {
  const power = powerByCode.get(code);
  if (!power) throw new Error(`the demo has no power ${code}`);
  return power;
}
export const departmentOf = (code: string): DepartmentKey => powerOf(code).department;

const deciders = ['xian-jueding1', 'xian-jueding2', 'xian-jueding3'] as const;
/** One of the three deciders; `but` takes the next one, who is somebody else. */
export const deciderBut = (nth: number, but = 0): string => deciders[(nth + but) % deciders.length] ?? deciders[0];

export const grantKey = (township: TownshipKey, code: string): string => `${township}/${code}`;

const needs: Readonly<Record<string, string>> = {
  penalty: '日常巡查中此类行为多发，目前只能劝阻后移送县级部门，往返周期长、取证易灭失，群众反映集中。',
  inspection: '承接处罚事项后需同步开展日常检查，否则发现问题无权进入现场。',
  compulsion: '处罚办理中需要先行控制涉案物品，等待部门到场往往错过时机。',
  licensing: '办事群众需往返县城，山区单程一个多小时，申请集中且材料简单，镇级具备现场踏勘优势。',
  benefit: '困难群众多为老人，到县城办理不便；入户核查本就由我们承担。',
  confirmation: '每年集中办理期群众排队时间长，信息核对由村（社区）完成，镇级办理更快。',
};
const otherNeed = '属地管理责任由我们承担，但没有相应手段，承接后可就近处理。';
const approach = '由综合行政执法队（便民服务中心）专人负责，AB 角互补；首月由县级部门派员带办，每月报送办理情况。';

/** What the township says of a line. Its first two officers are named: they are the certified ones. */
export function needOf({ roster, township }: Pick<Cast, 'roster' | 'township'>, { code, cases, need }: LinePlan) {
  const officerIds = (roster.get(township) ?? []).slice(0, 2);
  return {
    need: need ?? needs[powerOf(code).type] ?? otherNeed,
    casesPerYear: cases,
    approach,
    officerIds: [...officerIds],
    startWishOn: null,
  };
}
