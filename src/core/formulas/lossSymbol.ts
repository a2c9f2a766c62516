import { symbol } from '../language/latex/symbol.ts'
import { valueName } from '../loss/valueName.ts'

/** What the value of a loss is called, in LaTeX. */
export const lossSymbol = (variables: readonly string[]): string =>
  symbol(valueName(variables)).text
