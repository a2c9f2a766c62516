// Names as symbols: a stem, a mark and digits (mhat, vmax, beta1), Greek words, PyTorch's letters for PyTorch's names.
import type { Piece } from './piece.ts'

const greek =
  'pi|alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|rho|sigma|tau|phi|chi|psi|omega|Pi|Delta|Sigma|Omega'

const known = new Map<string, string>([
  ['lr', '\\eta'],
  ['eps', '\\epsilon'],
  ['weight_decay', '\\lambda'],
  ['momentum', '\\mu'],
  ['dampening', '\\tau'],
  ['lambd', '\\lambda'],
  ['momentum_decay', '\\psi'],
  ['lr_decay', '\\delta'],
  ['initial_accumulator_value', '\\tau'],
  ['etaminus', '\\eta_-'],
  ['etaplus', '\\eta_+'],
  ['smin', 's_{\\min}'],
  ['smax', 's_{\\max}'],
])

interface Marked {
  readonly base: string
  readonly below?: string
  readonly above?: string
}

const marks: Readonly<Record<string, (base: string) => Marked>> = {
  hat: (base) => ({ base: `\\hat{${base}}` }),
  bar: (base) => ({ base: `\\bar{${base}}` }),
  tilde: (base) => ({ base: `\\tilde{${base}}` }),
  max: (base) => ({ base, above: '\\max' }),
  min: (base) => ({ base, above: '\\min' }),
  inf: (base) => ({ base, below: '\\infty' }),
  next: (base) => ({ base }),
}

const isGreek = new RegExp(`^(?:${greek})$`)
const parts = new RegExp(`^(${greek}|[A-Za-z])(${Object.keys(marks).join('|')})?_?(\\d*)$`)

export interface Sign {
  readonly text: string
  /** A power may stand on it without parentheses. */
  readonly simple: boolean
  /** It is a word set upright, so it needs space before it. */
  readonly word: boolean
}

/**
 * A name as a symbol.
 * @param index its time index in LaTeX, or nothing
 * @param own a symbol that wins over the usual one
 */
export const symbol = (name: string, index = '', own?: string): Sign =>
  written(name, index, { own, dress: (letter) => letter })

/** The symbol of a name that is a vector: bold. */
export const vectorSymbol = (name: string, index = '', own?: string): Sign =>
  written(name, index, { own, dress: bold })

interface Manner {
  readonly own: string | undefined
  readonly dress: (letter: string) => string
}

function written(name: string, index: string, { own, dress }: Manner): Sign {
  const given = own ?? known.get(name)
  const [, stem = name, mark = '', digits = ''] = (given ? null : parts.exec(name)) ?? []
  const [letter, lower] = given ? apart(given) : [letterOf(stem), digits]
  const { base, below = '', above = '' } = marks[mark]?.(dress(letter)) ?? { base: dress(letter) }
  const time = mark === 'next' && index ? following(index) : index
  const subscript = [lower, below, time].filter(Boolean).join(',')
  return {
    text: base + (above && `^{${above}}`) + (subscript && braced('_', subscript)),
    simple: !above && !base.includes('^'),
    word: letter.startsWith('\\mathrm'),
  }
}

/** A symbol and what stands below it: two subscripts one after the other cannot be read. */
function apart(given: string): [letter: string, lower: string] {
  const [, letter = given, inBraces, single = ''] =
    /^([^_]+)_(?:\{(.+)\}|([^{}]+))$/.exec(given) ?? []
  return [letter, inBraces ?? single]
}

const letterOf = (stem: string) =>
  isGreek.test(stem)
    ? `\\${stem}`
    : stem.length === 1
      ? stem
      : `\\mathrm{${stem.replaceAll('_', '\\_')}}`

/** Latin letters and words upright, as vectors are printed; other signs in their own shape. */
const bold = (letter: string) =>
  letter.startsWith('\\mathrm')
    ? letter.replace('\\mathrm', '\\mathbf')
    : letter.length === 1
      ? `\\mathbf{${letter}}`
      : `\\boldsymbol{${letter}}`

const following = (index: string) =>
  /^\d+$/.test(index) ? String(Number(index) + 1) : `${index}+1`

const braced = (sign: string, text: string) => sign + (text.length === 1 ? text : `{${text}}`)

/** A name as it stands in a loss. */
export function plainLeaf(name: string): Piece {
  const { text, simple, word } = symbol(name)
  return { text, level: simple ? 5 : 4, begins: word ? 'wide' : 'letter' }
}
