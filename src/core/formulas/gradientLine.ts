// Where the gradient of a step comes from, as a line of its formula.
import { type Expression, nodesOf } from '../language/expression.ts'
import { column, latex, type Style } from '../language/latex/latex.ts'
import { plainLeaf, symbol, vectorSymbol } from '../language/latex/symbol.ts'
import type { Rule } from '../rules/rule.ts'
import type { Source } from '../rules/source.ts'
import type { FormulaLine } from './formula.ts'
import { lossSymbol } from './lossSymbol.ts'
import { marked, rowsOf, signOf, type Typesetting, type Writing } from './signs.ts'

/**
 * The gradient's line with its numbers: g = f′(x) = …, ∂f/∂x (x, y) = … for one coordinate of several, ∇f(x) = … for
 * all. Long derivatives are left out.
 * @param slopes the derivatives by each variable
 */
export function gradientLine(
  rule: Rule,
  writing: Writing,
  slopes: readonly Expression[],
): FormulaLine {
  const setting = { rule, writing }
  const { variables } = writing
  const rows = rowsOf('g', setting)
  const points = variables.map((_, i) => signOf('x', 't', ofCoordinate(setting, i)).text)
  const isAll = rows.length > 1
  const shown = rows.map(({ coordinate }) => slopes[coordinate] as Expression)
  const isShort = shown.every((slope) => nodesOf([slope]).length <= longestDerivative)
  const sides = [
    derivativeAt(isAll ? [signOf('x', 't', setting).text] : points, writing),
    ...(isShort ? [column(shown.map((slope) => latex(slope, { leaf: pointLeaf(setting) })))] : []),
  ]
  const noise = noiseOf(writing, isAll)
  return {
    name: 'g',
    left: signOf('g', 't', setting).text,
    sign: '=',
    right: sides.map((side) => side + noise).join(' = '),
    numbers: ({ write }) =>
      derivativeAt(
        points.map((_, i) => write(coordinateSource(i, writing), 0)),
        writing,
      ) + noise,
    isOfPoint: true,
    result: { of: 'g', back: 0 },
    rows,
    conditions: [],
  }
}

const longestDerivative = 45

const ofCoordinate = ({ rule, writing }: Typesetting, coordinate: number): Typesetting => ({
  rule,
  writing: { ...writing, coordinate },
})

const coordinateSource = (i: number, { variables }: Writing): Source => ({
  of: 'x',
  back: 0,
  ...(variables.length > 1 && { coordinate: i }),
})

/** The derivative as an operator at a point. */
function derivativeAt(point: readonly string[], { variables, coordinate }: Writing): string {
  const at = `(${point.join(', ')})`
  const f = lossSymbol(variables)
  if (variables.length === 1) return `${f}'${at}`
  if (coordinate === 'all') return `\\nabla ${f}${at}`
  return `\\tfrac{\\partial ${f}}{\\partial ${symbol(variables[coordinate] as string).text}}${at}`
}

/** What the draw of a step adds. */
const noiseOf = (writing: Writing, isAll: boolean): string =>
  writing.noisy
    ? ` + ${marked(writing, 'step.noise', (isAll ? vectorSymbol : symbol)('xi', 't').text)}`
    : ''

/** In a derivative the variables of the loss are the point of this step; other letters are themselves. */
const pointLeaf =
  (setting: Typesetting): Style['leaf'] =>
  (name) => {
    const i = setting.writing.variables.indexOf(name)
    return i < 0 ? plainLeaf(name) : signOf('x', 't', ofCoordinate(setting, i))
  }
