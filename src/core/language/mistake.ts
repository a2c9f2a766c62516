import { withShortQuotes } from '../quote.ts'

interface Details {
  /** The place in words. */
  readonly place?: string
  readonly offers?: readonly string[]
}

/** A text that the language cannot read: one sentence that says what to do, and where. */
export class Mistake extends Error {
  override readonly name = 'Mistake'
  readonly sentence: string
  readonly at: number
  readonly length: number
  /** What may be written in place of the characters that are meant. */
  readonly offers: readonly string[]

  /**
   * @param sentence what is wrong, without the place
   * @param at index into the text as typed, from 0
   * @param length how many characters are meant, 0 at the end of the text
   */
  constructor(
    sentence: string,
    at: number,
    length: number,
    { place = `character ${at + 1}`, offers = [] }: Details = {},
  ) {
    const said = withShortQuotes(sentence)
    super(`${said}, at ${place}`)
    this.sentence = said
    this.at = at
    this.length = length
    this.offers = offers
  }
}
