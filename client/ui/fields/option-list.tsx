import { ListBox, ListBoxItem } from 'react-aria-components';
import { Sign } from '../overlays/signs.tsx';

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** What tells two of one name apart: the organisation of a person. */
  readonly hint?: string;
}

/** What may be chosen; long names wrap, and the chosen one has a sign besides its colour. */
export function OptionList<V extends string>({ options, none }: { readonly options: readonly Option<V>[]; readonly none: string }) {
  return (
    <ListBox className="options" items={options} renderEmptyState={() => <div className="options-none">{none}</div>}>
      {({ value, label, hint }) => (
        <ListBoxItem id={value} textValue={label} className="option">
          {({ isSelected }) => (
            <>
              <span className="option-sign">{isSelected ? <Sign shape="check" /> : null}</span>
              <span>
                {label}
                {hint === undefined ? null : <span className="option-hint">{hint}</span>}
              </span>
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
