// Rules as people type them: their lines, read one by one.
import type { Reading } from '../language/arithmetic.ts'
import { Mistake } from '../language/mistake.ts'
import { constants, functionNamed } from '../language/operations/names.ts'
import { parse } from '../language/parse.ts'
import type { Line, Rule, Supplied } from './rule.ts'
import { withDeclarations } from './ruleFrom.ts'

/**
 * Reads a rule.
 * @throws Mistake with line and character
 */
export function parseRule(text: string, supplied: readonly Supplied[] = []): Rule {
  const rule = parseLines(text, supplied)
  if (rule.lines.some((line) => line.name === 'x')) return rule
  throw new Mistake('the rule never moves x: one line must read `x = …`', text.length, 0, {
    place: 'its end',
  })
}

/**
 * Reads lines that need not move the point.
 * @throws Mistake with line and character
 */
export function parseLines(
  text: string,
  supplied: readonly Supplied[] = [],
  reading: Reading = {},
): Rule {
  const lines: Line[] = []
  let row = 1
  let from = 0
  // A comment goes to the end of its line, semicolons included.
  const bare = text.replace(/#[^\n]*/g, (comment) => ' '.repeat(comment.length))
  for (const code of bare.split(/(\n|;)/)) {
    if (code === '\n') row++
    else if (code.trim() && code !== ';')
      lines.push(parseLine(code.trimEnd(), { row, from, whole: text, reading }))
    from += code.length
  }
  return withDeclarations(lines, supplied)
}

interface Place {
  readonly row: number
  readonly from: number
  readonly whole: string
  readonly reading: Reading
}

function parseLine(code: string, { row, from, whole, reading }: Place): Line {
  const column = from - (whole.lastIndexOf('\n', from - 1) + 1)
  const wrong = (sentence: string, at: number, length: number) =>
    new Mistake(sentence, from + at, length, { place: `line ${row}, character ${column + at + 1}` })
  const [, before = '', target = '', sign = ''] =
    /^(\s*)([A-Za-z]\w*)\s*([-+*]?=)(?!=)/.exec(code) ?? []
  const indent = code.length - code.trimStart().length
  if (!target) throw wrong('a line reads `name = expression`', indent, code.trim().length)
  const complaint = complaintAbout(target)
  if (complaint) throw wrong(complaint, before.length, target.length)
  const start = code.indexOf('=') + 1
  try {
    const right = code.slice(start)
    const value = parse(right, { previous: true, ...reading })
    return {
      name: target,
      row,
      value:
        sign === '='
          ? value
          : parse(`${target} ${sign[0]} (${right})`, { previous: true, isOurs: true }),
    }
  } catch (error) {
    throw error instanceof Mistake ? wrong(error.sentence, start + error.at, error.length) : error
  }
}

const fixed = ['t', 'f']

function complaintAbout(target: string): string | undefined {
  if (constants.has(target)) return `\`${target}\` is a constant; choose another name`
  if (functionNamed(target) || target === 'prev')
    return `\`${target}\` is a function; choose another name`
  return fixed.includes(target)
    ? `\`${target}\` is given at each step and cannot be assigned`
    : undefined
}
