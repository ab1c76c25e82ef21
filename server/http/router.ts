import type { Binding } from '#server/platform/binding.ts';

interface Node {
  readonly fixed: Map<string, Node>;
  parameter: { readonly name: string; readonly node: Node } | null;
  readonly bindings: Map<string, Binding>;
}
const emptyNode = (): Node => ({ fixed: new Map(), parameter: null, bindings: new Map() });

export type Match =
  | { readonly kind: 'found'; readonly binding: Binding; readonly params: Record<string, string> }
  | { readonly kind: 'other_methods'; readonly methods: readonly string[] }
  | { readonly kind: 'unknown' };

/**
 * Finds the operation of a path in time that does not grow with the number of operations: Express tries its routes one by
 * one, which would cost the last of a hundred operations more than its own work.
 */
export function createRouter(bindings: readonly Binding[]): (method: string, path: string) => Match {
  const root = emptyNode();
  for (const binding of bindings) place(root, binding);
  return (method, path) => {
    const params: Record<string, string> = {};
    const node = walk(root, path, params);
    if (!node || node.bindings.size === 0) return { kind: 'unknown' };
    const binding = node.bindings.get(method);
    return binding ? { kind: 'found', binding, params } : { kind: 'other_methods', methods: [...node.bindings.keys()] };
  };
}

function place(root: Node, binding: Binding): void {
  let node = root;
  for (const segment of binding.operation.path.split('/').slice(1)) {
    if (!segment.startsWith('{')) {
      const next = node.fixed.get(segment) ?? emptyNode();
      node.fixed.set(segment, next);
      node = next;
      continue;
    }
    const name = segment.slice(1, -1);
    if (node.parameter && node.parameter.name !== name) throw new Error(`two names for one parameter: ${node.parameter.name}, ${name}`);
    node.parameter ??= { name, node: emptyNode() };
    node = node.parameter.node;
  }
  if (node.bindings.has(binding.operation.method))
    throw new Error(`two operations at ${binding.operation.method} ${binding.operation.path}`);
  node.bindings.set(binding.operation.method, binding);
}

function walk(root: Node, path: string, params: Record<string, string>): Node | null {
  let node: Node = root;
  for (const segment of path.split('/').slice(1)) {
    const fixed = node.fixed.get(segment);
    if (fixed) {
      node = fixed;
      continue;
    }
    if (!node.parameter || segment === '') return null;
    const value = decode(segment);
    if (value === null) return null;
    params[node.parameter.name] = value;
    node = node.parameter.node;
  }
  return node;
}

function decode(segment: string): string | null {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
