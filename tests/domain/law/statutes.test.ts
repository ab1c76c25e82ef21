import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canSupport,
  effectiveBases,
  faultOfMark,
  kindOfTitle,
  lawFlagOf,
  rebase,
  reviewOf,
  standingsOn,
  titleOf,
  validityOn,
  type BasisReview,
  type StatuteVersion,
} from '#server/domain/law/statutes.ts';
import type { LegalBasis } from '#server/domain/menu/terms.ts';
import { addDays } from '#server/domain/time/time.ts';

const air: StatuteVersion = {
  ...{ id: 'air', title: '中华人民共和国大气污染防治法', versionOn: '2018-10-26' },
  ...{ endedOn: '2026-08-15', endKind: 'repealed', markedAt: 1000 },
};
const water: StatuteVersion = {
  ...air,
  id: 'water',
  title: '中华人民共和国水法',
  versionOn: '2016-07-02',
  endedOn: null,
  endKind: null,
  markedAt: null,
};
const citing = ({ title, versionOn }: StatuteVersion, article = '第一百一十九条'): LegalBasis => ({ law: title, versionOn, article });
const review = (changes: Partial<BasisReview> = {}): BasisReview => ({
  id: 'r1',
  versionId: 'air',
  act: 'reconfirmed',
  newBases: null,
  at: 1000,
  ...changes,
});

describe('a version', () => {
  it('is the law until the day from which it is amended or repealed', () => {
    expect(validityOn(air, '2026-08-14')).toBe('ending');
    expect(validityOn(air, '2026-08-15')).toBe('ended');
    expect(validityOn(water, '2099-01-01')).toBe('in_force');
  });

  it('is marked once, after it began, with a basis, and gives way to one that is then the law', () => {
    const mark = { endedOn: '2026-08-15', endBasis: '《生态环境法典》第一千二百四十二条' };
    const faults = (version: StatuteVersion, changes: Partial<typeof mark> = {}, successor: StatuteVersion | null = null) =>
      faultOfMark(version, { ...mark, ...changes }, successor);
    expect(faults(water)).toBeNull();
    expect(faults(air)).toBe('statute_version_ended');
    expect(faults(water, { endedOn: water.versionOn })).toBe('period_reversed');
    expect(faults(water, { endBasis: ' ' })).toBe('reason_required');
    expect(faults(water, {}, water)).toBe('successor_unfit');
    expect(faults(water, {}, air)).toBe('successor_unfit');
    expect(faults(water, {}, { ...air, endedOn: '2026-08-16' })).toBeNull();
  });

  it('supports others only while it is the law: today, or when the old one ends', () => {
    expect(canSupport(water, air, '2026-09-01')).toBe(true);
    expect(canSupport(air, air, '2026-01-01')).toBe(false);
    expect(canSupport({ ...water, endedOn: '2026-08-01' }, air, '2026-07-01')).toBe(false);
    expect(canSupport({ ...water, endedOn: '2026-09-01' }, air, '2026-08-20')).toBe(true);
  });
});

describe('titles', () => {
  it('are compared without book marks', () => {
    expect(titleOf(' 《中华人民共和国水法》 ')).toBe('中华人民共和国水法');
    expect(titleOf('中华人民共和国水法')).toBe('中华人民共和国水法');
  });

  it('say of what kind a statute seems to be', () => {
    expect(kindOfTitle('中华人民共和国水法')).toBe('law');
    expect(kindOfTitle('城市绿化条例')).toBe('administrative_regulation');
  });
});

describe('what rests on a version', () => {
  const standing = (reviews: readonly BasisReview[], day = '2026-08-15', isRecallOpen = false) =>
    standingsOn([citing(air), citing(water)], [air, water], reviews, { day, isRecallOpen });
  const flag = (...given: Parameters<typeof standing>) => lawFlagOf(standing(...given));

  it('is flagged from the day of its end until it is reconfirmed, or a recall is under way', () => {
    expect(flag([], '2026-08-14')).toBeNull();
    expect(flag([])).toBe('repealed');
    expect(flag([review()])).toBeNull();
    expect(flag([review({ act: 'recalled' })], '2026-08-15', true)).toBeNull();
    expect(flag([review({ act: 'recalled' })], '2026-08-15', false)).toBe('repealed');
  });

  it('is judged by the newest review since its end was entered', () => {
    expect(flag([review({ at: 999 })])).toBe('repealed');
    expect(flag([review(), review({ id: 'r2', act: 'rebased', newBases: [citing(air)] })])).toBe('repealed');
    expect(flag([review({ versionId: 'water' })])).toBe('repealed');
    expect(reviewOf([review(), review({ id: 'r2' })], air)?.id).toBe('r2');
    expect(reviewOf([review()], { id: 'air', markedAt: null })).toBeNull();
  });

  it('counts an amendment less than a repeal, and says what the register does not know', () => {
    const amended = { ...water, endedOn: '2026-01-01', endKind: 'amended', markedAt: 1 } as const;
    const both = standingsOn([citing(amended), citing(air)], [air, amended], [], { day: '2026-09-01' });
    expect(lawFlagOf(both)).toBe('repealed');
    expect(lawFlagOf(both.slice(0, 1))).toBe('amended');
    expect(standingsOn([citing(air)], [], [], { day: '2026-09-01' })).toMatchObject([{ validity: 'unknown', needsReview: false }]);
  });
});

const laws = ['甲法', '乙法', '丙法'] as const;
const bases = fc.array(
  fc.record({
    law: fc.constantFrom(...laws),
    versionOn: fc.constantFrom('2019-01-01', '2020-01-01'),
    article: fc.constantFrom('第一条', '第二条'),
  }),
  { maxLength: 6 },
);

describe('a rebase', () => {
  const old = { title: '甲法', versionOn: '2019-01-01' };
  const basis: LegalBasis = { law: '丁法', versionOn: '2026-08-15', article: '第九条' };
  const isOld = ({ law, versionOn }: LegalBasis): boolean => law === old.title && versionOn === old.versionOn;

  it('leaves nothing on the old version, touches nothing else, and names the new basis once', () => {
    fc.assert(
      fc.property(bases, (own) => {
        const after = rebase(own, old, basis);
        expect(after.some(isOld)).toBe(false);
        expect(after.filter((one) => one === basis)).toHaveLength(own.some(isOld) ? 1 : 0);
        const others = own.filter((one) => !isOld(one));
        for (const one of others) expect(after).toContainEqual(one);
        expect(after.length).toBeLessThanOrEqual(own.length);
      }),
    );
  });

  it('lies over the terms, the newest one counting, whatever was reconfirmed in between', () => {
    fc.assert(
      fc.property(bases, fc.array(fc.option(bases)), (own, story) => {
        const reviews = story.map((newBases) => ({ newBases }));
        const newest = story.filter((one) => one !== null).at(-1);
        expect(effectiveBases(own, reviews)).toBe(newest ?? own);
      }),
    );
  });

  it('never flags before the day, and flags every day after it until somebody looks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.boolean(), (days, isReviewed) => {
        const day = addDays('2026-08-15', days);
        const [standing] = standingsOn([citing(air)], [air], isReviewed ? [review()] : [], { day });
        expect(standing?.needsReview).toBe(days >= 0 && !isReviewed);
      }),
    );
  });
});
