import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { StatusTag } from './status-tag.tsx';

/** A deadline in a list: its last day, and how far away that is; `at` is the first instant after it. */
export function Due({ at }: { readonly at: number }) {
  const format = useFormat();
  const until = format.until(at - 1);
  return (
    <div className="due">
      {format.dayAt(at - 1)}
      <div>{at <= now() ? <StatusTag tone="bad">{until}</StatusTag> : <span className="secondary">{until}</span>}</div>
    </div>
  );
}
