// core/language/advice/: what someone may have meant by what the language does not know; it comes with the first who types.
//
// What someone may have meant by a word that the language does not know. Advice never changes the function: a word is
// taken apart only where each part is one that nobody would take for another.
import type { Adviser, Complaint } from '../adviser.ts'
import { quotedList } from '../cursor.ts'
import type { Expression } from '../expression.ts'
import { Mistake } from '../mistake.ts'
import { constants, functionNamed, functionNames } from '../operations/names.ts'
import { operations } from '../operations.ts'
import { nearest } from '../spelling.ts'
import { elsewhere } from './elsewhere.ts'
import { instead } from './instead.ts'
import { latexRead } from './latexRead.ts'

/** Names that people type for what is no number. */
const noNumbers = ['nan', 'inf', 'infinity', 'undefined', 'none', 'null']

/** Words before which something ends that holds in one case only. */
const caseWords = ['for', 'when', 'otherwise', 'then', 'else', 'if']

const letters = [...'abcdefgh']
const longestFirst = functionNames
  .filter((f) => operations[functionNamed(f) ?? 'max'].derivative.length === 1)
  .sort((a, b) => b.length - a.length)

function meantBy(word: string, args: readonly Expression[]): string[] {
  const lower = word.toLowerCase()
  const list = `(${letters
    .slice(0, args.length)
    .map((letter) => `${letter}_`)
    .join(', ')})`
  const root = oddRoot(lower, args)
  if (root) return [root]
  const known = elsewhere.get(lower)
  const forms = known?.filter((form) => lettersIn(form) === args.length)
  if (forms?.length) return forms.map((form) => form.replace(/\b[abc]\b/g, '$&_'))
  const [, logarithm] = /^log_?(\d+)$/.exec(lower) ?? []
  if (logarithm) return [`ln${list}/ln(${logarithm})`]
  if (functionNames.includes(lower)) return [lower + list]
  const [, f = '', digits] = /^([A-Za-z]+)(\d+)$/.exec(word) ?? []
  if (!known && functionNames.includes(f)) return [`${f}${list}^${digits}`, `${f}(${digits}*a_)`]
  return []
}

/** A power 1/3 is not defined below 0, an odd root is. */
function oddRoot(word: string, [, n]: readonly Expression[]): string | undefined {
  if (!/^(nth_?)?root$/.test(word) || n?.kind !== 'number' || n.value % 2 !== 1) return undefined
  return n.value === 3 ? 'cbrt(a_)' : `sign(a_)*abs(a_)^(1/${n.value})`
}

const lettersIn = (form: string) => new Set(form.match(/\b[abc]\b/g)).size

const withForms = [...elsewhere].filter(([, forms]) => forms.length).map(([word]) => word)

/** A slip leaves the first letter and the last, or swaps two: selu, celu and lrelu are no slips of elu and relu. */
function near(word: string): string | undefined {
  const sorted = (text: string) => [...text].sort().join()
  const isSlip = (other: string) =>
    (other[0] === word[0] && other.at(-1) === word.at(-1)) || sorted(other) === sorted(word)
  return nearest(word, [...functionNames, ...withForms].filter(isSlip))
}

function complaintAbout(word: string): Complaint {
  const lower = word.toLowerCase()
  const said = (why: string, offers: readonly string[] = []) => ({
    sentence: `\`${word}\` is ${why}`,
    offers,
  })
  if (noNumbers.includes(lower)) return said('not a number that can be used here')
  if (caseWords.includes(lower)) return said('not known; cases are written `where(x > 0, x, -x)`')
  const [, digits] = /^[A-Za-z]_?(\d+)$/.exec(word) ?? []
  if (digits) return said(`not known; ${numbered(Number(digits))}`)
  const offers = readingsOf(word, lower)
  const advice = offers.length
    ? `write ${quotedList(offers)}`
    : elsewhere.has(lower)
      ? 'a function stands before parentheses'
      : 'a variable is one letter'
  return said(`not known; ${advice}`, offers)
}

/** x1 is a name like x₁ and no power; x2 may be one, or a name beside x1. */
const numbered = (count: number): string =>
  `in this lab a variable is one letter, such as \`x\`${count > 1 ? `; a power is written \`x^${count}\`` : ''}`

function readingsOf(word: string, lower: string): string[] {
  if (constants.has(lower) || functionNames.includes(lower)) return [lower]
  const [, digits] = /^pi(\d+)$/.exec(word) ?? []
  if (digits) return [`pi^${digits}`, `pi*${digits}`]
  const one = withFunction(word) ?? product(word)
  return one ? [one] : []
}

/** sinx → sin(x), xsinx → x*sin(x), sqrt2 → sqrt(2), sqrt2x → sqrt(2*x); but celux and sine are words. */
function withFunction(word: string): string | undefined {
  for (const f of longestFirst) {
    const [, before, digits = '', after = ''] =
      new RegExp(`^([xyz]?)${f}(\\d*)([t-zT-Z]?)$`).exec(word) ?? []
    if (before === undefined || digits + after === '') continue
    return `${before && `${before}*`}${f}(${[digits, after].filter(Boolean).join('*')})`
  }
  return undefined
}

const shortWords = /^(by|my|ye|ow|up|us|um|we|mu|nu|xi|d[t-z])$/i

/** xy → x*y, pix → pi*x, xyz; but no word of English, nor a letter of Greek, nor a differential. */
function product(word: string): string | undefined {
  if (/^pir$/i.test(word)) return `pi*${word[2]}`
  if (!/^[A-Za-z]{2,4}$/.test(word) || shortWords.test(word)) return undefined
  const factors = word.match(/pi|[A-Za-z]/g) ?? []
  const unlikely = factors.filter((factor) => !/^(pi|[t-zT-Z])$/.test(factor)).length
  const most = factors.length === 2 && /[u-z]/i.test(word) ? 1 : 0
  return factors.length <= 3 && unlikely <= most ? factors.join('*') : undefined
}

function latex(text: string): Mistake | undefined {
  const said = text.includes('\\') && latexRead(text, complaintAbout)
  return said
    ? new Mistake(`this is LaTeX; write \`${said}\``, 0, text.length, { offers: [said] })
    : undefined
}

/** All that is known of what people may mean. */
export const advice: Adviser = {
  meantBy,
  near,
  complaintAbout,
  instead: (text, read) => latex(text) ?? instead(text, read),
}
