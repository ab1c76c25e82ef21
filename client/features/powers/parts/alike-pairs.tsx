import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { Notice } from '#client/ui/shown/notice.tsx';
import type { AlikePair } from '../api/powers.ts';
import { AlikeVerdict } from './alike-verdict.tsx';

const keyOf = ({ left, power }: AlikePair): string => `${left.kind} ${left.id} ${power.id}`;

function placeOf({ kind, id }: AlikePair['left']): string {
  if (kind === 'power') return pathTo('power', { powerId: id });
  if (kind === 'directory_entry') return pathTo('directoryEntry', { entryId: id });
  return kind === 'duty_entry' ? pathTo('duty', { dutyId: id }) : pathTo('townshipPower', { townshipPowerId: id });
}

/** Pairs of names, each with what both have in common; an admin says what they are. */
export function AlikePairs({ pairs }: { readonly pairs: readonly AlikePair[] }) {
  const { t } = useTranslation('powers');
  const isAdmin = hasRole(useMe(), 'admin');
  const [done, setDone] = useState<'same' | 'different' | null>(null);
  const [asked, setAsked] = useState<{ readonly key: string; readonly verdict: 'same' | 'different' } | null>(null);
  return (
    <div className="stack">
      {done === null ? null : (
        <Notice tone="good" announce="status">
          {t(`alike.done.${done}`)}
        </Notice>
      )}
      <ul className="case-list">
        {pairs.map((pair) => {
          const key = keyOf(pair);
          const names = { left: pair.left.name, power: pair.power.name };
          return (
            <li key={key} className="stack-tight">
              <Names pair={pair} />
              {!isAdmin ? null : asked?.key === key ? (
                <AlikeVerdict
                  pair={pair}
                  verdict={asked.verdict}
                  onDone={(verdict) => {
                    setDone(verdict);
                    setAsked(null);
                  }}
                  onClose={() => setAsked(null)}
                />
              ) : (
                <div className="row">
                  {(['same', 'different'] as const).map((verdict) => (
                    <Button
                      key={verdict}
                      size="small"
                      aria-label={t(`alike.${verdict}Of`, names)}
                      onClick={() => setAsked({ key, verdict })}
                    >
                      {t(`alike.${verdict}`)}
                    </Button>
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Names({ pair }: { readonly pair: AlikePair }) {
  const { t } = useTranslation('powers');
  const word = useWords();
  const format = useFormat();
  const { left, power, likeness, common } = pair;
  const about = [
    t(`alike.kinds.${left.kind}`),
    ...(left.list === null ? [] : [word('dutyList', left.list), t('alike.lists', { count: left.count })]),
    ...(left.code === null ? [] : [left.code]),
  ];
  return (
    <>
      <p>
        <Link to={placeOf(left)}>{left.name}</Link> <span className="secondary">{t('alike.about', { about: format.list(about) })}</span>
      </p>
      <p>
        <Link to={pathTo('power', { powerId: power.id })}>{power.name}</Link>{' '}
        <span className="secondary">{t('alike.about', { about: format.list([power.code, power.departmentName]) })}</span>
      </p>
      <p className="secondary">
        {t('alike.likeness', { percent: likeness })} · {t('alike.common', { parts: common.join(' / ') })}
      </p>
    </>
  );
}
