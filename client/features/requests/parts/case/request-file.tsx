import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { DescriptionList, Prose, type Fact } from '#client/ui/shown/description-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { RequestView } from '#client/parts/requests/request-types.ts';

/** What the township said: who, which power, why, how many cases, by whom, from when, and in exchange for what. */
export function RequestFile({ file }: { readonly file: RequestView }) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const me = useMe();
  const seesOrders = hasRole(me, 'clerk', 'lead', 'decider', 'auditor');
  const facts: Fact[] = [
    { key: 'township', term: t('file.township'), children: file.township.name },
    { key: 'department', term: t('file.department'), children: file.department.name },
    {
      key: 'power',
      term: t('file.power'),
      isWide: true,
      children: (
        <>
          {file.power.name} <span className="secondary">{file.power.code}</span>
        </>
      ),
    },
    {
      key: 'edition',
      term: t('file.edition'),
      children: (
        <>
          {t('file.editionValue', { number: file.editionNumber })}{' '}
          <Link className="no-print" to={pathTo('menuItem', { itemId: file.itemId })}>
            {t('file.editionLink')}
          </Link>
        </>
      ),
    },
    {
      key: 'submitted',
      term: t('file.submitted'),
      children: (
        <>
          {format.instant(file.submittedAt)}{' '}
          {seesOrders ? (
            <Link className="no-print" to={pathTo('order', { orderId: file.order.id })}>
              {t('page.order')}
            </Link>
          ) : null}
        </>
      ),
    },
    ...replacing(file, t),
    { key: 'need', term: t('file.need'), isWide: true, children: <Prose>{file.need}</Prose> },
    { key: 'cases', term: t('file.cases'), children: t('file.casesValue', { count: file.casesPerYear }) },
    {
      key: 'wish',
      term: t('file.startWish'),
      children: file.startWishOn === null ? t('file.noWish') : format.day(file.startWishOn),
    },
    { key: 'approach', term: t('file.approach'), isWide: true, children: <Prose>{file.approach}</Prose> },
    {
      key: 'officers',
      term: t('file.officers'),
      isWide: true,
      children: format.list(file.officers.map(({ name }) => name)),
    },
  ];
  return (
    <Panel title={t('file.title')}>
      <DescriptionList items={facts} />
    </Panel>
  );
}

type Translate = ReturnType<typeof useTranslation<'requests'>>['t'];

function replacing({ replaces }: RequestView, t: Translate): Fact[] {
  if (replaces === null) return [];
  const children = (
    <>
      <Link to={pathTo('grant', { grantId: replaces.grantId })}>{replaces.powerName}</Link>
      <div className="secondary">{t('file.replacesWhat')}</div>
    </>
  );
  return [{ key: 'replaces', term: t('file.replaces'), isWide: true, children }];
}
