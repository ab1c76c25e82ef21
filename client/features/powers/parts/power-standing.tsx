import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { DescriptionList } from '#client/ui/shown/description-list.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { OnePower } from '../api/powers.ts';

/** What the provincial directory, the duty lists and the statutes say of a power; each line leads to where it is kept. */
export function PowerStanding({ power }: { readonly power: OnePower }) {
  const { t } = useTranslation('powers');
  const word = useWords();
  const format = useFormat();
  const query = { powerId: power.id, limit: '50' };
  const entries = useAnswer('GET /directory', { query }).data?.items;
  const duties = useAnswer('GET /duties', { query }).data?.items;
  const statutory = useAnswer('GET /township-powers', { query }).data?.items;
  const search = `?q=${encodeURIComponent(power.code)}`;
  return (
    <Panel title={t('standing.title')} id="standing">
      <DescriptionList
        isSingle
        items={[
          {
            key: 'directory',
            term: t('standing.directory'),
            children: (
              <Lines
                lines={entries?.map(({ id, code, name, endedOn }) => ({
                  key: id,
                  to: pathTo('directoryEntry', { entryId: id }),
                  words: t('standing.entry', { name, code }),
                  after: endedOn === null ? null : <StatusTag tone="ended">{t('standing.ended')}</StatusTag>,
                }))}
                none={<Link to={`${pathTo('directory')}${entries?.length === 0 ? '?link=unlinked' : search}`}>{t('standing.find')}</Link>}
              />
            ),
          },
          {
            key: 'duties',
            term: t('standing.duties'),
            children: (
              <Lines
                lines={duties?.map(({ id, name, list, townshipName }) => ({
                  key: id,
                  to: pathTo('duty', { dutyId: id }),
                  words: name,
                  after: (
                    <span className="secondary">
                      {format.list([word('dutyList', list), ...(townshipName === null ? [] : [townshipName])])}
                    </span>
                  ),
                }))}
              />
            ),
          },
          {
            key: 'statutory',
            term: t('standing.statutory'),
            children: (
              <Lines
                lines={statutory?.map(({ id, name, kinds }) => ({
                  key: id,
                  to: pathTo('townshipPower', { townshipPowerId: id }),
                  words: name,
                  after:
                    kinds.length === 0 ? null : (
                      <span className="secondary">{format.list(kinds.map((one) => word('townshipKind', one)))}</span>
                    ),
                }))}
              />
            ),
          },
        ]}
      />
    </Panel>
  );
}

interface Line {
  readonly key: string;
  readonly to: string;
  readonly words: string;
  readonly after: ReactNode;
}

function Lines({ lines, none = null }: { readonly lines: readonly Line[] | undefined; readonly none?: ReactNode }) {
  const { t } = useTranslation('powers');
  if (lines === undefined) return null;
  if (lines.length === 0) {
    return (
      <span>
        {t('standing.none')} {none}
      </span>
    );
  }
  return (
    <ul className="bullets">
      {lines.map(({ key, to, words, after }) => (
        <li key={key}>
          <Link to={to}>{words}</Link> {after}
        </li>
      ))}
    </ul>
  );
}
