// For tests: what a typeset line of numbers says, computed as someone who reads it would. It knows nothing of the
// expression that the line was made from.

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const tokens =
  /\s+|\\(?:left|right|displaystyle)(?![A-Za-z])|(\d+\.?\d*|\.\d+)|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(\\operatorname\{\w+\}|\\[A-Za-z]+|[^\s])/gy

const functions: Readonly<Record<string, (...args: number[]) => number>> = {
  '\\sqrt': Math.sqrt,
  '\\max': Math.max,
  '\\min': Math.min,
  '\\cos': Math.cos,
  '\\sin': Math.sin,
  '\\tanh': Math.tanh,
  '\\operatorname{sign}': Math.sign,
}
const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '\\le': (a, b) => a <= b,
  '\\ge': (a, b) => a >= b,
  '=': (a, b) => a === b,
}

/**
 * The value of a line.
 * @param text LaTeX, with numbers as people write them
 * @param change told of every written decimal number in turn; what it returns takes its place
 */
export function readLatex(text: string, change: (value: number, index: number) => number): number {
  return new Reader(text, change).whole()
}

class Reader {
  private readonly tokens: readonly string[]
  private at = 0
  private numerals = 0
  private readonly change: (value: number, index: number) => number

  constructor(text: string, change: (value: number, index: number) => number) {
    this.tokens = [...text.matchAll(tokens)].flatMap((match) => match.slice(1).filter(Boolean))
    this.change = change
  }

  whole(): number {
    const value = this.comparison()
    if (this.at < this.tokens.length) throw new Error(`cannot read ${this.tokens.slice(this.at)}`)
    return value
  }

  private take(...wanted: string[]): string | undefined {
    const token = this.tokens[this.at]
    if (token === undefined || !wanted.includes(token)) return undefined
    this.at++
    return token
  }

  private need(token: string): void {
    if (!this.take(token)) throw new Error(`no ${token} before ${this.tokens.slice(this.at)}`)
  }

  private comparison(): number {
    const left = this.sum()
    const sign = this.take(...Object.keys(comparisons))
    return sign ? Number(comparisons[sign]?.(left, this.sum())) : left
  }

  private sum(): number {
    let value = this.take('-', '−') ? -this.product() : this.product()
    for (let sign = this.take('+', '-', '−'); sign; sign = this.take('+', '-', '−'))
      value = sign === '+' ? value + this.product() : value - this.product()
    return value
  }

  private product(): number {
    let value = this.power()
    for (let sign = this.take('\\cdot', '·', '/'); sign; sign = this.take('\\cdot', '·', '/'))
      value = sign === '/' ? value / this.power() : value * this.power()
    return value
  }

  private power(): number {
    const base = this.atom()
    if (this.take('^')) return base ** (this.tokens[this.at] === '{' ? this.group() : this.atom())
    const raised = this.tokens[this.at]
    if (!raised || !/[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(raised)) return base
    this.at++
    const size = Number([...raised.replace('⁻', '')].map((c) => superscripts.indexOf(c)).join(''))
    return base ** (raised.startsWith('⁻') ? -size : size)
  }

  private atom(): number {
    const token = this.tokens[this.at++] ?? ''
    if (/^[\d.]/.test(token)) return this.change(Number(token), this.numerals++)
    if (token === '\\pi') return Math.PI
    if (token === '\\infty' || token === '∞') return Infinity
    if (token === 'e') return Math.E
    if (token === '\\frac') return this.group() / this.group()
    if (token === '(') return this.until(')', this.comparison())
    if (token === '\\lvert') return Math.abs(this.until('\\rvert', this.comparison()))
    if (token === '\\lfloor') return Math.floor(this.until('\\rfloor', this.comparison()))
    const call = functions[token]
    if (!call) throw new Error(`cannot read ${token} in ${this.tokens.join(' ')}`)
    return call(...this.arguments())
  }

  private arguments(): number[] {
    if (this.tokens[this.at] === '{') return [this.group()]
    if (!this.take('(')) return [this.power()]
    const args = [this.comparison()]
    while (this.take(',')) args.push(this.comparison())
    this.need(')')
    return args
  }

  private group(): number {
    if (!this.take('{')) return this.atom()
    return this.until('}', this.comparison())
  }

  private until(end: string, value: number): number {
    this.need(end)
    return value
  }
}
