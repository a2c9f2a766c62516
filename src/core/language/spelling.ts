// What someone may have meant by a word that the language does not know.
import { constants, functionNames } from './operations.ts'

const elsewhere = new Map(
  Object.entries({
    arcsin: 'asin',
    arccos: 'acos',
    arctan: 'atan',
    tg: 'tan',
    tgh: 'tanh',
    lg: 'log10',
    log2: 'log(x)/log(2)',
    cot: '1/tan(x)',
    sec: '1/cos(x)',
    csc: '1/sin(x)',
    root: 'sqrt',
    sgn: 'sign',
    ceil: '-floor(-x)',
    round: 'floor(x + 0.5)',
    power: 'pow',
    maximum: 'max',
    minimum: 'min',
  }),
)

/** The function that a word comes near to, as it would be written. */
export function likelyFunction(word: string): string | undefined {
  const lower = word.toLowerCase()
  return elsewhere.get(lower) ?? (functionNames.includes(lower) ? lower : undefined)
}

/** The word as a product of letters and constants, or as a function of the letter behind it: xy → x*y, sinx → sin(x). */
export function likelyProduct(word: string): string | undefined {
  const called = [...functionNames]
    .sort((a, b) => b.length - a.length)
    .find((f) => word.startsWith(f) && /^[A-Za-z]$/.test(word.slice(f.length)))
  if (called) return `${called}(${word.slice(called.length)})`
  if (!/^[A-Za-z]+\d*$/.test(word) || word.length > 6) return undefined
  const known = [...constants.keys()].sort((a, b) => b.length - a.length)
  const factors = word.match(new RegExp(`${known.join('|')}|[A-Za-z]|\\d+`, 'g')) ?? []
  return factors.join('*')
}

/** The nearest of some words, if it is near: one letter changed, added, left out or two swapped. */
export function nearest(word: string, among: readonly string[]): string | undefined {
  return among.find((other) => other !== word && isNear(word, other))
}

function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 2) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  const swapped = restA.length === 2 && restA === [...restB].reverse().join('')
  return swapped || Math.max(restA.length, restB.length) <= 1
}
