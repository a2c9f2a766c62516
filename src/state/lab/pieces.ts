// What a job sends, followed to its end or told in another way.

/** What `tell` makes of each piece; nothing is a breath. Leaving it leaves the pieces at once, whatever they wait for. */
export function told<T, S>(
  pieces: AsyncGenerator<T, void>,
  tell: (piece: T) => S | undefined,
): AsyncIterable<S | undefined> {
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const { done, value } = await pieces.next()
        return done ? { done, value: undefined } : { value: tell(value as T) }
      },
      async return() {
        await pieces.return()
        return { done: true, value: undefined }
      },
    }),
  }
}

/** Shows what comes until there is no more. Returns what leaves it before. */
export function follow<S>(
  pieces: AsyncIterator<S | undefined>,
  show: (piece: S) => void,
  end: (error?: unknown) => void = () => undefined,
): () => void {
  let isLeft = false
  const all = async () => {
    for (;;) {
      const { done, value } = await pieces.next()
      if (done || isLeft) return
      if (value !== undefined) show(value)
    }
  }
  all().then(
    () => isLeft || end(),
    (error) => isLeft || end(error),
  )
  return () => {
    isLeft = true
    pieces.return?.().catch(() => undefined)
  }
}
