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
  Sigma: 'Σ',
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

/** A formula in LaTeX as one line of plain signs. */
export function spoken(latex: string): string {
  const tokens = latex.match(/\\[a-zA-Z]+|\\.|[^\\]/gs) ?? []
  let at = 0
  /** What stands in braces, or the next sign. */
  const argument = (): string => {
    while (/^\s$/.test(tokens[at] ?? '')) at++
    if (tokens[at] !== '{') return piece()
    at++
    const text = until('}')
    at++
    return text
  }
  /** What stands in brackets. */
  const bracketed = (): string => {
    at++
    const text = until(']')
    at++
    return text
  }
  const until = (closing: string): string => {
    let text = ''
    while (at < tokens.length && tokens[at] !== closing) text += piece()
    return text.replace(/\s+/g, ' ').trim()
  }
  const piece = (): string => {
    const token = tokens[at++] ?? ''
    if (token === '{') {
      at--
      return argument()
    }
    if (token === '^') return raised(argument())
    if (token === '_') return lowered(argument())
    if (token === '-') return '−'
    if (token === '&') return ''
    return token.startsWith('\\') ? command(token.slice(1)) : token
  }
  const command = (name: string): string => {
    if (name === 'frac' || name === 'dfrac' || name === 'tfrac')
      return `${grouped(argument())}/${grouped(argument())}`
    if (name === 'sqrt') {
      const index = tokens[at] === '[' ? bracketed() : ''
      return `${index && raised(index)}√${grouped(argument())}`
    }
    if (name === 'begin' || name === 'end') {
      argument()
      return ''
    }
    if (looks.test(name)) return ''
    return letters[name] ?? signs[name] ?? name
  }
  return until('')
}

/** The words of a node with its formulas, without what they are marked with. */
export function spokenText(node: Nodes): string {
  if (node.type === 'inlineMath' || node.type === 'math') return spoken(node.value)
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const between = node.type === 'list' || node.type === 'listItem' ? '\n' : ''
  return node.children.map(spokenText).join(between)
}
