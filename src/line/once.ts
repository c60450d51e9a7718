/** A constant that is worked out at its first use, so that importing a stage costs nothing. */
export function once<T>(work: () => T): () => T {
  let result: { value: T } | null = null;
  return () => {
    result ??= { value: work() };
    return result.value;
  };
}
