import type { ReactNode } from 'react';

/**
 * For an antd Select whose choices come from the server: until they are there, what is chosen shows dots instead of the number by
 * which the server knows it.
 */
export const namedOnly = { labelRender: ({ label }: { readonly label?: ReactNode }) => label ?? '…' };
