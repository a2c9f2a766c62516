// A whole LaTeX document, and what in it is the same wherever a loss and its points are written.
import type { Run } from '../experiment/prepare.ts'
import { symbolsOf } from '../formulas/hyperSymbols.ts'
import { lossSymbol } from '../formulas/lossSymbol.ts'
import { namesIn } from '../language/expression.ts'
import { latex } from '../language/latex/latex.ts'
import { plainLeaf, symbol, vectorSymbol } from '../language/latex/symbol.ts'
import type { Loss } from '../loss/loss.ts'
import { exactFigures } from '../number.ts'
import { isCount, previousOf, startOf } from '../rules/rule.ts'
import { bareName } from '../rules/sequence.ts'
import { written } from './latex.ts'

/**
 * A document that LaTeX sets with what every installation has.
 * @param notes lines for whoever reads the file itself
 */
export const document = (title: string, body: string, notes: readonly string[]): string =>
  `${notes.map((note) => `% ${note.replace(/\s+/g, ' ')}\n`).join('')}\\documentclass[11pt]{article}
\\usepackage{amsmath}
\\usepackage[margin=2.5cm]{geometry}
\\setlength{\\parindent}{0pt}
\\begin{document}
\\section*{${plainText(title)}}

${body.trim()}

\\end{document}
`

/** Words as LaTeX sets them. */
export const plainText = (words: string): string =>
  words.replace(/[\\{}$&#^_~%]/g, (sign) => signs[sign] ?? `\\${sign}`)

const signs: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}

/** f(x, y) = …, and what its letters are worth. */
export function lossEquation({ variables, written: loss, parameters, constants }: Loss): string {
  const names = variables.map((name) => symbol(name).text).join(', ')
  const letters = Object.entries({ ...parameters, ...constants }).map(
    ([name, value]) => `,\\quad ${symbol(name).text} = ${written(value, exactFigures)}`,
  )
  const f = lossSymbol(variables)
  return `${f}(${names}) = ${latex(loss, { leaf: plainLeaf })}${letters.join('')}`
}

/** The sign of the point after k steps: x_k, bold where it has several coordinates. */
export const pointSign = ({ variables }: Loss, k: number | 'k' | 't' | 't+1'): string =>
  variables.length === 1
    ? symbol(variables[0] as string, String(k)).text
    : vectorSymbol('x', String(k)).text

/** A number, or several as a point. */
export function pointText(point: ArrayLike<number>, figures = exactFigures): string {
  const all = Array.from(point, (value) => written(value, figures))
  return all.length === 1 ? all.join() : `(${all.join(',\\ ')})`
}

/** What was set of a run and its rule reads: η = 0.1, … */
export function settingsOf({ optimizer, schedule, rule, settings }: Run): string[] {
  const symbols = symbolsOf(optimizer, schedule?.schedule)
  const readsRate = rule.lines.some(({ value }) => namesIn(value).includes('lr'))
  const all = [...(readsRate ? ['lr'] : []), ...rule.hyper].flatMap((name) => {
    const sign = symbols.get(name) ?? symbol(bareName(name)).text
    const value = settings[name]
    return typeof value === 'number' ? [`${sign} = ${written(value, exactFigures)}`] : []
  })
  // A schedule reads the rate as the rule does.
  return [...new Set(all)]
}

/** What has to be known of a rule to work with it from the first step on: what it counts, and what it remembers at first. */
export function beginningOf(loss: Loss, { rule }: Run): string {
  const read = new Set(rule.lines.flatMap(({ value }) => namesIn(value)))
  const [before, after] = [pointSign(loss, 0), pointSign(loss, 1)]
  const remembered = rule.slots.filter((slot) => previousOf(slot) !== 'x')
  return [
    read.has('t') &&
      `$t$ counts the steps from 1: in the first one $${pointSign(loss, 't')}$ is the start $${before}$, and $${pointSign(loss, 't+1')}$ is $${after}$.`,
    [...read].some(isCount) && '$k$ is the number of steps done before: 0 in the first one.',
    remembered.length > 0 &&
      remembered.every((slot) => startOf(slot, rule) === undefined) &&
      'What is remembered from step to step is 0 at first.',
  ]
    .filter(Boolean)
    .join(' ')
}
