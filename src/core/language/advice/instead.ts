// A whole text that cannot be read as it is, though it has one meaning: how that is written here.
import { limits } from '../../limits.ts'
import type { Reading } from '../arithmetic.ts'
import { quotedList } from '../cursor.ts'
import { Mistake } from '../mistake.ts'
import { parse } from '../parse.ts'
import { print } from '../print.ts'
import { bare } from './around.ts'
import { unmixed, withoutDots, withoutMethods, withoutVulgar } from './notation.ts'

/** So often what is offered for a part is put there. */
const mostMended = 4

/** A text of the language as the grammar writes it; where only one thing can be written in place of a part, with that. */
function read(text: string, reading: Reading, left = mostMended): string | undefined {
  try {
    return print(parse(text, { ...reading, isOurs: true }))
  } catch (error) {
    if (!(error instanceof Mistake)) throw error
    const { at, length, offers } = error
    const [offer] = offers
    if (offer === undefined || offers.length > 1 || left === 0) return undefined
    return read(text.slice(0, at) + offer + text.slice(at + length), reading, left - 1)
  }
}

/** What is better said of a text that cannot be read; nothing where it says nothing else here than elsewhere. */
export function instead(typed: string, reading: Reading): Mistake | undefined {
  if (typed.length > limits.expression.most) return undefined
  const { text, advice } = bare(typed)
  const functions = withoutMethods(text)
  const forms = [...new Set(unmixed(withoutVulgar(withoutDots(functions))))]
  if (forms.every((form) => form === typed.trim())) return undefined
  const meant = forms.map((form) => read(form, reading))
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
