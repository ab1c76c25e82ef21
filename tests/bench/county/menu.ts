import type { Connection } from '#db/connection.ts';
import type { TermsRow } from '#db/schema/terms.ts';
import { inBulk, into } from './bulk.ts';
import type { Frame } from './frame.ts';
import { scattered } from './ids.ts';
import { departments, type Size } from './sizes.ts';

export interface Item {
  readonly itemId: string;
  readonly powerId: string;
  readonly department: number;
  readonly carrier: TermsRow['carrier'];
  readonly code: string;
  readonly name: string;
}

export const categories = ['approval_service', 'enforcement', 'public_management'] as const;
/** Each stands in the names of a quarter of all powers: what people search for. */
export const places = ['城镇', '乡村', '道路', '河湖'] as const;
export const objects = [
  ...[
    '农药',
    '种子',
    '肥料',
    '食品',
    '药品',
    '垃圾',
    '污水',
    '扬尘',
    '噪声',
    '油烟',
    '广告',
    '招牌',
    '摊位',
    '违建',
    '宅基地',
    '耕地',
    '林木',
    '采砂',
    '渔具',
    '堤防',
  ],
  ...[
    '管线',
    '消防',
    '燃气',
    '电梯',
    '仓库',
    '校车',
    '渡口',
    '客运',
    '货运',
    '停车',
    '绿地',
    '公园',
    '古树',
    '文物',
    '旅馆',
    '网吧',
    '劳务',
    '社保',
    '救助',
    '殡葬',
  ],
] as const;

const kinds = {
  approval_service: { type: 'licensing', carrier: 'entrustment', word: '许可' },
  enforcement: { type: 'penalty', carrier: 'transfer', word: '处罚' },
  public_management: { type: 'other', carrier: 'service_window', word: '管理' },
} as const;

/** Department, category and place vary independently, so that every combination of filters finds something. */
export const departmentOf = (index: number): number => index % departments;
const categoryOf = (index: number) => categories[Math.floor(index / departments) % categories.length] ?? 'enforcement';
const placeOf = (index: number): string => places[Math.floor(index / (departments * categories.length)) % places.length] ?? '';

/** One edition with every power on it, published long ago. */
export function fillMenu(client: Connection, size: Size, frame: Frame, at: number, idAt: (at: number) => string): readonly Item[] {
  const editionId = idAt(at);
  client
    .prepare(`INSERT INTO menu_editions (id, number, title, state, version, created_at) VALUES (?, 1, '第一版', 'draft', 1, ?)`)
    .run(editionId, at);
  const power = into(
    client,
    'powers',
    'id',
    'code',
    'name',
    'statutory_type',
    'category',
    'field',
    'department_id',
    'version',
    'created_at',
  );
  const item = into(client, 'menu_items', 'id', 'edition_id', 'power_id', 'terms', 'version', 'created_at');
  const items: Item[] = [];
  inBulk(client, 'powers and items', size.powers, (index) => {
    const category = categoryOf(index);
    const { type, carrier, word } = kinds[category];
    const object = objects[scattered(index, objects.length)] ?? '';
    const code = `QX-${String(scattered(index, 10)).padStart(2, '0')}-${String(index).padStart(5, '0')}`;
    const name = `对${placeOf(index)}${object}${scattered(index + 7, 2) ? '经营' : '使用'}活动的${word}（第${index}项）`;
    const department = departmentOf(index);
    const departmentId = frame.departments[department]?.id ?? '';
    const ids = { powerId: idAt(at), itemId: idAt(at) };
    power(ids.powerId, code, name, type, category, object, departmentId, 1, at);
    item(ids.itemId, editionId, ids.powerId, JSON.stringify(termsOf(index, carrier, departmentId)), 1, at);
    items.push({ ...ids, department, carrier, code, name });
  });
  client
    .prepare(
      `UPDATE menu_editions SET state = 'published', document_number = '青溪府发〔2020〕1号', decided_on = '2020-01-02', published_at = ? WHERE id = ?`,
    )
    .run(at, editionId);
  return items;
}

function termsOf(index: number, carrier: TermsRow['carrier'], departmentId: string): TermsRow {
  const tiers = ['easy', 'medium', 'hard'] as const;
  const liabilities = ['low', 'medium', 'high'] as const;
  return {
    carrier,
    release: 'optional',
    legalBases: [
      { law: '《中华人民共和国行政处罚法》', article: '第二十四条', versionOn: '2021-01-22' },
      { law: '《中华人民共和国乡村振兴促进法》', article: '第六十八条', versionOn: '2021-04-29' },
    ],
    scopeNote: '',
    carveOuts: [{ part: '吊销许可证件', reason: '' }],
    difficulty: tiers[scattered(index, 3)] ?? 'easy',
    liability: liabilities[scattered(index + 1, 3)] ?? 'low',
    eligibility: { kinds: [], tags: [], minimum: {} },
    prerequisites: [
      { key: 'officers', kind: 'certified_officers', certificateKind: 'law_enforcement', count: 2 },
      { key: 'procedure', kind: 'attestation', subject: 'procedure', text: '建立办案程序和档案制度' },
    ],
    resources: [
      {
        key: 'support',
        kind: 'support',
        organisationId: departmentId,
        amount: 20,
        unit: 'days_per_year',
        description: '派员驻点指导',
        withinWorkingDays: 20,
      },
    ],
    isPrerequisiteFree: false,
    isResourceFree: false,
    responsibilities: {
      department: '制定标准，指导培训，监督抽查，处理跨区域和重大案件。',
      township: '日常巡查，依法办理，建立台账，按月报送情况。',
    },
    suitability: { isFrequent: true, isEasyToSpot: true, canBeTakenOn: true, canBeManaged: true, exclusions: [], exclusionReason: null },
    trialMonths: 6,
    termMonths: null,
    startRule: { kind: 'on_signing' },
    isReturnable: true,
    notReturnableBasis: null,
    companions: [],
    exclusiveWith: [],
  };
}
