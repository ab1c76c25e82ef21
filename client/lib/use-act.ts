import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { callLoosely } from './call.ts';
import { ProblemError, type CallError } from './call-error.ts';
import type { Answer, ChangeRoute, Given, LooseInput, Optionally, ReadRoute } from './call-types.ts';
import { newIdempotencyKey } from './idempotency.ts';

export interface ActOptions<R extends ChangeRoute> {
  /** Readable operations whose answers this change makes stale, whatever their parameters; 'everything' when it reaches far. */
  readonly refreshes?: readonly ReadRoute[] | 'everything';
  readonly onDone?: (answer: Answer<R>) => void;
}

export interface Act<R extends ChangeRoute> {
  readonly act: (...input: Optionally<Given<R>>) => void;
  readonly isActing: boolean;
  /** The last attempt was acknowledged. */
  readonly isDone: boolean;
  readonly error: CallError | null;
  readonly answer: Answer<R> | undefined;
  readonly clear: () => void;
}

/**
 * One change of one form. The idempotency key belongs to the form: pressing twice, or again after a lost answer, sends
 * the same key, so that it counts once. Only an acknowledged or refused change is followed by a new key.
 */
export function useAct<R extends ChangeRoute>(route: R, options: ActOptions<R> = {}): Act<R> {
  const key = useRef<string | undefined>(undefined);
  const running = useRef(false);
  const client = useQueryClient();
  const { refreshes, onDone } = options;
  const mutation = useMutation<Answer<R>, CallError, Given<R> | undefined>({
    mutationFn: (input) => {
      key.current ??= newIdempotencyKey();
      return callLoosely<R>(route, { ...(input as LooseInput | undefined), idempotencyKey: key.current });
    },
    onSuccess: (answer) => {
      key.current = undefined;
      if (refreshes === 'everything') void client.invalidateQueries();
      else for (const stale of refreshes ?? []) void client.invalidateQueries({ queryKey: [stale] });
      onDone?.(answer);
    },
    onError: (error) => {
      // A refusal left nothing behind, so what is sent next is a new act; after a lost answer the same key asks for the same one.
      if (error instanceof ProblemError && error.problem.status < 500) key.current = undefined;
    },
    onSettled: () => {
      running.current = false;
    },
  });
  return {
    act: (...[input]) => {
      // A second press arrives before the next render, hence the ref.
      if (running.current) return;
      running.current = true;
      mutation.mutate(input);
    },
    isActing: mutation.isPending,
    isDone: mutation.isSuccess,
    error: mutation.error,
    answer: mutation.data,
    clear: mutation.reset,
  };
}
