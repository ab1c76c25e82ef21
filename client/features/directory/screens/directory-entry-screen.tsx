import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useAct } from '#client/lib/use-act.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { reaches, type Entry } from '../api/directory.ts';
import { BasisWords } from '../parts/basis-words.tsx';
import { EntryEnd } from '../parts/entry-end.tsx';
import { EntryForm } from '../parts/entry-form.tsx';
import { LinkedPower, PowerLink } from '../parts/power-link.tsx';

/** One entry of the provincial directory, or a new one. */
export function DirectoryEntryScreen() {
  const { entryId = '' } = useParams();
  return entryId === 'new' ? <NewEntry /> : <OneEntry entryId={entryId} />;
}

function NewEntry() {
  const { t } = useTranslation('directory');
  return (
    <>
      <PageHeader title={t('directory.add')} crumbs={[{ title: t('directory.title'), to: pathTo('directory') }]} />
      <Panel>
        <EntryForm entry={null} onSaved={() => undefined} onReload={() => undefined} />
      </Panel>
    </>
  );
}

function OneEntry({ entryId }: { readonly entryId: string }) {
  const { t } = useTranslation('directory');
  const me = useMe();
  const { data: entry, error, refetch } = useAnswer('GET /directory/{entryId}', { params: { entryId } });
  const link = useAct('PUT /directory/{entryId}/power', { refreshes: reaches });
  if (error && !entry) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!entry) return <Loading />;
  const reload = (): void => void refetch();
  const isAdmin = hasRole(me, 'admin');
  return (
    <>
      <PageHeader
        title={entry.name}
        lead={entry.code}
        crumbs={[{ title: t('directory.title'), to: pathTo('directory') }]}
        status={
          <StatusTag tone={entry.endedOn === null ? 'good' : 'ended'}>
            {t(entry.endedOn === null ? 'state.in_force' : 'state.ended')}
          </StatusTag>
        }
      />
      <EntryFacts entry={entry} hasLink={!isAdmin} mayOpen={hasRole(me, 'legal_reviewer', 'auditor')} />
      {isAdmin ? (
        <>
          <PowerLink
            key={`link ${String(entry.version)}`}
            of={entry}
            means={t('link.meansListed')}
            act={link}
            onLink={(powerId) => link.act({ params: { entryId }, version: entry.version, body: { powerId } })}
            onReload={reload}
          />
          <Panel title={t('entry.edit')}>
            <EntryForm key={entry.version} entry={entry} onSaved={reload} onReload={reload} />
          </Panel>
          <EntryEnd key={`end ${String(entry.version)}`} entry={entry} onReload={reload} />
        </>
      ) : null}
    </>
  );
}

interface EntryFactsProps {
  readonly entry: Entry;
  /** Who may change the link sees it where it is changed. */
  readonly hasLink: boolean;
  readonly mayOpen: boolean;
}

function EntryFacts({ entry, hasLink, mayOpen }: EntryFactsProps) {
  const { t } = useTranslation('directory');
  const word = useWords();
  const format = useFormat();
  return (
    <Panel title={t('entry.facts')}>
      <DescriptionList
        items={[
          { key: 'type', term: t('entry.statutoryType'), children: word('statutoryType', entry.statutoryType) },
          { key: 'field', term: t('entry.field'), children: entry.field },
          { key: 'decision', term: t('entry.decision'), isWide: true, children: entry.decision },
          { key: 'decidedOn', term: t('entry.decidedOn'), children: format.day(entry.decidedOn) },
          ...(entry.endedOn === null ? [] : [{ key: 'endedOn', term: t('end.on'), children: format.day(entry.endedOn) }]),
          { key: 'bases', term: t('basis.title'), isWide: true, children: <BasisWords bases={entry.bases} /> },
          ...(entry.scopeNote === '' ? [] : [{ key: 'scope', term: t('entry.scopeNote'), isWide: true, children: entry.scopeNote }]),
          ...(hasLink
            ? [{ key: 'power', term: t('column.power'), isWide: true, children: <LinkedPower of={entry} mayOpen={mayOpen} /> }]
            : []),
        ]}
      />
    </Panel>
  );
}
