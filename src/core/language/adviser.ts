// Who is asked what someone may have meant. What is meant is needed for mistakes alone, and there are many words: so a page
// may come without them at first, and then says only what is wrong.
import type { Expression } from './expression.ts'
import type { Mistake } from './mistake.ts'

export interface Complaint {
  readonly sentence: string
  readonly offers: readonly string[]
}

export interface Adviser {
  /** What a word before parentheses means elsewhere: texts of the language in which a_, b_, … are its arguments. */
  meantBy(word: string, args: readonly Expression[]): readonly string[]
  /** The known word that it may be a slip of. */
  near(word: string): string | undefined
  /** What is wrong with a name that is neither variable nor constant nor function. */
  complaintAbout(word: string): Complaint
  /** What is better said of a whole text that cannot be read. */
  instead(text: string, read: (text: string) => Expression): Mistake | undefined
}

const silent: Adviser = {
  meantBy: () => [],
  near: () => undefined,
  complaintAbout: (word) => ({ sentence: `\`${word}\` is not known`, offers: [] }),
  instead: () => undefined,
}

let present = silent

export const adviser = (): Adviser => present

/** From now on mistakes come with advice. */
export function takeAdviser(fresh: Adviser): void {
  present = fresh
}
