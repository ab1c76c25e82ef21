import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useCarveOutFact } from '#client/i18n/use-carve-out-words.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useLawWords } from '#client/i18n/use-law-words.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { DescriptionList, Prose } from '#client/ui/shown/description-list.tsx';
import { MarkedLines } from '#client/ui/shown/marked-lines.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { Grant } from '../api/grant-act.ts';

/** Who may read a decision for all townships of a kind. */
const decisionReaders = ['reviewer', 'legal_reviewer', 'decider', 'admin', 'auditor'] as const;

export function GrantFacts({ grant }: { readonly grant: Grant }) {
  const { t } = useTranslation('grants');
  const word = useWords();
  const format = useFormat();
  const words = useLawWords();
  const me = useMe();
  const carveOutFact = useCarveOutFact();
  const side = { township: grant.township.name, department: grant.department.name };
  const history = `${pathTo('registerHistory', { code: grant.code, townshipId: grant.townshipId })}`;
  return (
    <>
      <Panel title={t('page.facts')}>
        <DescriptionList
          items={[
            { key: 'township', term: t('page.township'), children: grant.township.name },
            { key: 'department', term: t('page.department'), children: grant.department.name },
            { key: 'document', term: t('page.document'), children: grant.documentNumber },
            { key: 'origin', term: t('page.origin'), children: t(`page.originOf.${grant.origin}`) },
            { key: 'since', term: t('page.since'), children: format.instant(grant.startsAt) },
            { key: 'ends', term: t('page.ends'), children: grant.endsAt === null ? t('page.never') : format.instant(grant.endsAt) },
            {
              key: 'trial',
              term: t('page.trial'),
              children:
                grant.trialEndsAt === null ? t('page.never') : grant.trialClosed ? t('page.trialClosed') : format.dayAt(grant.trialEndsAt),
            },
            { key: 'carrier', term: t('page.carrier'), children: word('carrier', grant.carrier) },
            { key: 'name', term: t('page.inWhoseName'), children: side[grant.consequences.inWhoseName] },
            { key: 'respondent', term: t('page.respondent'), children: side[grant.consequences.respondent] },
            { key: 'code', term: t('page.code'), children: grant.code },
            {
              key: 'returnable',
              term: t('page.returnable'),
              children: grant.isReturnable ? t('page.returnableYes') : t('page.returnableNo', { basis: grant.notReturnableBasis ?? '' }),
            },
            {
              key: 'basis',
              term: t('page.basis'),
              isWide: true,
              children: <MarkedLines {...words.standing(grant.basesNow)} />,
            },
            ...(grant.scopeNote === '' ? [] : [{ key: 'scope', term: t('page.scope'), isWide: true, children: grant.scopeNote }]),
            ...carveOutFact(grant.carveOuts),
          ]}
        />
        <div className="row no-print grant-links">
          {grant.requestId === null ? null : <Link to={pathTo('request', { requestId: grant.requestId })}>{t('page.request')}</Link>}
          {grant.commonDecisionId === null || !hasRole(me, ...decisionReaders) ? null : (
            <Link to={pathTo('commonDecision', { decisionId: grant.commonDecisionId })}>{t('page.commonDecision')}</Link>
          )}
          <Link to={pathTo('menuItem', { itemId: grant.itemId })}>{t('page.item')}</Link>
          {/* The register is another document. */}
          <a href={history}>{t('page.history')}</a>
        </div>
      </Panel>
      {grant.responsibilities === null ? null : (
        <Panel title={t('page.responsibilities')}>
          <DescriptionList
            items={[
              {
                key: 'department',
                term: t('page.ofDepartment'),
                isWide: true,
                children: <Prose>{grant.responsibilities.department}</Prose>,
              },
              { key: 'township', term: t('page.ofTownship'), isWide: true, children: <Prose>{grant.responsibilities.township}</Prose> },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
