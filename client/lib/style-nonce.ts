/**
 * antd forgets the nonce in two helpers (measuring a scrollbar, locking the scroll of drawers), and a style element
 * without it is refused by the content security policy. So every style element gets it when it is created.
 */
export function giveEveryStyleTheNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  if (nonce === undefined || nonce === '') return undefined;
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name.toLowerCase() === 'style') element.setAttribute('nonce', nonce);
    return element;
  };
  return nonce;
}
