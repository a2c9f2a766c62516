// What someone may have meant by a word that the language does not know.
import { constants, functionNames } from './operations.ts'

/** What other languages and books call by these names. */
const elsewhere = new Map(
  Object.entries({
    arcsin: 'asin(x)',
    arccos: 'acos(x)',
    arctan: 'atan(x)',
    atan2: 'atan(y/x)',
    asinh: 'log(x + sqrt(x^2 + 1))',
    acosh: 'log(x + sqrt(x^2 - 1))',
    atanh: 'log((1 + x)/(1 - x))/2',
    tg: 'tan(x)',
    tgh: 'tanh(x)',
    lg: 'log10(x)',
    log2: 'log(x)/log(2)',
    log1p: 'log(1 + x)',
    expm1: 'exp(x) - 1',
    root: 'sqrt(x)',
    sgn: 'sign(x)',
    power: 'pow(x, 2)',
    maximum: 'max(x, 1)',
    minimum: 'min(x, 1)',
    logistic: 'sigmoid(x)',
    if: 'where(x > 0, x, 0)',
    and: '(x > 0)*(x < 1)',
    or: 'max(x < 0, x > 1)',
    not: '1 - (x > 0)',
  }),
)

/** Names that people type for what is no number. */
const noNumbers = ['nan', 'inf', 'infinity', 'undefined', 'none', 'null']

const isVariable = (word: string) => /^[A-Za-z]$/.test(word)
const byLength = (a: string, b: string) => b.length - a.length

/** The form that was probably meant by a word before parentheses, or by itself; nothing if nobody can tell. */
export function likelyCall(word: string): string | undefined {
  const lower = word.toLowerCase()
  const known = elsewhere.get(lower) ?? (functionNames.includes(lower) ? `${lower}(x)` : undefined)
  if (known) return known
  const ending = [...functionNames]
    .sort(byLength)
    .find((f) => word.endsWith(f) && word.length > f.length)
  const before = ending && word.slice(0, -ending.length)
  if (before && isVariable(before)) return `${before}*${ending}(…)`
  const near = nearest(word, functionNames)
  return near && `${near}(x)`
}

/** What is wrong with a name that is neither variable nor constant nor function. */
export function complaintAbout(word: string): string {
  if (noNumbers.includes(word.toLowerCase()))
    return `\`${word}\` is not a number that can be used here`
  const constant = [...constants.keys()].find((c) => c.length > 1 && c === word.toLowerCase())
  if (constant) return `\`${word}\` is not known; write \`${constant}\``
  const raised = /^([A-Za-z])(\d+)$/.exec(word)
  if (raised)
    return `write \`${raised[1]}^${raised[2]}\` or \`${raised[1]}*${raised[2]}\` instead of \`${word}\``
  const short = word.length <= 2
  const meant =
    (short ? likelyProduct(word) : undefined) ??
    likelyOfNumber(word) ??
    likelyWithFunction(word) ??
    likelyCall(word) ??
    likelyProduct(word)
  return meant
    ? `\`${word}\` is not known; write \`${meant}\``
    : `\`${word}\` is not known; a variable is one letter`
}

/** sqrt2 → sqrt(2), sqrt2x → sqrt(2*x) */
function likelyOfNumber(word: string): string | undefined {
  const [, f = '', digits = '', after = ''] = /^([A-Za-z]+)(\d+)([A-Za-z]?)$/.exec(word) ?? []
  if (!functionNames.includes(f) || elsewhere.has(word)) return undefined
  return `${f}(${digits}${after && `*${after}`})`
}

/** sinx → sin(x), xsinx → x*sin(x) */
function likelyWithFunction(word: string): string | undefined {
  for (const f of [...functionNames].sort(byLength)) {
    const at = word.indexOf(f)
    if (at < 0) continue
    const [before, after] = [word.slice(0, at), word.slice(at + f.length)]
    if (isVariable(after) && (before === '' || isVariable(before)))
      return `${before && `${before}*`}${f}(${after})`
  }
  return undefined
}

/** xy → x*y, pix → pi*x */
function likelyProduct(word: string): string | undefined {
  if (!/^[A-Za-z]+\d*$/.test(word) || word.length > 5) return undefined
  const known = [...constants.keys()].sort(byLength)
  return word.match(new RegExp(`${known.join('|')}|[A-Za-z]|\\d+`, 'g'))?.join('*')
}

/** The nearest of some words, if it is near: one letter changed, added, left out or two swapped. */
export function nearest(word: string, among: readonly string[]): string | undefined {
  return among.find((other) => other !== word && isNear(word, other))
}

function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const swapped = restA.length === 2 && restA === [...restB].reverse().join('')
  return swapped || Math.max(restA.length, restB.length) <= 1
}
