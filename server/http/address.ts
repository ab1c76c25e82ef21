import type { IncomingMessage } from 'node:http';

/** Who called, as far as `hops` proxies are trusted to say: each of them has written down whom it had before it. */
export function addressBehind(hops: number): (message: IncomingMessage) => string {
  return ({ headers, socket }) => {
    const own = socket.remoteAddress ?? '';
    const said = headers['x-forwarded-for'];
    if (hops === 0 || said === undefined) return own;
    const chain = [own, ...[said].flat().join(',').split(',').reverse()];
    return (chain[Math.min(hops, chain.length - 1)] ?? own).trim();
  };
}
