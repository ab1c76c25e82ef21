import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useBadges } from '../api/badges.ts';
import { useFavourites, type Favourite } from '../api/favourites.ts';
import { Badges } from '../parts/menu/badges.tsx';
import { useFavouriteSheet } from '../parts/sheets.ts';

/** What somebody marked, whether the menu in force still has it or not. */
export function FavouritesScreen() {
  const { t } = useTranslation('menu');
  const format = useFormat();
  const favourites = useFavourites();
  const badges = useBadges(favourites.items?.flatMap(({ itemId }) => itemId ?? []) ?? []);
  const badgeOf = ({ itemId }: Favourite) => (itemId === null ? undefined : badges.get(itemId));
  return (
    <>
      <PageHeader
        title={t('favourites.title')}
        lead={t('favourites.lead')}
        crumbs={[{ title: t('item.crumb'), to: pathTo('menu') }]}
        actions={<ButtonLink to={`${pathTo('menu')}?standing=favourite`}>{t('favourites.inMenu')}</ButtonLink>}
      />
      <Panel>
        <ProblemAlert error={favourites.error} />
        <DataList
          caption={t('favourites.title')}
          rows={favourites.items}
          keyOf={(row) => row.powerId}
          actions={<ExportButton list="GET /menu/favourites" sheet={useFavouriteSheet()} />}
          empty={{ title: t('empty.marked'), advice: t('empty.howToMark') }}
          columns={[
            {
              key: 'power',
              title: t('column.power'),
              isName: true,
              cell: (row) => (
                <>
                  {row.itemId === null ? row.name : <Link to={pathTo('menuItem', { itemId: row.itemId })}>{row.name}</Link>}
                  <div className="row secondary">
                    {row.code}
                    {row.itemId === null ? <StatusTag tone="ended">{t('favourites.gone')}</StatusTag> : null}
                  </div>
                </>
              ),
            },
            { key: 'department', title: t('column.department'), cell: (row) => row.departmentName },
            {
              key: 'standing',
              title: t('column.standing'),
              cell: (row) => <Badges badge={badgeOf(row)} item={{ code: row.code, release: 'optional' }} />,
            },
            {
              key: 'marked',
              title: t('favourites.markedOn'),
              isFit: true,
              cell: (row) => (row.markedAt === 0 ? '' : format.dayAt(row.markedAt)),
            },
            {
              key: 'act',
              title: t('column.act'),
              isFit: true,
              cell: (row) => (
                <button
                  type="button"
                  className="button"
                  aria-label={t('star.unmarkOf', { power: row.name })}
                  onClick={() => favourites.toggle(row)}
                >
                  {t('star.unmark')}
                </button>
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
