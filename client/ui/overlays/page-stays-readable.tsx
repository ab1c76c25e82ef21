import { useContext, useLayoutEffect } from 'react';
import { ComboBoxStateContext } from 'react-aria-components';

/**
 * An open list of suggestions shuts nothing off: the focus stays in the field, and what stands around it may be read. The library
 * would hide all of it from screen readers while its buttons can still be reached (axe: aria-hidden-focus); what carries its mark
 * of the top layer is left alone. A layout effect, so that the mark is there before the library hides anything.
 */
export function PageStaysReadable() {
  const isOpen = useContext(ComboBoxStateContext)?.isOpen ?? false;
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    const page = [...document.body.children].filter((element) => element instanceof HTMLElement);
    for (const element of page) element.dataset['reactAriaTopLayer'] = 'true';
    return () => {
      for (const element of page) delete element.dataset['reactAriaTopLayer'];
    };
  }, [isOpen]);
  return null;
}
