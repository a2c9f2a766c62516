// The loss of a small network at one point as an expression, for the graph lab: some of its parameters are variables, what
// they do not reach is a number.
import { apply, type Expression, name, number } from '../../language/expression.ts'
import { print } from '../../language/print.ts'
import { limits } from '../../limits.ts'
import { activated } from '../activations.ts'
import type { WeightPlace } from '../places.ts'
import type { LayerPass, Pass } from './pass.ts'
import { type Sign, signs } from './signs.ts'

export interface LossExpression {
  readonly f: string
  /** The value of each variable. */
  readonly start: Readonly<Record<string, number>>
  /** Which parameter each variable is. */
  readonly parameters: Readonly<Record<string, Sign>>
}

/** All figures of a double, or as many as leave room. */
const figures = [17, 8, 5]

/**
 * The loss at the point of a pass, as a function of a chosen parameter and as many others of its layer as have room: of
 * the whole layer, of its unit, or of none.
 * @returns nothing where even the one parameter leaves no room
 */
export function graphExpressionOf(pass: Pass, chosen: WeightPlace): LossExpression | undefined {
  const { weights } = pass.layers[chosen.layer] as LayerPass
  const ofUnit = (unit: number): WeightPlace[] => [
    ...Array.from(weights[unit] ?? [], (_, input) => ({ layer: chosen.layer, unit, input })),
    { layer: chosen.layer, unit },
  ]
  const choices = [weights.flatMap((_, unit) => ofUnit(unit)), ofUnit(chosen.unit), [chosen]]
  for (const places of choices) {
    if (places.length > limits.variables.most) continue
    for (const count of figures) {
      const found = written(pass, places, count)
      if (found.f.length <= limits.expression.most) return found
    }
  }
  return undefined
}

function written(pass: Pass, places: readonly WeightPlace[], count: number): LossExpression {
  const variables = new Map(places.map((place) => [keyOf(place), variableOf(place, places)]))
  const rounded = (value: number) => number(Number(value.toPrecision(count)))
  const from = (places[0] as WeightPlace).layer
  const first = pass.layers[from] as LayerPass
  const start: Record<string, number> = {}
  const parameters: Record<string, Sign> = {}
  for (const place of places) {
    const variable = variables.get(keyOf(place)) as string
    const { layer: _, unit, input } = place
    start[variable] = (input === undefined ? first.bias[unit] : first.weights[unit]?.[input]) ?? 0
    parameters[variable] = signs.parameter(place)
  }
  let given: readonly Expression[] = Array.from(first.inputs, rounded)
  for (const [l, layer] of pass.layers.entries()) {
    if (l < from) continue
    given = layer.weights.map((row, unit) => {
      const as = (place: WeightPlace, value: number) => {
        const variable = variables.get(keyOf(place))
        return variable === undefined ? number(value) : name(variable)
      }
      const factors = Array.from(row, (value, input) => as({ layer: l, unit, input }, value))
      const z = sumOf(factors, given, as({ layer: l, unit }, layer.bias[unit] as number), rounded)
      // What no variable reaches is known to all its digits.
      return z.kind === 'number' ? rounded(layer.y[unit] as number) : activated(layer.activation, z)
    })
  }
  return { f: print(lossAs(pass, given)), start, parameters }
}

/** w·x + w·x + … + b, where all that is a number is one number. */
function sumOf(
  factors: readonly Expression[],
  given: readonly Expression[],
  bias: Expression,
  rounded: (value: number) => Expression,
): Expression {
  let known = bias.kind === 'number' ? bias.value : 0
  const terms: Expression[] = []
  for (const [i, factor] of factors.entries()) {
    const x = given[i] as Expression
    if (factor.kind === 'number' && x.kind === 'number') known += factor.value * x.value
    else terms.push(apply('mul', factor.kind === 'number' ? rounded(factor.value) : factor, x))
  }
  if (bias.kind !== 'number') terms.push(bias)
  const [one, ...more] = terms
  if (!one) return number(known)
  const sum = more.reduce((before, term) => apply('add', before, term), one)
  return plus(sum, rounded(known))
}

/** a − 2 rather than a + −2, and a rather than a + 0. */
function plus(a: Expression, b: Expression): Expression {
  if (b.kind !== 'number') return apply('add', a, b)
  if (b.value === 0) return a
  return b.value < 0 ? apply('sub', a, number(-b.value)) : apply('add', a, b)
}

function lossAs({ loss, target }: Pass, output: readonly Expression[]): Expression {
  const sum = (terms: readonly Expression[]) => terms.reduce((a, b) => apply('add', a, b))
  if (loss === 'cross-entropy') {
    const right = output[target[0] as number] as Expression
    return apply('sub', apply('ln', sum(output.map((one) => apply('exp', one)))), right)
  }
  const squares = output.map((one, i) =>
    apply('pow', plus(one, number(-(target[i] as number))), number(2)),
  )
  return squares.length === 1 ? sum(squares) : apply('div', sum(squares), number(output.length))
}

const keyOf = ({ unit, input, layer }: WeightPlace) => `${layer}.${unit}.${input ?? 'bias'}`

/** w21, where every index has one digit; else w and b with running numbers. */
function variableOf(place: WeightPlace, places: readonly WeightPlace[]): string {
  const { unit, input } = place
  const isShort = places.every((one) => one.unit < 9 && (one.input ?? 0) < 9)
  const kind = input === undefined ? 'b' : 'w'
  if (isShort) return input === undefined ? `b${unit + 1}` : `w${unit + 1}${input + 1}`
  const alike = places.filter((one) => (one.input === undefined) === (input === undefined))
  return `${kind}${alike.indexOf(place) + 1}`
}
