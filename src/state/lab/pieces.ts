// What a job sends, told in another way.

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
