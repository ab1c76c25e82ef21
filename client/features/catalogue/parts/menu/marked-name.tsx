import { Fragment } from 'react';

export interface MarkedNameProps {
  readonly name: string;
  /** Stretches to mark, each up to behind its last character, in order. */
  readonly marks: readonly (readonly [number, number])[] | undefined;
}

/** A name with what was searched for marked in it. */
export function MarkedName({ name, marks = [] }: MarkedNameProps) {
  const starts = [0, ...marks.map(([, to]) => to)];
  return (
    <>
      {marks.map(([from, to], nth) => (
        <Fragment key={from}>
          {name.slice(starts[nth], from)}
          <mark>{name.slice(from, to)}</mark>
        </Fragment>
      ))}
      {name.slice(starts[marks.length])}
    </>
  );
}
