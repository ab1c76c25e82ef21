import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MenuItem, Terms } from '#contract/menu.ts';
import type { Prerequisite, ResourceItem } from '#contract/words.ts';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/data-list.tsx';
import { Panel } from '#client/ui/panel.tsx';

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
  const { t } = useTranslation('menu');
  const word = useWords();
  const kinds = useAnswer('GET /courses').data?.kinds ?? [];
  const nameOf = (id: string): string => kinds.find((kind) => kind.id === id)?.name ?? id;
  return (
    <ul className="bullets">
      {list.map((one) => (
        <li key={one.key}>
          {one.kind === 'certified_officers'
            ? t('item.certified', { kind: nameOf(one.certificateKind), count: one.count })
            : one.kind === 'staffing'
              ? t('item.staffing', { count: one.count })
              : t('item.attestation', { subject: word('attestationSubject', one.subject), text: one.text })}
        </li>
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
          cell: (row) => `${word('resourceKind', row.kind)}：${row.description}`,
        },
        { key: 'amount', title: t('item.amount'), isFit: true, cell: (row) => format.resource(row.amount, row.unit) },
        { key: 'owner', title: t('item.owner'), cell: (row) => organisations.find(({ id }) => id === row.organisationId)?.name ?? '' },
        { key: 'when', title: t('item.when'), cell: (row) => t('item.resourceTerm', { days: format.workingDays(row.withinWorkingDays) }) },
      ]}
    />
  );
}

function Eligibility({ terms }: { readonly terms: Terms }) {
  const { t } = useTranslation('menu');
  const word = useWords();
  const { kinds, tags, minimum } = terms.eligibility;
  const lines = [
    ...(kinds.length === 0 ? [] : [t('item.kinds', { kinds: kinds.map((kind) => word('townshipKind', kind)).join('、') })]),
    ...(tags.length === 0 ? [] : [t('item.tags', { tags: tags.join('、') })]),
    ...(minimum.residents === undefined ? [] : [t('item.residents', { count: minimum.residents })]),
    ...(minimum.staffPresent === undefined ? [] : [t('item.staffPresent', { count: minimum.staffPresent })]),
    ...(minimum.certifiedOfficers === undefined ? [] : [t('item.certifiedOfficers', { count: minimum.certifiedOfficers })]),
  ];
  if (lines.length === 0) return <p>{t('item.eligibilityAll')}</p>;
  return (
    <ul className="bullets">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
