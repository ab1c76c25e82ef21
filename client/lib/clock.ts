/** The one place where the client reads the time; tests replace it. Rights never depend on it, only words such as "in 3 days". */
let read = (): number => Date.now();

export function now(): number {
  return read();
}

export function setClock(clock: () => number): () => void {
  const former = read;
  read = clock;
  return () => {
    read = former;
  };
}
