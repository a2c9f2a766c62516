// Exercises as a sheet to hand out, with the answers on a page of their own.
import { pointAt } from '../descent/steps.ts'
import { fewest } from '../formulas/figures.ts'
import { lossSymbol } from '../formulas/lossSymbol.ts'
import { exactFigures } from '../number.ts'
import {
  beginningOf,
  document,
  lossEquation,
  plainText,
  pointSign,
  pointText,
  settingsOf,
} from './document.ts'
import { type Exercise, isShort } from './exercises.ts'
import { inGeneral, linesOf, written } from './latex.ts'

interface Sheet {
  readonly seed: number
  /** The link to the experiment that they are made of. */
  readonly link: string
}

/** A LaTeX document (amsmath): the rule, the exercises with room to work, and a key. */
export function exerciseSheet(exercises: readonly Exercise[], { seed, link }: Sheet): string {
  const [first] = exercises
  const notes = [`Exercises of ${link}`, `Seed ${seed}: another one gives other exercises`]
  const run = first?.prepared.runs[0]
  if (!first || !run) return document('Three steps by hand', 'There are none.', notes)
  const { loss } = first.prepared
  const rounded = exercises.every(isShort) ? '' : `Round to ${fewest} figures. `
  const points = [1, 2, 3].map((k) => `$${pointSign(loss, k)}$`).join(', ')
  const body = `The rule is ${plainText(run.label)}, on $${lossEquation(loss)}$:
${inGeneral(linesOf(first.prepared, run))}
${beginningOf(loss, run)}

Compute the next three points ${points} by hand. ${rounded}Seed ${seed}.

${listOf(exercises, (it) => `$${givenIn(it).join('$, \\quad $')}$\\vspace{3.5cm}`)}
\\newpage
\\section*{Answers}
${listOf(exercises, answerOf)}`
  return document('Three steps by hand', body, notes)
}

const listOf = (exercises: readonly Exercise[], words: (exercise: Exercise) => string) =>
  `\\begin{enumerate}\n${exercises.map((it) => `  \\item ${words(it)}\n`).join('')}\\end{enumerate}\n`

function givenIn({ prepared, trace }: Exercise): string[] {
  const [run] = prepared.runs
  const start = `${pointSign(prepared.loss, 0)} = ${pointText(pointAt(trace.x, 0, prepared.start.length))}`
  return [start, ...(run ? settingsOf(run) : [])]
}

/** Points and losses, row by row. */
function answerOf(exercise: Exercise): string {
  const { prepared, trace } = exercise
  const { loss } = prepared
  const figures = isShort(exercise) ? exactFigures : fewest
  const value = `${lossSymbol(loss.variables)}(${pointSign(loss, 'k')})`
  const rows = Array.from(
    trace.f,
    (f, k) =>
      `${k} & ${pointText(pointAt(trace.x, k, prepared.start.length), figures)} & ${written(f, fewest)}`,
  )
  return `$${givenIn(exercise).join('$, \\quad $')}$\n    \\[\\begin{array}{rll} k & ${pointSign(loss, 'k')} & ${value} \\\\ \\hline ${rows.join(' \\\\ ')} \\end{array}\\]`
}
