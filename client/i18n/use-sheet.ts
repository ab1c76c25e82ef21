import { useTranslation } from 'react-i18next';
import type { SheetColumn } from '#client/lib/list-sheet.ts';
import { useLabels } from './use-words.ts';
import type { WordList } from './word-lists.ts';

/** Names that lead to a value within a row: `place.name`. */
type PlaceIn<T> = T extends readonly unknown[]
  ? never
  : T extends object
    ? {
        [K in keyof T & string]: K | (NonNullable<T[K]> extends readonly unknown[] ? never : `${K}.${PlaceIn<NonNullable<T[K]>>}`);
      }[keyof T & string]
    : never;
type ListsIn<T> = { [K in keyof T & string]: NonNullable<T[K]> extends readonly object[] ? K : never }[keyof T & string];
type EntryOf<T, K extends keyof T> = NonNullable<T[K]> extends readonly (infer Entry)[] ? Entry : never;

/** Columns of the spreadsheet that a list is exported to. What they name is checked against the row by the compiler. */
export interface Sheet<Row> {
  readonly text: (at: PlaceIn<Row>, title: string) => SheetColumn;
  readonly number: (at: PlaceIn<Row>, title: string) => SheetColumn;
  /** A calendar day, YYYY-MM-DD. */
  readonly day: (at: PlaceIn<Row>, title: string) => SheetColumn;
  /** The day of the county on which an instant falls. */
  readonly dayAt: (at: PlaceIn<Row>, title: string) => SheetColumn;
  /** The last day before an instant: of deadlines. */
  readonly lastDayAt: (at: PlaceIn<Row>, title: string) => SheetColumn;
  readonly instant: (at: PlaceIn<Row>, title: string) => SheetColumn;
  readonly flag: (at: PlaceIn<Row>, title: string) => SheetColumn;
  /** A word on the wire, by the list that has its label. */
  readonly word: (at: PlaceIn<Row>, title: string, list: WordList) => SheetColumn;
  /** The same with labels that are no list of words. */
  readonly labelled: (at: PlaceIn<Row>, title: string, labels: Readonly<Record<string, string>>) => SheetColumn;
  /** Things within the row, e.g. its legal bases: what of each is shown, one thing behind the other. */
  readonly each: <K extends ListsIn<Row>>(at: K, parts: readonly PlaceIn<EntryOf<Row, K>>[], title: string) => SheetColumn;
}

export function useSheet<Row>(): Sheet<Row> {
  const { t } = useTranslation();
  const labelsOf = useLabels();
  const of = (as: SheetColumn['as']) => (at: string, title: string) => ({ title, at, as });
  const labelled = (at: string, title: string, words: Readonly<Record<string, string>>): SheetColumn => ({ title, at, as: 'words', words });
  return {
    text: of('text'),
    number: of('number'),
    day: of('day'),
    dayAt: of('day_at'),
    lastDayAt: of('last_day_at'),
    instant: of('instant'),
    flag: (at, title) => labelled(at, title, { true: t('state.yes'), false: t('state.no') }),
    word: (at, title, list) => labelled(at, title, labelsOf(list)),
    labelled,
    each: (at, parts, title) => ({ title, at, parts: [...parts], as: 'text' }),
  };
}
