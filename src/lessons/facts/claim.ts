// What a sentence claims, and whether the scene beside it says the same.
import { type Fact, readFact } from './fact.ts'
import type { Results, Value } from './results.ts'

export interface Claim {
  /** The words that claim it. */
  readonly words: string
  readonly fact: Fact
  /** What it must be, where that is not the number that the words say. */
  readonly is?: string
  readonly above?: number
  readonly below?: number
}

/** The attributes of a claim, as a lesson writes them: `{of=x@3}`, `{of=outcome is=diverged}`, `{of=f@20 below=0.5}`. */
export function readClaim(words: string, said: Readonly<Record<string, string>>): Claim {
  const { of, is, above, below, ...others } = said
  const [other] = Object.keys(others)
  if (of === undefined) throw new Error(`The claim “${words}” does not say \`of\` what`)
  if (other !== undefined) throw new Error(`The claim “${words}” knows no \`${other}\``)
  return {
    words,
    fact: readFact(of),
    ...(is !== undefined && { is }),
    ...(above !== undefined && { above: Number(above) }),
    ...(below !== undefined && { below: Number(below) }),
  }
}

/** The number that words say, and half a unit of its last digit: “−1.20·10⁻³”, “93 %”, “step 4”. */
function numberIn(words: string): { readonly value: number; readonly half: number } | undefined {
  const plain = words.replaceAll('−', '-').replace(/[\u2009\u00a0\u202f,](?=\d{3})/g, '')
  const [, sign = '', whole = '', part = ''] = /(-?)(\d+)(?:\.(\d+))?/.exec(plain) ?? []
  if (!whole) return undefined
  const [, raised = ''] = /10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/.exec(plain.slice(plain.indexOf(whole))) ?? []
  const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
  const power = Number([...raised].map((c) => (c === '⁻' ? '-' : digits.indexOf(c))).join('') || 0)
  const scale = 10 ** (power - (/%/.test(plain) ? 2 : 0))
  const value = Number(`${sign}${whole}.${part || 0}`) * scale
  return { value, half: 0.5 * 10 ** -part.length * scale }
}

/** What is wrong with a claim; nothing where it is true. */
export function objectionTo(claim: Claim, results: Results): string | undefined {
  const { words, fact, is, above, below } = claim
  const found = results(fact)
  const object = (why: string) => `“${words}”: ${fact.text} ${why}`
  if (found === undefined) return object('is not there')
  if (is !== undefined) return String(found) === is ? undefined : object(`is ${found}, not ${is}`)
  if (above !== undefined && !(Number(found) > above))
    return object(`is ${found}, not above ${above}`)
  if (below !== undefined && !(Number(found) < below))
    return object(`is ${found}, not below ${below}`)
  if (above !== undefined || below !== undefined) return undefined
  return agrees(words, found) ? undefined : object(`is ${found}`)
}

/** To the digits that are written. */
function agrees(words: string, found: Value): boolean {
  const said = numberIn(words)
  return (
    said !== undefined &&
    typeof found === 'number' &&
    Math.abs(said.value - found) <= said.half * (1 + 1e-9)
  )
}
