// What someone may have meant by a word that the language does not know.
import { constants, functionNames } from './operations.ts'

/** What has a name elsewhere, of its arguments a, b and c: always the same function. */
export const elsewhere: ReadonlyMap<string, string> = new Map(
  `asinh arcsinh arsinh = ln(a + sqrt(a^2 + 1))
  acosh arccosh arcosh = ln(a + sqrt(a^2 - 1))
  atanh arctanh artanh = ln((1 + a)/(1 - a))/2
  acoth arccoth arcoth = ln((a + 1)/(a - 1))/2
  asec arcsec = acos(1/a)
  acsc arccsc = asin(1/a)
  sech = 1/cosh(a)
  csch = 1/sinh(a)
  sind = sin(pi*a/180)
  cosd = cos(pi*a/180)
  tand = tan(pi*a/180)
  sinpi = sin(pi*a)
  cospi = cos(pi*a)
  atan2 arctan2 = where(a > 0, pi/2 - atan(b/a), where(a < 0, -pi/2 - atan(b/a), where(b < 0, pi, 0)))
  lb ld = ln(a)/ln(2)
  lg = log10(a)
  log1p = ln(1 + a)
  expm1 = exp(a) - 1
  exp10 = 10^a
  logsigmoid = ln(sigmoid(a))
  logit = ln(a/(1 - a))
  root = sqrt(a)
  nthroot = a^(1/b)
  rsqrt = 1/sqrt(a)
  square sqr = a^2
  reciprocal inv = 1/a
  erfc = 1 - erf(a)
  trunc fix int = sign(a)*floor(abs(a))
  frac = a - sign(a)*floor(abs(a))
  fmod = sign(a)*mod(abs(a), abs(b))
  clamp clip = min(max(a, b), c)
  relu6 = min(max(a, 0), 6)
  heaviside = where(a == 0, b, a > 0)
  hardsigmoid = min(max(a + 3, 0), 6)/6
  hardswish = a*min(max(a + 3, 0), 6)/6
  mish = a*tanh(softplus(a))
  softsign = a/(1 + abs(a))
  tanhshrink = a - tanh(a)
  erfi erfcx erfinv expi exp1 expint cosc cosm sinm logm sqrtm gamma lgamma beta sum prod mean = `
    .split('\n')
    .flatMap((line) => {
      const [names = '', form = ''] = line.split(/ =(?: |$)/)
      return names
        .trim()
        .split(' ')
        .map((name) => [name, form] as const)
    }),
)

/** Names that people type for what is no number. */
const noNumbers = ['nan', 'inf', 'infinity', 'undefined', 'none', 'null']

export const isVariable = (word: string): boolean => /^[A-Za-z]$/.test(word)
const longestFirst = [...functionNames].sort((a, b) => b.length - a.length)

/**
 * What a word before parentheses may mean: texts of the language in which a_, b_, … are its arguments.
 * @param count how many arguments there are
 */
export function meantBy(word: string, count: number): string[] {
  const lower = word.toLowerCase()
  const args = `(${[...'abcdefgh'].slice(0, count).map((letter) => `${letter}_`)})`
  const known = elsewhere.get(lower)
  if (known !== undefined) return known ? [known.replace(/\b[abc]\b/g, '$&_')] : []
  const [, logarithm] = /^log_?(\d+)$/.exec(lower) ?? []
  if (logarithm) return [`ln${args}/ln(${logarithm})`]
  if (functionNames.includes(lower)) return [lower + args]
  const ending = longestFirst.find((f) => word.endsWith(f) && isVariable(word.slice(0, -f.length)))
  if (ending) return [`${word[0]}*${ending}${args}`]
  const [, f = '', digits] = /^([A-Za-z]+)(\d+)$/.exec(word) ?? []
  if (functionNames.includes(f)) return [`${f}${args}^${digits}`, `${f}(${digits}*a_)`]
  return []
}

interface Complaint {
  readonly sentence: string
  readonly offers: readonly string[]
}

/** What is wrong with a name that is neither variable nor constant nor function. */
export function complaintAbout(word: string): Complaint {
  const lower = word.toLowerCase()
  if (noNumbers.includes(lower))
    return { sentence: `\`${word}\` is not a number that can be used here`, offers: [] }
  const offers = readingsOf(word, lower)
  const advice = offers.length
    ? `write ${offers.map((offer) => `\`${offer}\``).join(' or ')}`
    : 'a variable is one letter'
  return { sentence: `\`${word}\` is not known; ${advice}`, offers }
}

function readingsOf(word: string, lower: string): string[] {
  if (constants.has(lower)) return [lower]
  const [, letter, digits] = /^([A-Za-z])(\d+)$/.exec(word) ?? []
  if (letter) return [`${letter}^${digits}`, `${letter}*${digits}`]
  const one = likelyProduct(word, 2) ?? likelyWithFunction(word) ?? likelyProduct(word, 3)
  return one ? [one] : []
}

/** sinx → sin(x), xsinx → x*sin(x), sqrt2 → sqrt(2), sqrt2x → sqrt(2*x) */
function likelyWithFunction(word: string): string | undefined {
  for (const f of longestFirst) {
    const [, before, digits = '', after = ''] =
      new RegExp(`^([A-Za-z]?)${f}(\\d*)([A-Za-z]?)$`).exec(word) ?? []
    if (before === undefined || digits + after === '') continue
    return `${before && `${before}*`}${f}(${[digits, after].filter(Boolean).join('*')})`
  }
  return undefined
}

/** xy → x*y, pix → pi*x */
function likelyProduct(word: string, most: number): string | undefined {
  if (!/^[A-Za-z]+$/.test(word)) return undefined
  const factors = word.match(/pi|[A-Za-z]/g) ?? []
  return factors.length <= most ? factors.join('*') : undefined
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
