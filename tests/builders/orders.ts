import type { Order } from '#contract/orders.ts';
import type { RequestDetail } from '#contract/requests/request-file.ts';
import type { TestApp } from '#tests/support/app.ts';
import { itemOf, menu, type Person, type PowerKey } from './county.ts';

type Line = Parameters<typeof lineFor>[1];

/** A line that says all that a submission demands; east's own people take it on. */
export function lineFor(
  power: PowerKey,
  changes: Partial<{
    need: string;
    officerIds: string[];
    replacesGrantId: string | null;
    casesPerYear: number | null;
    startWishOn: string | null;
  }> = {},
) {
  return {
    itemId: itemOf(power),
    need: '辖区内占道经营多发，群众反映强烈',
    casesPerYear: 120,
    approach: '由综合执法队承接，队长负责',
    officerIds: ['officer-li'],
    startWishOn: null,
    replacesGrantId: null,
    ...changes,
  };
}
const westLine = { officerIds: ['officer-qian'] };

/** An order placed by the lead of a township, one request for each power. */
export async function placeOrder(
  app: TestApp,
  powers: readonly PowerKey[],
  options: { by?: 'eastlead' | 'westlead'; line?: Line } = {},
): Promise<Order> {
  const { by = 'eastlead', line = {} } = options;
  const own = by === 'westlead' ? { ...westLine, ...line } : line;
  return app.as(by).ok('POST /orders', { body: { name: '三月点单', lines: powers.map((power) => lineFor(power, own)), submit: true } });
}

/** The id of a request for one power, in review at its department. */
export async function submitted(
  app: TestApp,
  power: PowerKey,
  options: { by?: 'eastlead' | 'westlead'; line?: Line } = {},
): Promise<string> {
  const [line] = (await placeOrder(app, [power], options)).lines;
  if (!line) throw new Error('an order without lines');
  return line.requestId;
}

const reviewerOf = (power: PowerKey): Person => (menu[power].department === 'urban' ? 'urbanreviewer' : 'waterreviewer');

/** The file as the county sees it. */
export const fileOf = (app: TestApp, requestId: string): Promise<RequestDetail> =>
  app.as('decider').ok('GET /requests/{requestId}', { params: { requestId } });

/** A request in legal review, supported by its department. */
export async function supported(
  app: TestApp,
  power: PowerKey,
  options: { by?: 'eastlead' | 'westlead'; line?: Line } = {},
): Promise<string> {
  const requestId = await submitted(app, power, options);
  const body = { position: 'support', text: '' } as const;
  await app.as(reviewerOf(power)).ok('POST /requests/{requestId}/opinion', { params: { requestId }, version: 1, body });
  return requestId;
}

/** A request that waits for the county's decision. */
export async function reviewed(
  app: TestApp,
  power: PowerKey,
  options: { by?: 'eastlead' | 'westlead'; line?: Line } = {},
): Promise<string> {
  const requestId = await supported(app, power, options);
  const body = { finding: 'lawful', citation: '', text: '' } as const;
  await app.as('legal').ok('POST /requests/{requestId}/legal-review', { params: { requestId }, version: 2, body });
  return requestId;
}

export const approval = { outcome: 'approve', text: '' } as const;

/** A request that is approved, and prepares if its township has a slot free. */
export async function approved(
  app: TestApp,
  power: PowerKey,
  options: { by?: 'eastlead' | 'westlead'; line?: Line } = {},
): Promise<string> {
  const requestId = await reviewed(app, power, options);
  await app.as('decider').ok('POST /requests/{requestId}/decision', { params: { requestId }, version: 3, body: { ...approval } });
  return requestId;
}

/** Every commitment delivered and confirmed, every attestation given: what the township and the county owe is done. */
export async function prepared(
  app: TestApp,
  power: PowerKey,
  options: { by?: 'eastlead' | 'westlead'; line?: Line } = {},
): Promise<string> {
  const requestId = await approved(app, power, options);
  const lead = app.as(options.by ?? 'eastlead');
  const { commitments, prerequisites } = await lead.ok('GET /requests/{requestId}/preparation', { params: { requestId } });
  for (const { id: commitmentId, version } of commitments) {
    await app
      .as(reviewerOf(power))
      .ok('POST /commitments/{commitmentId}/delivery', { params: { commitmentId }, version, body: { evidence: '已移交' } });
    await lead.ok('POST /commitments/{commitmentId}/confirmation', { params: { commitmentId }, version: version + 1 });
  }
  for (const { prerequisite } of prerequisites) {
    if (prerequisite.kind !== 'attestation') continue;
    const { version } = await fileOf(app, requestId);
    await lead.ok('POST /requests/{requestId}/attestations', {
      params: { requestId },
      version,
      body: { key: prerequisite.key, text: '已具备' },
    });
  }
  return requestId;
}

export const handOverList = {
  pendingCases: [{ description: '在办案件一件', owner: 'department' as const }],
  seals: '无',
  files: '案卷目录一册',
  accounts: '执法平台账号两个',
  contact: '王执法',
};

/** A request whose hand-over both sides have signed; answers its file. */
export async function granted(
  app: TestApp,
  power: PowerKey,
  options: { by?: 'eastlead' | 'westlead'; line?: Line } = {},
): Promise<RequestDetail> {
  const requestId = await prepared(app, power, options);
  const params = { requestId };
  const department = app.as(reviewerOf(power));
  let { version } = await department.ok('GET /requests/{requestId}', { params });
  ({ version } = await department.ok('PUT /requests/{requestId}/hand-over', { params, version, body: handOverList }));
  ({ version } = await department.ok('POST /requests/{requestId}/hand-over/signatures', { params, version }));
  return app.as(options.by ?? 'eastlead').ok('POST /requests/{requestId}/hand-over/signatures', { params, version });
}
