import type { Terms } from '#contract/catalogue/menu-terms.ts';
import type { Carrier, Liability, Tier } from '#server/domain/values/words.ts';
import type { DemoPower } from './powers.ts';

/**
 * Terms of the demo menu, by rules that a county could have written:
 * - difficulty: benefits, confirmations and services are easy, licences medium; offences that anybody can see are easy, those that need an
 *   instrument or a drawing are hard, as are compulsory measures and licences in building, planning, roads and water;
 * - liability: high where people get hurt when it goes wrong (fire, safety, food, building) and for compulsion, low for services and inspections;
 * - prerequisites, resources, trial and term grow with the tier; a transfer has no term, an entrustment has three years.
 */
export interface TermsContext {
  readonly organisationId: (key: 'bianban' | 'caizheng' | DemoPower['department']) => string;
  /** Kinds of certificates that courses give. */
  readonly certificates: { readonly approval: string; readonly service: string; readonly enforcement: string };
  /** Powers on the same menu. */
  readonly menu: readonly DemoPower[];
}

const seenByAnybody = ['城市管理', '林业', '民政', '文化旅游', '教育', '民族宗教', '商务', '退役军人事务', '水利'];
const needsInstruments = ['住建', '应急管理', '消防', '市场监管', '卫生健康', '交通运输'];
const dangerous = ['住建', '应急管理', '消防', '市场监管'];
const drawn = ['住建', '自然资源', '交通运输', '水利'];

function difficultyOf({ type, field }: DemoPower): Tier {
  if (type === 'compulsion') return 'hard';
  if (type === 'licensing') return drawn.includes(field) ? 'hard' : 'medium';
  if (type === 'penalty') return seenByAnybody.includes(field) ? 'easy' : needsInstruments.includes(field) ? 'hard' : 'medium';
  if (type === 'inspection') return needsInstruments.includes(field) ? 'medium' : 'easy';
  return 'easy';
}

function liabilityOf({ type, field }: DemoPower, difficulty: Tier): Liability {
  if (type === 'compulsion') return 'high';
  if (type === 'penalty') return dangerous.includes(field) ? 'high' : 'medium';
  if (type === 'licensing') return difficulty === 'hard' ? 'high' : 'medium';
  return 'low';
}

/** Hard licences are decided by the department after the township has examined; registrations and payments come to the township's window. */
function carrierOf(power: DemoPower, difficulty: Tier): Carrier {
  const { type, delegation, name } = power;
  if (delegation === 'transfer' || delegation === 'with_penalty') return 'transfer';
  if (delegation === 'service_window') return 'service_window';
  if (type === 'licensing') return difficulty === 'hard' ? 'substantive_review' : 'entrustment';
  if (type === 'benefit') return name.includes('认定') ? 'substantive_review' : 'service_window';
  return name.includes('登记') || name.includes('备案') ? 'service_window' : 'entrustment';
}

function prerequisitesOf({ type }: DemoPower, difficulty: Tier, { certificates }: TermsContext): Terms['prerequisites'] {
  const officers = (count: number): Terms['prerequisites'][number] => ({
    key: 'officers',
    kind: 'certified_officers',
    certificateKind: 'law_enforcement',
    count,
  });
  const trained = (certificateKind: string, count: number): Terms['prerequisites'][number] => ({
    key: 'trained',
    kind: 'certified_officers',
    certificateKind,
    count,
  });
  const attested = (subject: 'premises' | 'equipment' | 'procedure', text: string): Terms['prerequisites'][number] => ({
    key: subject,
    kind: 'attestation',
    subject,
    text,
  });
  if (type === 'compulsion') return [officers(2), attested('procedure', '已建立查封、扣押物品的登记、保管和解除制度')];
  if (type === 'inspection') return [officers(2)];
  if (type === 'penalty' && difficulty === 'hard')
    return [officers(3), trained(certificates.enforcement, 1), attested('equipment', '执法记录仪和现场检测设备已配备到位')];
  if (type === 'penalty') return [officers(2)];
  if (type === 'licensing')
    return [trained(certificates.approval, difficulty === 'hard' ? 2 : 1), attested('premises', '便民服务中心设有受理窗口和档案柜')];
  return type === 'other' ? [] : [trained(certificates.service, 1)];
}

function resourcesOf({ type, department }: DemoPower, difficulty: Tier, { organisationId }: TermsContext): Terms['resources'] {
  const own = organisationId(department);
  const support = {
    key: 'support',
    kind: 'support',
    organisationId: own,
    amount: 10,
    unit: 'days_per_year',
    description: '业务骨干每年到场指导办案或审查',
    withinWorkingDays: 30,
  } as const;
  const accounts = {
    key: 'accounts',
    kind: 'accounts',
    organisationId: own,
    amount: 2,
    unit: 'accounts',
    description: '业务系统经办、审核账号',
    withinWorkingDays: 15,
  } as const;
  const devices = {
    key: 'devices',
    kind: 'equipment',
    organisationId: own,
    amount: 2,
    unit: 'pieces',
    description: '执法记录仪及采集终端',
    withinWorkingDays: 30,
  } as const;
  const post = {
    key: 'post',
    kind: 'posts',
    organisationId: organisationId('bianban'),
    amount: 1,
    unit: 'persons',
    description: '综合行政执法队事业编制（编制周转池）',
    withinWorkingDays: 40,
  } as const;
  const funds = {
    key: 'funds',
    kind: 'funds',
    organisationId: organisationId('caizheng'),
    amount: 30_000,
    unit: 'yuan_per_year',
    description: '执法办案经费，列入年度预算',
    withinWorkingDays: 40,
  } as const;
  if (type === 'compulsion') return [devices];
  if (type === 'penalty') return difficulty === 'hard' ? [post, funds, support] : difficulty === 'medium' ? [devices, support] : [];
  if (type === 'licensing') return difficulty === 'hard' ? [accounts, support] : [accounts];
  return type === 'benefit' || type === 'confirmation' ? [accounts] : [];
}

function eligibilityOf({ code, type, field }: DemoPower, difficulty: Tier): Terms['eligibility'] {
  const everybody: Terms['eligibility'] = { kinds: [], tags: [], minimum: {} };
  // There is little soil to lose in a street.
  if (code === 'SL-JC-001') return { ...everybody, kinds: ['township', 'ethnic_township', 'town'] };
  if (field === '城市管理') return { ...everybody, tags: ['城区', '城郊', '中心镇', '园区'] };
  if (type === 'licensing' && ['农业农村', '林业', '水利'].includes(field))
    return { ...everybody, kinds: ['township', 'ethnic_township', 'town'] };
  if (field === '住建' && difficulty === 'hard') return { ...everybody, minimum: { residents: 20_000 } };
  if (dangerous.includes(field) && difficulty === 'hard') return { ...everybody, minimum: { certifiedOfficers: 2 } };
  if (field === '交通运输' && type === 'licensing') return { ...everybody, minimum: { staffPresent: 40 } };
  return everybody;
}

/** A penalty is useless without the inspection of its field; a compulsory measure follows a penalty, of the same statute where there is one (行政强制法 17). */
function companionsOf(power: DemoPower, { menu }: TermsContext): string[] {
  const own = menu.filter(({ department }) => department === power.department);
  const near = (type: DemoPower['type']): DemoPower | undefined =>
    own.find((other) => other.type === type && other.basis?.law === power.basis?.law) ?? own.find((other) => other.type === type);
  if (power.type === 'penalty') return [near('inspection')?.code ?? []].flat();
  return power.type === 'compulsion' ? [near('penalty')?.code ?? []].flat() : [];
}

const notReturnable: Readonly<Record<string, string>> = {
  'NY-QT-001': '《中华人民共和国土地管理法》第六十二条：农村村民住宅用地，由乡（镇）人民政府审核批准',
  'MZ-JF-003': '省社会救助实施办法：小额临时救助由乡镇人民政府、街道办事处办理（演示，虚构）',
  'YJ-JF-002': '省自然灾害救助规定：冬春救助由乡镇初审发放（演示，虚构）',
};
const exclusive: Readonly<Record<string, readonly string[]>> = {
  'ZR-XK-002': ['ZR-XK-003'],
  'ZR-XK-003': ['ZR-XK-002'],
  'LY-XK-003': ['LY-XK-004'],
  'LY-XK-004': ['LY-XK-003'],
};
const common: readonly string[] = ['MZ-JF-004', 'RS-QR-001', 'SL-JC-001'];

function responsibilitiesOf({ type }: DemoPower, carrier: Carrier): NonNullable<Terms['responsibilities']> {
  if (carrier === 'transfer') {
    return {
      department: '负责业务指导、培训、疑难案件会商和执法监督；行业监管责任不因下放而免除；跨乡镇案件由本部门办理。',
      township:
        type === 'inspection'
          ? '负责辖区日常巡查和现场检查，发现违法行为依法立案或移送。'
          : '以本级名义立案、调查、决定和执行，承担行政复议、行政诉讼和国家赔偿责任。',
    };
  }
  if (carrier === 'entrustment')
    return {
      department: '对受托行为进行监督并承担法律后果；提供文书、印章和系统权限。',
      township: '在委托范围内以委托部门名义实施，不得转委托；按月报送办理情况。',
    };
  if (carrier === 'substantive_review')
    return {
      department: '依据乡镇审查意见作出决定并承担法律后果，无正当理由不重复审查。',
      township: '负责受理、现场踏勘和实质性审查，对审查意见的真实性负责。',
    };
  return { department: '负责审核、决定和发放，承担法律后果；保障系统连通。', township: '负责窗口受理、材料核对、结果送达和政策解释。' };
}

function suitabilityOf({ type }: DemoPower, difficulty: Tier): NonNullable<Terms['suitability']> {
  const isRare = type === 'compulsion';
  return {
    isFrequent: !isRare,
    isEasyToSpot: difficulty !== 'hard' || type !== 'penalty',
    canBeTakenOn: true,
    canBeManaged: true,
    exclusions: isRare ? ['rarely_used'] : [],
    exclusionReason: isRare ? '虽不常用，但处罚办理中确需先行控制现场时无法等待部门到场，随处罚权一并下放。' : null,
  };
}

// Who revokes is who has granted: a township that fines cannot take away a licence that the department has given.
const licensed = ['市场监管', '文化旅游', '卫生健康', '交通运输'];
const shutDown = ['应急管理', '消防'];

function carveOutsOf({ type, field }: DemoPower): Terms['carveOuts'] {
  if (type !== 'penalty') return [];
  if (licensed.includes(field)) return [{ part: '吊销许可证件', reason: '由颁发许可证件的部门决定' }];
  return shutDown.includes(field) ? [{ part: '责令停产停业', reason: '' }] : [];
}

/** The terms of one power on the demo's menu. */
export function termsOf(power: DemoPower, context: TermsContext): Terms {
  const difficulty = difficultyOf(power);
  const carrier = carrierOf(power, difficulty);
  const prerequisites = prerequisitesOf(power, difficulty, context);
  const resources = resourcesOf(power, difficulty, context);
  const notReturnableBasis = notReturnable[power.code] ?? null;
  return {
    carrier,
    release: common.includes(power.code) ? 'common' : 'optional',
    legalBases: power.basis ? [power.basis] : [],
    carveOuts: carveOutsOf(power),
    scopeNote: power.statute === 'amended' ? '所列依据有后续修订，条号以现行文本为准。' : '',
    difficulty,
    liability: liabilityOf(power, difficulty),
    eligibility: eligibilityOf(power, difficulty),
    prerequisites,
    resources,
    isPrerequisiteFree: prerequisites.length === 0,
    isResourceFree: resources.length === 0,
    responsibilities: responsibilitiesOf(power, carrier),
    suitability: suitabilityOf(power, difficulty),
    trialMonths: carrier === 'service_window' ? 0 : { easy: 3, medium: 6, hard: 12 }[difficulty],
    termMonths: carrier === 'entrustment' ? 36 : null,
    startRule: power.type === 'licensing' ? { kind: 'days_after_issue', days: 30 } : { kind: 'on_signing' },
    isReturnable: notReturnableBasis === null,
    notReturnableBasis,
    companions: companionsOf(power, context),
    exclusiveWith: [...(exclusive[power.code] ?? [])],
  };
}
