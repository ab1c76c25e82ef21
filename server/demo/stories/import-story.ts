import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { applyImport, readImport, startImport, type ImportDetail } from '#contract/imports/import-runs.ts';
import type { ImportKind } from '#contract/imports/import-kinds.ts';
import { listEditions } from '#contract/editions/edition-drafts.ts';
import type { Story } from './stories.ts';
import { daysAgo, type World } from '../world.ts';

const admin = 'guanliyuan';

/** 青石镇's own lines of the duty lists; invented, as the township is. */
const duties = `清单,乡镇（街道）,事项名称,领域,上级部门,备注
基本履职,青石镇,做好古寨传统村落日常看护,文化旅游,,每月至少巡查一次
基本履职,青石镇,组织开展集镇赶场日秩序维护,社会管理,,
配合履职,青石镇,配合做好石材加工点噪声投诉核实,生态环境,青禾县综合行政执法局,接到转办后3日内反馈
`;

/** A list as departments send it: some of it right, some of it not, and each for another reason. */
const menu = `二〇二六年拟调整赋权事项（各部门汇总）,,,,,
编码,事项名称,权力类型,主管部门,难度,法律依据
SL-JC-001,对水土保持情况的监督检查,行政检查,县水利局,易,《中华人民共和国水土保持法》（2010-12-25）第四十四条
NY-XK-003,农药经营许可,行政许可,青禾县农业农村局,中等,《农药管理条例》（2022-03-29）第二十四条
SL-JC-001,对水土保持情况的监督检查,行政检查,县水利局,难,《中华人民共和国水土保持法》（2010-12-25）第四十四条
LY-JC-901,对林业有害生物防治情况的监督检查,行政检查,县林长制办公室,易,《中华人民共和国森林法》（2019-12-28）第七十三条
SL-JC-902,对农村供水工程运行情况的监督检查,行政检查,县水利局,易,按有关规定
`;

/** The administrator brings spreadsheets in: one was written long ago, one waits for what has to be mended. */
export async function* importStory(world: World): Story {
  yield daysAgo(world, 33);
  const { id, version } = await sent(world, { kind: 'duty_lists', fileName: '青石镇履职事项清单.csv', text: duties });
  await world.act(admin, applyImport, { params: { importId: id }, version, body: { leaveOutFaulty: false } });
  const written = await settled(world, id);
  if (written.state !== 'applied') throw new Error(`the demo's duty lists are ${written.state}`);
  yield daysAgo(world, 2);
  const draft = (await world.act(admin, listEditions, {})).items.find(({ state }) => state === 'draft');
  if (!draft) throw new Error('the demo has no draft to import into');
  await sent(world, { kind: 'menu', fileName: '2026年拟调整赋权事项汇总表.csv', text: menu, editionId: draft.id });
}

interface Sheet {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly text: string;
  readonly editionId?: string;
}

async function sent(world: World, { text, ...query }: Sheet): Promise<ImportDetail> {
  const bytes = Buffer.from(text);
  const upload = { bytes, hash: createHash('sha256').update(bytes).digest('base64url') };
  const { id } = await world.act(admin, startImport, { query, upload });
  return settled(world, id);
}

/** Spreadsheets are read and written beside; the story goes on when that is done. */
async function settled(world: World, importId: string): Promise<ImportDetail> {
  for (let left = 1500; left > 0; left -= 1) {
    const one = await world.act(admin, readImport, { params: { importId } });
    if (one.state !== 'reading' && one.state !== 'applying') return one;
    await pause(20);
  }
  throw new Error('an import of the demo was never read');
}
