// What someone typed is said again in messages: never more of it than can be taken in.

const longest = 60

/** A text in one line, shortened in its middle if it is long. */
export function shortened(typed: string): string {
  if (typed.length <= longest) return inOneLine(typed)
  const [head, tail] = [typed.slice(0, (2 * longest) / 3), typed.slice(-longest / 4)]
  // Half a character beyond the first plane is none.
  return inOneLine(
    `${head.replace(/[\ud800-\udbff]$/, '')}…${tail.replace(/^[\udc00-\udfff]/, '')}`,
  )
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ')

/** A sentence in which what is quoted is shortened. */
export const withShortQuotes = (sentence: string): string =>
  sentence.replace(/`([^`]*)`/g, (_, typed: string) => `\`${shortened(typed)}\``)

const mostNames = 3

/** Of names that there are not: a, b, c or 7 more */
export function few(names: readonly string[], mark = ''): string {
  const said = names.slice(0, mostNames).map((name) => `${mark}${shortened(name)}${mark}`)
  const more = names.length - said.length
  const last = more > 0 ? `${more} more` : said.pop()
  return said.length ? `${said.join(', ')} or ${last}` : `${last}`
}

const mostSentences = 8

/** The first of many sentences, and how many there are more; the same sentence once. */
export function firstOf(sentences: readonly string[]): string[] {
  const different = [...new Set(sentences)]
  if (different.length <= mostSentences) return different
  const more = different.length - mostSentences + 1
  return [...different.slice(0, mostSentences - 1), `${more} more things could not be read`]
}
