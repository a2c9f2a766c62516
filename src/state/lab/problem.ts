/** What could not be read or done: a sentence, or one with a way out. */
export type Problem =
  | string
  | { readonly words: string; readonly action: { readonly name: string; readonly act: () => void } }

export const wordsOf = (problem: Problem): string =>
  typeof problem === 'string' ? problem : problem.words
