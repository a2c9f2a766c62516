// Notation of other languages, part by part: x.pow(2), x.^2, ½, 3 1/2.

const operators: Readonly<Record<string, string>> = { add: '+', sub: '-', mul: '*', div: '/' }

/** Where the parentheses begin that end at a place; −1 where none do. */
function openingOf(text: string, end: number): number {
  let depth = 0
  for (let at = end - 1; at >= 0; at--) {
    depth += text[at] === ')' ? 1 : text[at] === '(' ? -1 : 0
    if (depth === 0) return at
  }
  return -1
}

/** Where the parentheses end that begin at a place; the end of the text where none do. */
function closingOf(text: string, begin: number): number {
  let depth = 0
  for (let at = begin; at < text.length; at++) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0
    if (depth === 0) return at + 1
  }
  return text.length
}

/** Where begins what a method is of: x, (x + 1), torch.sin(x); nothing where it is not clear, as in 2(x + 1). */
function receiverOf(text: string, end: number): number | undefined {
  if (text[end - 1] !== ')') return end - 1
  const opening = openingOf(text, end)
  if (opening < 0) return undefined
  const before = text.slice(0, opening)
  const [called = ''] = /[A-Za-z][\w.]+$/.exec(before) ?? []
  const isUnclear = called === 'pi' || (!called && /[\w.)]$/.test(before))
  return isUnclear ? undefined : opening - called.length
}

const method = /(?<=\)|(?<![\w.])[A-EG-Za-z])\.([a-z_]\w*)\(/

/** x.pow(2) as pow(x, 2), one after the other. */
export function withoutMethods(typed: string): string {
  let text = typed
  for (let call = method.exec(text); call; call = method.exec(text)) {
    const from = receiverOf(text, call.index)
    if (from === undefined) return typed
    const [dotted, word = ''] = call
    const open = call.index + dotted.length
    const until = closingOf(text, open - 1)
    const of = text.slice(from, call.index)
    const args = text.slice(open, until - 1).trim()
    const sign = operators[word]
    const written = sign ? `(${of} ${sign} (${args}))` : `${word}(${of}${args && `, ${args}`})`
    text = text.slice(0, from) + written + text.slice(until)
  }
  return text
}

/** x.^2 as x^2 */
export const withoutDots = (text: string): string => text.replace(/(?<!\d)\.(?=[*^/])/g, '')

/** ½ as (1/2), 2½ as (2 + 1/2) */
export const withoutVulgar = (text: string): string =>
  text.replace(/((?<![\w.])\d+)?([¼-¾⅐-⅞])/g, (_, whole: string | undefined, sign: string) => {
    const fraction = sign.normalize('NFKC').replace('⁄', '/')
    return whole ? `(${whole} + ${fraction})` : `(${fraction})`
  })

const mixed = /(?<![\w.^)]\s*)(\d{1,3})\s+(\d{1,2})\s*\/\s*(\d+)(?![\w.])/g

/** 3 1/2 is 3 + 1/2 for some, and 3*1/2 for others. */
export const unmixed = (text: string): string[] => [
  text.replace(mixed, '($1 + $2/$3)'),
  text.replace(mixed, '$1*$2/$3'),
]
