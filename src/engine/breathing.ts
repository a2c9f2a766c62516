/** Work that yields now and then as a job that has nothing to hand over yet. */
export function* breathing<R>(work: Generator<unknown, R>): Generator<undefined, R> {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value as R
    yield undefined
  }
}
