import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { Loading } from '#client/ui/shown/loading.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';

interface HoldersProps {
  readonly code: string;
  readonly label: string;
}

/** How many townships hold a power; opened, who they are. What the public register says, nothing more. */
export function Holders({ code, label }: HoldersProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="holders" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{label}</summary>
      {isOpen ? <HolderList code={code} /> : null}
    </details>
  );
}

function HolderList({ code }: Pick<HoldersProps, 'code'>) {
  const { t } = useTranslation('menu');
  const format = useFormat();
  const word = useWords();
  const { data, error, refetch } = useAnswer('GET /register/powers/{code}', { params: { code } });
  if (error) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const holders = data.holders.filter(({ state }) => state !== null && state !== 'ended' && state !== 'scheduled');
  return (
    <>
      <ul className="holders-list">
        {holders.map(({ townshipId, townshipName, state, sinceOn }) => (
          <li key={townshipId}>
            {townshipName}
            <span className="secondary">
              {' '}
              {[sinceOn === null ? '' : t('holders.since', { day: format.day(sinceOn) }), state === null ? '' : word('grantState', state)]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <a href={pathTo('registerPower', { code })}>{t('holders.register')}</a>
    </>
  );
}
