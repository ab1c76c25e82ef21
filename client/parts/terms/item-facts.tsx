import { useTranslation } from 'react-i18next';
import type { MenuItem } from '#contract/catalogue/menu-terms.ts';
import { useCarveOutFact } from '#client/i18n/use-carve-out-words.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { onlyTownshipOf, useMe } from '#client/lib/session.ts';
import { DescriptionList, Prose } from '#client/ui/shown/description-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ItemBases } from './item-bases.tsx';

/** What the power is, on what it rests, and what its carrier means in court. */
export function ItemFacts({ item }: { readonly item: MenuItem }) {
  const { t } = useTranslation('menu');
  const word = useWords();
  const format = useFormat();
  const { terms, consequences } = item;
  const carveOutFact = useCarveOutFact();
  // To a township its own name says more than "the township".
  const side = { township: onlyTownshipOf(useMe())?.name ?? word('actor', 'township'), department: item.departmentName };
  return (
    <>
      <Panel>
        <DescriptionList
          items={[
            { key: 'code', term: t('item.code'), children: item.code },
            { key: 'type', term: t('item.type'), children: word('statutoryType', item.statutoryType) },
            { key: 'category', term: t('item.category'), children: word('category', item.category) },
            { key: 'department', term: t('item.department'), children: item.departmentName },
            { key: 'carrier', term: t('item.carrier'), children: word('carrier', item.carrier) },
            {
              key: 'tiers',
              term: t('item.tiers'),
              children: t('tiers', { difficulty: word('difficulty', item.difficulty), liability: word('liability', item.liability) }),
            },
            {
              key: 'trial',
              term: t('item.trial'),
              children: terms.trialMonths === 0 ? t('item.trialNone') : format.months(terms.trialMonths),
            },
            {
              key: 'term',
              term: t('item.term'),
              children: terms.termMonths === null ? t('item.termOpen') : format.months(terms.termMonths),
            },
            { key: 'start', term: t('item.start'), children: <StartWords item={item} /> },
            {
              key: 'returnable',
              term: t('item.returnable'),
              isWide: !terms.isReturnable,
              children: terms.isReturnable ? t('item.returnableYes') : t('item.returnableNo', { basis: terms.notReturnableBasis ?? '' }),
            },
            {
              key: 'basis',
              term: t('item.basis'),
              isWide: true,
              children: <ItemBases item={item} />,
            },
            ...(terms.scopeNote === '' ? [] : [{ key: 'scope', term: t('item.scope'), isWide: true, children: terms.scopeNote }]),
            ...carveOutFact(terms.carveOuts),
          ]}
        />
      </Panel>
      <Panel title={t('item.consequences')}>
        <DescriptionList
          items={[
            { key: 'name', term: t('item.inWhoseName'), children: side[consequences.inWhoseName] },
            { key: 'decides', term: t('item.decides'), children: side[consequences.decides] },
            {
              key: 'respondent',
              term: t('item.respondent'),
              children: (
                <>
                  {side[consequences.respondent]}
                  <div className="secondary">{t('item.respondentBasis')}</div>
                </>
              ),
            },
            { key: 'paper', term: t('item.paper'), children: word('paper', consequences.paper) },
          ]}
        />
      </Panel>
      {terms.responsibilities === null ? null : (
        <Panel title={t('item.responsibilities')}>
          <DescriptionList
            items={[
              {
                key: 'department',
                term: t('item.ofDepartment'),
                isWide: true,
                children: <Prose>{terms.responsibilities.department}</Prose>,
              },
              { key: 'township', term: t('item.ofTownship'), isWide: true, children: <Prose>{terms.responsibilities.township}</Prose> },
            ]}
          />
        </Panel>
      )}
    </>
  );
}

/** The four tests of the county, and why it is on offer in spite of an exclusion. */
export function ItemSuitability({ item }: { readonly item: MenuItem }) {
  const { t } = useTranslation('menu');
  const word = useWords();
  const { suitability } = item.terms;
  if (suitability === null) return null;
  const answer = (holds: boolean): string => t(holds ? 'item.isYes' : 'item.isNo');
  const { exclusions, exclusionReason } = suitability;
  return (
    <Panel title={t('item.suitability')}>
      <DescriptionList
        items={[
          { key: 'frequent', term: t('item.frequent'), children: answer(suitability.isFrequent) },
          { key: 'spot', term: t('item.easyToSpot'), children: answer(suitability.isEasyToSpot) },
          { key: 'on', term: t('item.canBeTakenOn'), children: answer(suitability.canBeTakenOn) },
          { key: 'managed', term: t('item.canBeManaged'), children: answer(suitability.canBeManaged) },
        ]}
      />
      {exclusions.map((one) => (
        <p key={one}>{t('item.exclusion', { what: word('exclusion', one), why: exclusionReason ?? '' })}</p>
      ))}
    </Panel>
  );
}

function StartWords({ item }: { readonly item: MenuItem }) {
  const { t } = useTranslation('menu');
  const format = useFormat();
  const { startRule } = item.terms;
  switch (startRule.kind) {
    case 'on_signing':
      return t('item.startSigning');
    case 'on_day':
      return t('item.startOn', { day: format.day(startRule.on) });
    case 'days_after_issue':
      return t('item.startAfter', { count: startRule.days });
  }
}
