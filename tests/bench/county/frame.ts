import { createHash } from 'node:crypto';
import type { Connection } from '#db/connection.ts';
import { defaultSettings } from '#server/features/organisations/default-settings.ts';
import { inBulk, into } from './bulk.ts';
import { departments, type Size } from './sizes.ts';

export const countyName = '青溪县';

export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly organisation: string;
}
export interface Body {
  readonly id: string;
  readonly name: string;
}
export interface Township extends Body {
  readonly lead: Person;
  readonly officerIds: readonly string[];
}

/** Who there is in the county. */
export interface Frame {
  readonly county: Body;
  readonly legalOffice: Body;
  readonly departments: readonly (Body & { readonly reviewer: Person })[];
  readonly townships: readonly Township[];
  readonly legalReviewer: Person;
  readonly deciders: readonly Person[];
}

export const formerDeciders = 2;
const deciders = 8;
const departmentNames = [
  ...[
    '自然资源和规划局',
    '农业农村局',
    '住房和城乡建设局',
    '城市管理局',
    '市场监督管理局',
    '应急管理局',
    '水利局',
    '林业和草原局',
    '交通运输局',
  ],
  ...['卫生健康局', '民政局', '人力资源和社会保障局', '文化和旅游局', '生态环境局'],
].slice(0, departments);

/** There is no sign-in: the token of a session follows from the name of its account. */
export const tokenFor = (username: string): string => `bench-${createHash('sha256').update(username).digest('hex').slice(0, 32)}`;
export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export function fillFrame(client: Connection, size: Size, startedAt: number, idAt: (at: number) => string): Frame {
  const organisation = into(
    client,
    'organisations',
    ...[
      'id',
      'kind',
      'duty',
      'system',
      'name',
      'short_name',
      'division_code',
      'township_kind',
      'profile',
      'contact_phone',
      'complaint_phone',
      'address',
    ],
    ...['is_active', 'version', 'created_at'],
  );
  const body = (
    kind: string,
    name: string,
    duty: string | null = null,
    code: string | null = null,
    townshipKind: string | null = null,
  ): Body => {
    const id = idAt(startedAt);
    organisation(
      id,
      kind,
      duty,
      'county',
      name,
      name.slice(-8),
      code,
      townshipKind,
      profileOf(kind),
      '0000-1000',
      '0000-2000',
      '县城',
      1,
      1,
      startedAt,
    );
    return { id, name };
  };
  const person = personWriter(client, startedAt, idAt);
  const officers = officerWriter(client, startedAt, idAt);
  // Every township may order every power, so that whatever the driver orders is granted a file.
  const settings = { ...defaultSettings(countyName, '青溪赋权'), mayEntrustLicencesToSubdistricts: true };
  client.prepare('INSERT INTO settings (id, "values", is_demo, version) VALUES (1, ?, 0, 1)').run(JSON.stringify(settings));

  const county = body('county', `${countyName}人民政府`);
  const legalOffice = body('department', `${countyName}司法局`, 'legal');
  const townships: Township[] = [];
  const kinds = ['township', 'town', 'subdistrict', 'ethnic_township'] as const;
  const frame: Frame = {
    county,
    legalOffice,
    departments: departmentNames.map((name, index) => {
      const department = body('department', `${countyName}${name}`);
      return { ...department, reviewer: person(`reviewer-${index}`, department, 'reviewer') };
    }),
    townships,
    legalReviewer: person('legal-0', legalOffice, 'legal_reviewer'),
    deciders: Array.from({ length: deciders }, (_, index) => person(`decider-${index}`, county, 'decider')),
  };
  person('admin', county, 'admin');
  person('auditor', county, 'auditor');
  inBulk(client, 'townships', size.townships, (index) => {
    const township = body('township', `第${index + 1}乡镇`, null, String(990_000_000 + index), kinds[index % kinds.length] ?? 'town');
    townships.push({ ...township, lead: person(`lead-${index}`, township, 'lead'), officerIds: officers(township.id) });
  });
  return frame;
}

function profileOf(kind: string): string | null {
  if (kind !== 'township') return null;
  const profile = {
    residents: 30_000,
    areaSquareMetres: 80_000_000,
    communities: 12,
    staffQuota: 80,
    staffPresent: 76,
    budgetYuanPerYear: 20_000_000,
    tags: ['城郊'],
  };
  return JSON.stringify(profile);
}

function personWriter(client: Connection, at: number, idAt: (at: number) => string) {
  const account = into(
    client,
    'accounts',
    ...[
      'id',
      'username',
      'name',
      'password_hash',
      'password_changed_at',
      'must_change_password',
      'failed_sign_ins',
      'version',
      'created_at',
    ],
  );
  const membership = into(client, 'memberships', 'account_id', 'organisation_id', 'role');
  const session = into(
    client,
    'sessions',
    'token_hash',
    'id',
    'account_id',
    'created_at',
    'last_seen_at',
    'expires_at',
    'address',
    'user_agent',
  );
  return (username: string, { id: organisationId, name: organisation }: Body, role: string): Person => {
    const accountId = idAt(at);
    const name = `${username}号`;
    // No hash of any password: these accounts have a session and can never sign in.
    account(accountId, username, name, '!', at, 0, 0, 1, at);
    membership(accountId, organisationId, role);
    session(tokenHashOf(tokenFor(username)), idAt(at), accountId, at, at, at, '127.0.0.1', 'bench');
    return { accountId, name, organisation };
  };
}

function officerWriter(client: Connection, at: number, idAt: (at: number) => string) {
  const officer = into(client, 'officers', 'id', 'township_id', 'name', 'post', 'duty_phone', 'joined_on', 'version', 'created_at');
  const certificate = into(client, 'certificates', 'id', 'officer_id', 'kind_id', 'number', 'from_at', 'to_at', 'created_at');
  const years = 365 * 86_400_000;
  return (townshipId: string): readonly string[] =>
    ['甲', '乙', '丙'].map((name) => {
      const id = idAt(at);
      officer(id, townshipId, `张${name}`, '综合行政执法队员', '0000-3000', '2020-01-02', 1, at);
      certificate(idAt(at), id, 'law_enforcement', `ZF-${id}`, at, at + 5 * years, at);
      return id;
    });
}
