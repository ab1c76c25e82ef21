import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useEditions, type EditionItem } from '#client/parts/editions/editions.ts';
import { fieldOf } from '../parts/draft/edition-finding-words.ts';
import { EditionItemDrop } from '../parts/draft/edition-item-drop.tsx';
import { EditionItemFindings } from '../parts/draft/edition-item-findings.tsx';
import { EditionItemForm } from '../parts/terms/edition-item-form.tsx';
import { ItemConditions } from '#client/parts/terms/item-conditions.tsx';
import { ItemFacts } from '#client/parts/terms/item-facts.tsx';

/** One item of an edition: a form on the draft for those who may edit it, the terms in full for everybody else. */
export function EditionItemScreen() {
  const { t } = useTranslation('editions');
  const me = useMe();
  const navigate = useNavigate();
  const { editionId = '', itemId = '' } = useParams();
  const [saves, setSaves] = useState(0);
  const edition = useEditions().data?.items.find(({ id }) => id === editionId);
  const { data: item, error, refetch } = useAnswer('GET /editions/{editionId}/items/{itemId}', { params: { editionId, itemId } });
  const isReady = item !== undefined && edition !== undefined;
  useSectionAsked(isReady);
  if (error && !item) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!isReady) return <Loading />;
  const isDraft = edition.state === 'draft';
  const mayChange = isDraft && hasRole(me, 'admin');
  const findings = isDraft ? item.findings : [];
  const elsewhere = mayChange ? findings.filter(({ field }) => fieldOf(field) === null) : findings;
  const reload = (): void => void refetch();
  return (
    <>
      <PageHeader
        title={item.name}
        lead={item.code}
        crumbs={[
          { title: t('title'), to: pathTo('editions') },
          { title: t('edition', { title: edition.title, number: edition.number }), to: pathTo('edition', { editionId }) },
        ]}
      />
      {saves === 0 ? null : (
        <Notice tone="good" announce="status">
          {t('item.saved')}
        </Notice>
      )}
      {elsewhere.length === 0 ? null : (
        <Panel title={t('item.findings')}>
          <div className="stack">
            <EditionItemFindings findings={elsewhere} />
          </div>
        </Panel>
      )}
      {mayChange ? (
        <>
          <PowerFacts item={item} />
          <EditionItemForm key={saves} item={item} findings={findings} onSaved={() => setSaves(saves + 1)} onReload={reload} />
          <EditionItemDrop
            item={item}
            onReload={reload}
            onDone={() => void navigate(pathTo('edition', { editionId }), { state: { dropped: true } })}
          />
        </>
      ) : (
        <>
          <p className="secondary">{isDraft ? t('item.reviewOnly') : t('item.readOnly')}</p>
          <ItemFacts item={item} />
          <ItemConditions item={item} />
        </>
      )}
    </>
  );
}

/** What belongs to the power, not to its terms, and does not change from edition to edition. */
function PowerFacts({ item }: { readonly item: EditionItem }) {
  const { t } = useTranslation('editions');
  const word = useWords();
  return (
    <Panel title={t('field.power')}>
      <DescriptionList
        items={[
          { key: 'type', term: t('add.type'), children: word('statutoryType', item.statutoryType) },
          { key: 'category', term: t('add.category'), children: word('category', item.category) },
          { key: 'field', term: t('add.field'), children: item.field },
          { key: 'department', term: t('add.department'), children: item.departmentName },
        ]}
      />
    </Panel>
  );
}

/** A link of a finding leads to the terms that it is about, once they are there. */
function useSectionAsked(isReady: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!isReady || hash === '') return;
    const section = document.getElementById(hash.slice(1));
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('input, textarea, button, [role="combobox"]')?.focus({ preventScroll: true });
  }, [isReady, hash]);
}
