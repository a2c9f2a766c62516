// Steps worked out line by line, as they would be on a blackboard, to be handed out.
import { pointAt } from '../descent/steps.ts'
import type { Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { fewest } from '../formulas/figures.ts'
import { lossSymbol } from '../formulas/lossSymbol.ts'
import { byHand } from './byHand.ts'
import {
  beginningOf,
  document,
  lossEquation,
  plainText,
  pointSign,
  pointText,
  settingsOf,
} from './document.ts'
import { inGeneral, inNumbers, linesOf, numbersOf, written } from './latex.ts'

/** More of them nobody works out. */
export const mostWorked = 12

interface Worked {
  /** The run whose rule made the step from k to k + 1, with its record. */
  readonly at: (k: number) => { readonly run: Run; readonly trace: Trace }
  /** So many steps, from the first one, where so many were taken. */
  readonly count: number
  /** The link to the experiment. */
  readonly link: string
}

/**
 * A LaTeX document (amsmath): the loss, the rule, and some steps, each line of it with the numbers of that step.
 */
export function workedSteps(shown: Prepared, { at, count, link }: Worked): string {
  const prepared = byHand(shown)
  const { loss } = prepared
  const first = at(0)
  const taken = first.trace.f.length - 1
  const steps = Array.from({ length: Math.min(count, taken, mostWorked) }, (_, k) => {
    const { run, trace } = at(k)
    const value = `${lossSymbol(loss.variables)}(${pointSign(loss, k + 1)})`
    const heading =
      k === 0 || run !== at(k - 1).run
        ? `\\subsection*{${plainText(run.label)}}\n${inGeneral(linesOf(prepared, run))}\n${beginningOf(loss, run)}\n\n`
        : ''
    return `${heading}\\textbf{Step ${k + 1}}\n${inNumbers(linesOf(prepared, run), numbersOf(run, trace, k))}\\[${value} = ${written(trace.f[k + 1] as number, fewest)}\\]\n`
  })
  const given = [
    lossEquation(loss),
    `${pointSign(loss, 0)} = ${pointText(pointAt(first.trace.x, 0, loss.variables.length))}`,
    ...settingsOf(first.run),
  ]
  const body = `$${given.join('$, \\quad $')}$\n\n${steps.join('\n')}`
  return document('Step by step', body, [`Worked steps of ${link}`])
}
