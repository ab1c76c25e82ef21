import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Address } from '#client/ui/lists/use-address.ts';

/** So long after the last key, what stands in the box is searched for. */
const pauseMs = 200;

interface MenuSearchProps {
  readonly address: Pick<Address<'q'>, 'set'> & { readonly values: { readonly q: string } };
  /** How many were found; undefined while the count is not loaded. */
  readonly total: number | undefined;
  /** Where the results stand, so that an arrow leads there. */
  readonly resultsId: string;
}

/** Searches while the reader types; what is being composed in an input method is left alone until it is a word. */
export function MenuSearch({ address, total, resultsId }: MenuSearchProps) {
  const { t } = useTranslation('menu');
  const id = useId();
  const { q } = address.values;
  const [typed, setTyped] = useState(q);
  const [shown, setShown] = useState(q);
  const [isTyping, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Cleared or changed from outside: the address wins, unless somebody is in the middle of a word.
  if (shown !== q) {
    setShown(q);
    if (!isTyping && typed.trim() !== q) setTyped(q);
  }
  const search = (text: string): void => {
    clearTimeout(timer.current);
    setTyping(false);
    address.set({ q: text.trim() });
  };
  const wait = (text: string): void => {
    setTyping(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(text), pauseMs);
  };
  return (
    <form
      role="search"
      className="menu-search no-print"
      onSubmit={(event) => {
        event.preventDefault();
        search(typed);
      }}
    >
      <label htmlFor={id}>{t('search')}</label>
      <input
        id={id}
        className="input"
        type="search"
        autoComplete="off"
        maxLength={80}
        placeholder={t('searchExample')}
        aria-describedby={`${id}-hint`}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          if ((event.nativeEvent as InputEvent).isComposing !== true) wait(event.target.value);
        }}
        onCompositionEnd={(event) => wait(event.currentTarget.value)}
        onKeyDown={(event) => toResults(event, resultsId)}
      />
      <p id={`${id}-hint`} className="secondary">
        {t('searchHint')}
      </p>
      <p role="status" className="visually-hidden">
        {q === '' || total === undefined ? '' : t('found', { count: total })}
      </p>
    </form>
  );
}

function toResults(event: KeyboardEvent, resultsId: string): void {
  if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
  const first = document.querySelector<HTMLElement>(`#${resultsId} tbody a, #${resultsId} .card a`);
  if (first === null) return;
  event.preventDefault();
  first.focus();
}
