// core/loss/: a loss that can run: value, slope, curvature, known minima.
//
// A loss that can run: a catalogue entry or an expression, with its parameters' values.

import { ExperimentError, within } from '../experimentError.ts'
import type { LossFunction } from '../functions/function.ts'
import { functionById } from '../functions/index.ts'
import { type Expression, number } from '../language/expression.ts'
import { parseLoss, variablesOf } from '../language/loss.ts'
import { Mistake } from '../language/mistake.ts'
import { evaluate } from '../language/program.ts'
import { substitute } from '../language/simplify.ts'
import { plain } from '../number.ts'
import { few } from '../quote.ts'

/** A loss that is ready to be computed. */
export interface Loss {
  /** As written, parameters by name: for the formula. */
  readonly written: Expression
  /** With the parameters' values. */
  readonly expression: Expression
  readonly variables: readonly string[]
  readonly parameters: Readonly<Record<string, number>>
  /** Letters of the entry that follow from its parameters. */
  readonly constants: Readonly<Record<string, number>>
  readonly entry?: LossFunction
  /** The catalogue's minima, as points. */
  readonly minima: readonly (readonly number[])[]
}

/**
 * Reads a loss: the id of a catalogue entry, or an expression. The same text is the same object.
 * @param hasMany whether its variables may have a number behind them: x1
 * @throws ExperimentError whose cause is the Mistake, if the text cannot be read
 */
export function readLoss(
  f: string,
  given: Readonly<Record<string, number>> = {},
  hasMany = false,
): Loss {
  const key = JSON.stringify([f, given, hasMany])
  const loss = known.get(key) ?? read(f, given, hasMany)
  if (known.size >= most) known.clear()
  known.set(key, loss)
  return loss
}

const known = new Map<string, Loss>()
const most = 16

function read(f: string, given: Readonly<Record<string, number>>, hasMany: boolean): Loss {
  const entry = functionById(f)
  const parameters: Record<string, number> = {}
  for (const [id, { value }] of Object.entries(entry?.parameters ?? {})) parameters[id] = value
  const strange = Object.keys(given).filter((id) => !Object.hasOwn(parameters, id))
  if (strange.length)
    throw new ExperimentError(`This function has no parameter ${few(strange)}`, {
      at: strange.map((id) => ['params', id]),
    })
  for (const [id, value] of Object.entries(given)) {
    within(['params', id], () => {
      if (!Number.isFinite(value)) throw new ExperimentError(`${id} must be a number`)
      const above = entry?.parameters?.[id]?.above
      if (above !== undefined && value <= above)
        throw new ExperimentError(`${id} must be above ${plain(above)}`)
    })
    parameters[id] = value
  }
  const computed = (text: string) =>
    evaluate(parseLoss(text, Object.keys(parameters)), (name) => parameters[name] ?? Number.NaN)
  const constants = Object.fromEntries(
    Object.entries(entry?.constants ?? {}).map(([name, text]) => [name, computed(text)]),
  )
  const known = { ...parameters, ...constants }
  const names = Object.keys(known)
  const written = parsed(entry?.expression ?? f, names, hasMany)
  const lookUp = (name: string) =>
    Object.hasOwn(known, name) ? number(known[name] as number) : undefined
  const coordinate = (at: number | string) => (typeof at === 'number' ? at : computed(at))
  return {
    written,
    expression: substitute(written, lookUp),
    variables: variablesOf(written, names),
    parameters,
    constants,
    ...(entry && { entry }),
    minima: (entry?.minima ?? []).map((point) => point.map(coordinate)),
  }
}

function parsed(text: string, parameters: readonly string[], hasMany: boolean): Expression {
  try {
    return parseLoss(text, parameters, hasMany)
  } catch (cause) {
    if (cause instanceof Mistake)
      throw new ExperimentError(sentence(cause.message), { cause, at: [['f']] })
    throw cause
  }
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
