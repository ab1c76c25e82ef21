import { useMutation } from '@tanstack/react-query';
import { callForFile, type FetchedFile } from '#client/lib/call.ts';
import type { CallError } from '#client/lib/call-error.ts';
import type { LooseInput, Route } from '#client/lib/call-types.ts';
import { ProblemAlert } from '../shown/problem-alert.tsx';

export interface DownloadButtonProps {
  readonly route: Route;
  readonly input: LooseInput;
  readonly label: string;
  /** What the button says while the file is being made. */
  readonly workingLabel: string;
}

/** Fetches a file and hands it to the browser; says so while it is made, and why where it cannot be. */
export function DownloadButton({ route, input, label, workingLabel }: DownloadButtonProps) {
  const fetching = useMutation<FetchedFile, CallError>({ mutationFn: () => callForFile(route, input), onSuccess: handOver });
  return (
    <>
      <button type="button" className="button" disabled={fetching.isPending} onClick={() => fetching.mutate()}>
        {fetching.isPending ? workingLabel : label}
      </button>
      <ProblemAlert error={fetching.error} onRetry={() => fetching.mutate()} />
    </>
  );
}

function handOver({ name, content }: FetchedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
