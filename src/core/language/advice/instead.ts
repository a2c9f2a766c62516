// A whole text that cannot be read as it is, though it has one meaning: how that is written here.
import { quotedList } from '../cursor.ts'
import type { Expression } from '../expression.ts'
import { Mistake } from '../mistake.ts'
import { print } from '../print.ts'
import { bare } from './around.ts'
import { unmixed, withoutDots, withoutMethods, withoutVulgar } from './notation.ts'

type Read = (text: string) => Expression

/** So often what is offered for a part is put there. */
const mostMended = 4

/** A text of the language as the grammar writes it; where only one thing can be written in place of a part, with that. */
function written(text: string, read: Read, left = mostMended): string | undefined {
  try {
    return print(read(text))
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    const { at, length, offers } = error
    const [offer] = offers
    if (offer === undefined || offers.length > 1 || left === 0) return undefined
    return written(text.slice(0, at) + offer + text.slice(at + length), read, left - 1)
  }
}

/** What is better said of a text that cannot be read; nothing where it says nothing else here than elsewhere. */
export function instead(typed: string, read: Read): Mistake | undefined {
  const { text, advice } = bare(typed)
  const functions = withoutMethods(text)
  const forms = [...new Set(unmixed(withoutVulgar(withoutDots(functions))))]
  if (forms.every((form) => form === typed.trim())) return undefined
  const meant = forms.map((form) => written(form, read))
  const offers = [...new Set(meant.filter((form) => form !== undefined))]
  const said = (sentence: string) => new Mistake(sentence, 0, typed.length, { offers })
  if (!meant.includes(undefined)) {
    const how = advice ? `${advice}: ` : text === typed.trim() ? 'write ' : 'write only '
    return said(how + quotedList(offers))
  }
  if (advice) return said(advice)
  return functions === text
    ? undefined
    : said('write `abs(x)` instead of `x.abs()`, and so with every function')
}
