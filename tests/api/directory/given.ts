import type { DirectoryEntry } from '#contract/directory/directory-entries.ts';
import type { DutyEntry } from '#contract/directory/duties.ts';
import type { TownshipPower } from '#contract/directory/township-powers.ts';
import { givenLawful } from '#tests/builders/editions.ts';
import type { TestApp } from '#tests/support/app.ts';

const basis = { law: '中华人民共和国土地管理法', article: '第七十四条', versionOn: '2019-08-26' };
const admin = (app: TestApp) => app.as('admin');

/** A line of the provincial directory; without a power, it speaks of none of the county's. */
export const listedBy = (app: TestApp, code: string, powerId: string | null, name = `目录事项${code}`): Promise<DirectoryEntry> =>
  admin(app).ok('POST /directory', {
    body: {
      ...{ code, name, powerId, statutoryType: 'penalty', field: '综合', bases: [basis], scopeNote: '' },
      ...{ decision: '某省人民政府关于乡镇行使部分行政处罚权的决定', decidedOn: '2025-06-01' },
    },
  });

export const takenBack = (app: TestApp, townshipId: string | null, powerId: string | null, name = '由上级收回的事项'): Promise<DutyEntry> =>
  admin(app).ok('POST /duties', {
    body: { list: 'taken_back', townshipId, name, field: '综合', department: '县级部门', note: '', powerId },
  });

export const statutory = (
  app: TestApp,
  kinds: TownshipPower['kinds'],
  powerId: string | null,
  name = '乡镇依法行使的职权',
): Promise<TownshipPower> => admin(app).ok('POST /township-powers', { body: { name, kinds, bases: [basis], powerId } });

/** A draft that is a copy of the menu in force, and what the gates have against it. */
export async function draftOf(app: TestApp) {
  const draft = await admin(app).ok('POST /editions', { body: { title: '第二版' } });
  const params = { editionId: draft.id };
  const { items } = await admin(app).ok('GET /editions/{editionId}/items', { params });
  const itemOfPower = (powerId: string): string => items.find((item) => item.powerId === powerId)?.id ?? '';
  const findings = async () =>
    (await admin(app).ok('GET /editions/{editionId}/check', { params })).findings.map(
      ({ gate, severity, code }) => `${code} ${gate} ${severity}`,
    );
  const publish = async () => {
    await givenLawful(app, draft.id);
    return admin(app).call('POST /editions/{editionId}/publication', {
      params,
      version: (await admin(app).ok('GET /editions')).items.find(({ id }) => id === draft.id)?.version ?? draft.version,
      body: { documentNumber: '青禾府发〔2026〕9号', decidedOn: '2026-02-27' },
    });
  };
  return { editionId: draft.id, itemOfPower, findings, publish };
}
