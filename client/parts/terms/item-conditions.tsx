import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MenuItem, Terms } from '#contract/catalogue/menu-terms.ts';
import type { Prerequisite, ResourceItem } from '#contract/words.ts';
import { pathTo } from '#client/app/paths.ts';
import { usePrerequisiteWords } from '#client/i18n/use-condition-words.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useEligibilityLines } from '#client/i18n/use-terms-words.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';

/** What the township must have, what the county owes, who may order, what belongs together. */
export function ItemConditions({ item }: { readonly item: MenuItem }) {
  const { t } = useTranslation('menu');
  const { terms } = item;
  return (
    <>
      <Panel title={t('item.prerequisites')}>
        {terms.prerequisites.length === 0 ? <p>{t('item.prerequisitesNone')}</p> : <Prerequisites list={terms.prerequisites} />}
      </Panel>
      <Panel title={t('item.resources')}>
        {terms.resources.length === 0 ? <p>{t('item.resourcesNone')}</p> : <Resources list={terms.resources} />}
      </Panel>
      <Panel title={t('item.eligibility')}>
        <Eligibility terms={terms} />
      </Panel>
      {item.companionItems.length === 0 ? null : (
        <Panel title={t('item.companions')}>
          <p className="secondary">{t('item.companionsWhy')}</p>
          <ul className="bullets">
            {item.companionItems.map(({ itemId, code, name }) => (
              <li key={code}>
                {itemId === null ? `${name} ${code}` : <Link to={pathTo('menuItem', { itemId })}>{`${name} ${code}`}</Link>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {terms.exclusiveWith.length === 0 ? null : (
        <Panel title={t('item.exclusive')}>
          <ul className="bullets">
            {terms.exclusiveWith.map((code) => (
              <li key={code}>
                <Link to={`${pathTo('menu')}?q=${encodeURIComponent(code)}`}>{code}</Link>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Prerequisites({ list }: { readonly list: readonly Prerequisite[] }) {
  const words = usePrerequisiteWords();
  return (
    <ul className="bullets">
      {list.map((one) => (
        <li key={one.key}>{words(one)}</li>
      ))}
    </ul>
  );
}

function Resources({ list }: { readonly list: readonly ResourceItem[] }) {
  const { t } = useTranslation('menu');
  const word = useWords();
  const format = useFormat();
  const organisations = useAnswer('GET /organisations', {}).data?.items ?? [];
  return (
    <DataList
      caption={t('item.resources')}
      rows={list}
      keyOf={(row) => row.key}
      empty={{ title: t('item.resourcesNone') }}
      columns={[
        {
          key: 'resource',
          title: t('item.resource'),
          isName: true,
          cell: (row) => format.labelled(word('resourceKind', row.kind), row.description),
        },
        { key: 'amount', title: t('item.amount'), isFit: true, cell: (row) => format.resource(row.amount, row.unit) },
        { key: 'owner', title: t('item.owner'), cell: (row) => organisations.find(({ id }) => id === row.organisationId)?.name ?? '' },
        { key: 'when', title: t('item.when'), cell: (row) => t('item.resourceTerm', { days: format.workingDays(row.withinWorkingDays) }) },
      ]}
    />
  );
}

function Eligibility({ terms }: { readonly terms: Terms }) {
  const lines = useEligibilityLines()(terms.eligibility);
  return (
    <ul className="bullets">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
