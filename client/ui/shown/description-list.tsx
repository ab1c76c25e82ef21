import type { ReactNode } from 'react';

export interface Fact {
  readonly key: string;
  readonly term: ReactNode;
  readonly children: ReactNode;
  /** Takes the whole width: long texts. */
  readonly isWide?: boolean;
}

export interface DescriptionListProps {
  readonly items: readonly Fact[];
  /** One below the other instead of side by side. */
  readonly isSingle?: boolean;
}

export function DescriptionList({ items, isSingle = false }: DescriptionListProps) {
  return (
    <dl className={isSingle ? 'facts facts-single' : 'facts'}>
      {items.map((item) => (
        <div key={item.key} className={item.isWide === true ? 'facts-wide' : undefined}>
          <dt>{item.term}</dt>
          <dd>{item.children}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A text as it was typed, with its lines. */
export function Prose({ children }: { readonly children: string }) {
  return <p className="prose">{children}</p>;
}
