// Work is a generator without a clock: it yields now and then, so that whoever drives it can stop or breathe.

/** Drives a piece of work to its end, without a breath. */
export function toItsEnd<R>(work: Generator<unknown, R>): R {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value as R
  }
}
