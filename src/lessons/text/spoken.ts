// Formulas and texts as plain words: for screen readers, for notes, and until formulas are typeset.
import type { Nodes } from 'mdast'
import { raise } from '../../core/number.ts'

const letters: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  omega: 'ω',
  Delta: 'Δ',
  nabla: '∇',
  partial: '∂',
  infty: '∞',
  ell: 'ℓ',
}

const signs: Readonly<Record<string, string>> = {
  cdot: '·',
  times: '×',
  odot: '⊙',
  pm: '±',
  approx: '≈',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  ne: '≠',
  neq: '≠',
  in: '∈',
  sum: '∑',
  prod: '∏',
  to: '→',
  rightarrow: '→',
  leftarrow: '←',
  gets: '←',
  mapsto: '↦',
  dots: '…',
  ldots: '…',
  cdots: '…',
  quad: ' ',
  qquad: ' ',
  ',': ' ',
  ';': ' ',
  ':': ' ',
  ' ': ' ',
  '!': '',
  '\\': '; ',
  '{': '{',
  '}': '}',
  '%': '%',
  '|': '‖',
  lVert: '‖',
  rVert: '‖',
  lvert: '|',
  rvert: '|',
}

/** Commands that say how something looks. */
const looks =
  /^(left|right|[bB]igg?[lr]?|displaystyle|textstyle|mathrm|mathbf|mathit|boldsymbol|text|operatorname|limits|begin|end)$/

/** What is in signs of its own needs no parentheses. */
const isOne = (text: string) => /^[−-]?(\d[\d.]*|\p{L}+)[⁰-⁹²³¹₀-₉]*$/u.test(text)
const grouped = (text: string) => (isOne(text) ? text : `(${text})`)

const subscripts = '₀₁₂₃₄₅₆₇₈₉'

function raised(text: string): string {
  const plain = text.replace('−', '-')
  if (/^-?\d+$/.test(plain)) return raise(Number(plain))
  return /^[*′]$/.test(text) ? text : `^${grouped(text)}`
}

const lowered = (text: string) =>
  /^\d+$/.test(text)
    ? [...text].map((digit) => subscripts[Number(digit)]).join('')
    : `_${grouped(text)}`

/** Reads a formula from its tokens, sign by sign. */
class Reader {
  private at = 0
  private readonly tokens: readonly string[]

  constructor(latex: string) {
    this.tokens = latex.match(/\\[a-zA-Z]+|\\.|[^\\]/gs) ?? []
  }

  /** Everything up to a sign that closes it. */
  until(closing: string): string {
    let text = ''
    while (this.at < this.tokens.length && this.tokens[this.at] !== closing) text += this.piece()
    this.at++
    return text.replace(/\s+/g, ' ').trim()
  }

  /** What stands in braces, or the next sign. */
  private argument(): string {
    while (/^\s$/.test(this.tokens[this.at] ?? '')) this.at++
    return this.piece()
  }

  private piece(): string {
    const token = this.tokens[this.at++] ?? ''
    if (token === '{') return this.until('}')
    if (token === '^') return raised(this.argument())
    if (token === '_') return lowered(this.argument())
    if (token === '-') return '−'
    if (token === '&') return ''
    return token.startsWith('\\') ? this.command(token.slice(1)) : token
  }

  private command(name: string): string {
    if (/^[dt]?frac$/.test(name)) return `${grouped(this.argument())}/${grouped(this.argument())}`
    if (name === 'sqrt') {
      const isOther = this.tokens[this.at] === '['
      if (isOther) this.at++
      const index = isOther ? raised(this.until(']')) : ''
      return `${index}√${grouped(this.argument())}`
    }
    if (name === 'begin' || name === 'end') this.argument()
    if (looks.test(name)) return ''
    return letters[name] ?? signs[name] ?? name
  }
}

/** A formula in LaTeX as one line of plain signs. */
export const spoken = (latex: string): string => new Reader(latex).until('')

/** The words of a node with its formulas, without what they are marked with. */
export function spokenText(node: Nodes): string {
  if (node.type === 'inlineMath' || node.type === 'math') return spoken(node.value)
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const between = node.type === 'list' || node.type === 'listItem' ? '\n' : ''
  return node.children.map(spokenText).join(between)
}
