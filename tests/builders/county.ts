import type { Tx } from '#db/connection.ts';
import { accounts, memberships } from '#db/schema/accounts.ts';
import { organisations, type ProfileRow, settings } from '#db/schema/organisations.ts';
import { menuEditions, menuItems } from '#db/schema/editions.ts';
import { powers } from '#db/schema/powers.ts';
import { statutes, statuteVersions } from '#db/schema/statutes.ts';
import type { TermsRow } from '#db/schema/terms.ts';
import { certificates, officers } from '#db/schema/training.ts';
import type { Role } from '#server/domain/values/words.ts';
import { defaultSettings } from '#server/features/organisations/default-settings.ts';
import { terms } from './terms.ts';

/** Monday, 2 March 2026, 10:00 in the county: an ordinary working day of a year whose calendar is published. */
export const monday = Date.UTC(2026, 2, 2, 2);
const founded = Date.UTC(2025, 0, 1);
const openEnd = Date.UTC(2035, 0, 1);

/** The people of the small county. The key is account id and username; `in` is the organisation. */
export const people = {
  eastclerk: { name: '东河经办', role: 'clerk', in: 'east' },
  eastlead: { name: '东河镇长', role: 'lead', in: 'east' },
  westclerk: { name: '西关经办', role: 'clerk', in: 'west' },
  westlead: { name: '西关主任', role: 'lead', in: 'west' },
  urbanreviewer: { name: '城管审核', role: 'reviewer', in: 'urban' },
  urbanreviewer2: { name: '城管副手', role: 'reviewer', in: 'urban' },
  waterreviewer: { name: '水利审核', role: 'reviewer', in: 'water' },
  legal: { name: '法制审核', role: 'legal_reviewer', in: 'justice' },
  legal2: { name: '法制副手', role: 'legal_reviewer', in: 'justice' },
  decider: { name: '县领导', role: 'decider', in: 'county' },
  decider2: { name: '另一领导', role: 'decider', in: 'county' },
  trainer: { name: '培训专员', role: 'training_officer', in: 'justice' },
  admin: { name: '管理员', role: 'admin', in: 'county' },
  auditor: { name: '审计员', role: 'auditor', in: 'county' },
} as const satisfies Record<string, { readonly name: string; readonly role: Role; readonly in: string }>;
export type Person = keyof typeof people;

/** Organisations by id. */
const bodies = [
  { id: 'county', kind: 'county', name: '青禾县人民政府', shortName: '县政府' },
  { id: 'justice', kind: 'department', name: '青禾县司法局', shortName: '司法局', duty: 'legal' },
  { id: 'urban', kind: 'department', name: '青禾县城市管理局', shortName: '城管局' },
  { id: 'water', kind: 'department', name: '青禾县水利局', shortName: '水利局' },
  {
    id: 'east',
    kind: 'township',
    name: '东河镇人民政府',
    shortName: '东河镇',
    townshipKind: 'town',
    divisionCode: '990101101',
    residents: 42_000,
  },
  {
    id: 'west',
    kind: 'township',
    name: '西关街道办事处',
    shortName: '西关街道',
    townshipKind: 'subdistrict',
    divisionCode: '990101001',
    residents: 8_000,
  },
] as const;

const profile = (residents: number): ProfileRow => ({
  residents,
  areaSquareMetres: 50_000_000,
  communities: 12,
  staffQuota: 60,
  staffPresent: 48,
  budgetYuanPerYear: 9_000_000,
  tags: residents > 10_000 ? ['城郊'] : [],
});

const twoCertified = [{ key: 'officers', kind: 'certified_officers', certificateKind: 'law_enforcement', count: 2 }] as const;
const premises = [{ key: 'counter', kind: 'attestation', subject: 'premises', text: '有独立受理窗口' }] as const;
const vehicle = [
  {
    key: 'vehicle',
    kind: 'equipment',
    organisationId: 'urban',
    amount: 1,
    unit: 'pieces',
    description: '执法记录车',
    withinWorkingDays: 30,
  },
] as const;

/** What stands on the menu: power id = item id without its prefix. East is eligible for all, west not for `towns` and `populous`. */
export const menu = {
  fine: {
    code: 'CG-CF-001',
    name: '对占道经营的处罚',
    type: 'penalty',
    department: 'urban',
    terms: terms({ prerequisites: twoCertified, resources: vehicle, companions: ['CG-JC-001'] }),
  },
  inspect: { code: 'CG-JC-001', name: '占道经营检查', type: 'inspection', department: 'urban', terms: terms() },
  litter: {
    code: 'CG-CF-002',
    name: '对乱倒垃圾的处罚',
    type: 'penalty',
    department: 'urban',
    terms: terms({ trialMonths: 0, exclusiveWith: ['SL-QT-001'] }),
  },
  well: {
    code: 'SL-XK-001',
    name: '取水许可',
    type: 'licensing',
    department: 'water',
    terms: terms({ carrier: 'entrustment', prerequisites: premises, termMonths: 36, liability: 'high' }),
  },
  relief: { code: 'SL-JF-001', name: '抗旱补助给付', type: 'benefit', department: 'water', terms: terms({ carrier: 'service_window' }) },
  ditch: { code: 'SL-QT-001', name: '沟渠巡护', type: 'other', department: 'water', terms: terms({ exclusiveWith: ['CG-CF-002'] }) },
  towns: {
    code: 'SL-QR-001',
    name: '农田水利确认',
    type: 'confirmation',
    department: 'water',
    terms: terms({ carrier: 'entrustment', eligibility: { kinds: ['town', 'township'], tags: [], minimum: {} } }),
  },
  populous: {
    code: 'CG-QT-001',
    name: '夜市管理',
    type: 'other',
    department: 'urban',
    terms: terms({ eligibility: { kinds: [], tags: ['城郊'], minimum: { residents: 20_000 } } }),
  },
  mandated: {
    code: 'CG-QT-002',
    name: '门前三包管理',
    type: 'other',
    department: 'urban',
    terms: terms({ isReturnable: false, notReturnableBasis: '省政府令第1号第三条' }),
  },
} as const satisfies Record<
  string,
  { code: string; name: string; type: (typeof powers.$inferSelect)['statutoryType']; department: string; terms: TermsRow }
>;
export type PowerKey = keyof typeof menu;
export const itemOf = (power: PowerKey): string => `item-${power}`;

/** Rosters, with the certificate kind that the migrations bring: east has two certified officers and one without, west one without. */
const roster = [
  { id: 'officer-li', townshipId: 'east', name: '李执法', certified: true },
  { id: 'officer-wang', townshipId: 'east', name: '王执法', certified: true },
  { id: 'officer-zhao', townshipId: 'east', name: '赵新人', certified: false },
  { id: 'officer-qian', townshipId: 'west', name: '钱新人', certified: false },
] as const;

/** Fills a migrated database with a county small enough to keep in mind. */
export function seedCounty(tx: Tx, changed: Partial<Record<PowerKey, Partial<TermsRow>>> = {}): void {
  seedBodies(tx);
  seedStatutes(tx);
  seedMenu(tx, changed);
  seedRosters(tx);
}

/** Only the bodies and the people: a county that has no powers yet. */
export function seedBodies(tx: Tx): void {
  tx.insert(settings)
    .values({ id: 1, values: defaultSettings('青禾县', '青禾赋权'), isDemo: false, version: 1 })
    .run();
  seedOrganisations(tx);
  seedPeople(tx);
}

function seedOrganisations(tx: Tx): void {
  for (const body of bodies) {
    tx.insert(organisations)
      .values({
        ...{ duty: null, townshipKind: null, divisionCode: null, systemBasis: null },
        ...body,
        system: 'county',
        profile: 'residents' in body ? profile(body.residents) : null,
        contactPhone: '0000-1234567',
        complaintPhone: '0000-12345',
        address: '青禾县中心路1号',
        isActive: true,
        version: 1,
        createdAt: founded,
      })
      .run();
  }
}

function seedPeople(tx: Tx): void {
  for (const [id, person] of Object.entries(people)) {
    tx.insert(accounts)
      .values({
        id,
        username: id,
        name: person.name,
        passwordHash: 'no password',
        passwordChangedAt: founded,
        mustChangePassword: false,
        failedSignIns: 0,
        version: 1,
        createdAt: founded,
      })
      .run();
    tx.insert(memberships).values({ accountId: id, organisationId: person.in, role: person.role }).run();
  }
}

/** The law that every item of the small menu cites, and two more to rebase on. */
export const laws = {
  penalty: { title: '中华人民共和国行政处罚法', versionOn: '2021-07-15' },
  licensing: { title: '中华人民共和国行政许可法', versionOn: '2019-04-23' },
  compulsion: { title: '中华人民共和国行政强制法', versionOn: '2011-06-30' },
} as const;

function seedStatutes(tx: Tx): void {
  for (const [id, { title, versionOn }] of Object.entries(laws)) {
    tx.insert(statutes)
      .values({ id: `law-${id}`, title, kind: 'law', version: 1, createdAt: founded })
      .run();
    tx.insert(statuteVersions)
      .values({ id: `version-${id}`, statuteId: `law-${id}`, versionOn, endBasis: '', version: 1, createdAt: founded })
      .run();
  }
}

function seedMenu(tx: Tx, changed: Partial<Record<string, Partial<TermsRow>>>): void {
  tx.insert(menuEditions).values({ id: 'edition-1', number: 1, title: '第一版', state: 'draft', version: 1, createdAt: founded }).run();
  for (const [key, item] of Object.entries(menu)) {
    const { code, name, type, department } = item;
    tx.insert(powers)
      .values({
        id: key,
        code,
        name,
        statutoryType: type,
        category: type === 'penalty' ? 'enforcement' : 'approval_service',
        field: '综合',
        departmentId: department,
        version: 1,
        createdAt: founded,
      })
      .run();
    tx.insert(menuItems)
      .values({
        id: `item-${key}`,
        editionId: 'edition-1',
        powerId: key,
        terms: { ...item.terms, ...changed[key] },
        version: 1,
        createdAt: founded,
      })
      .run();
  }
  tx.update(menuEditions)
    .set({
      state: 'published',
      documentNumber: '青禾府发〔2026〕1号',
      decidedOn: '2026-01-05',
      publishedAt: Date.UTC(2026, 0, 5),
      version: 2,
    })
    .run();
}

function seedRosters(tx: Tx): void {
  for (const { certified, ...person } of roster) {
    tx.insert(officers)
      .values({ ...person, post: '执法队员', dutyPhone: '0000-7654321', joinedOn: '2025-01-01', version: 1, createdAt: founded })
      .run();
    if (!certified) continue;
    const period = { fromAt: founded, toAt: openEnd, createdAt: founded };
    tx.insert(certificates)
      .values({ id: `certificate-${person.id}`, officerId: person.id, kindId: 'law_enforcement', number: `A-${person.id}`, ...period })
      .run();
  }
}
