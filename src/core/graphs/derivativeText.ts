// ∂f/∂x as a text of the language, so that it can be opened as a graph of its own.
import { ExperimentError } from '../experimentError.ts'
import { gradient } from '../language/derivative.ts'
import { type Expression, nodesOf } from '../language/expression.ts'
import { print } from '../language/print.ts'
import { limits } from '../limits.ts'
import { valueName } from '../loss/valueName.ts'
import { gather } from './gather.ts'
import { type Graph, readGraph } from './graph.ts'

export type DerivativeText =
  | {
      /** Reads back as the derivative; it may have fewer variables than f. */
      readonly text: string
    }
  | {
      /** Why it cannot be opened: a sentence for a student. */
      readonly problem: string
    }

const known = new WeakMap<Graph, Map<string, DerivativeText>>()

/**
 * The simplified derivative of a graph by one of its variables, as an expression of the language. Every operation's can be
 * written; what is longer than an expression may be cannot, since the language has no names for parts.
 * @returns its text, which `readGraph` reads and whose value is the adjoint that `backward` gives, but for rounding; or,
 *   in a sentence, that it is too long or too deeply nested
 */
export function derivativeText(graph: Graph, variable: string): DerivativeText {
  const texts = known.get(graph) ?? new Map<string, DerivativeText>()
  known.set(graph, texts)
  const found = texts.get(variable) ?? written(graph, variable)
  texts.set(variable, found)
  return found
}

function written({ loss }: Graph, variable: string): DerivativeText {
  const words = `∂${valueName(loss.variables)}/∂${variable}`
  const { most } = limits.expression
  const tooLong = {
    problem: `${words} is longer than the ${most} characters of an expression: it has no graph here`,
  }
  const [slope] = gradient(loss.expression, [variable]) as [Expression]
  // No gathering shortens it so far, and trying would take long.
  if (lengthOf(slope) > 5 * most) return tooLong
  const spaced = print(gather(slope))
  const text = spaced.length > most ? spaced.replaceAll(' ', '') : spaced
  if (text.length > most) return tooLong
  try {
    readGraph(text)
    return { text }
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error
    return { problem: `${words} cannot be written: ${error.message}` }
  }
}

/** How many names, numbers and operations are written where shared parts are written each time. */
function lengthOf(root: Expression): number {
  const lengths = new Map<Expression, number>()
  for (const e of nodesOf([root]))
    lengths.set(
      e,
      e.kind === 'apply' ? e.args.reduce((sum, arg) => sum + (lengths.get(arg) ?? 0), 1) : 1,
    )
  return lengths.get(root) ?? 0
}
