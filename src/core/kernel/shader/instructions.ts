// Operations of the language in WGSL, whose own ones differ where something is not a number, and which may take it that
// nothing ever is: such questions are asked of bits.
import { compares, type Operation, operations } from '../../language/operations.ts'
import type { Instruction } from '../../language/program.ts'
import { isInPictures } from '../lanes/elementary/inPictures.ts'
import { functionName } from './functions.ts'

type Wording = (a: string, b: string, c: string) => string

const asNumber = (text: string) => `select(0f, 1f, ${text})`

const wordings: Partial<Record<Operation, Wording>> = {
  where: (a, b, c) => `chosen(${a}, ${b}, ${c})`,
  min: (a, b) => `least(${a}, ${b})`,
  max: (a, b) => `most(${a}, ${b})`,
  sign: (a) => `${asNumber(`${a} > 0f`)} - ${asNumber(`${a} < 0f`)}`,
  relu: (a) => `select(${a}, 0f, ${a} < 0f)`,
  neg: (a) => `-${a}`,
  ...Object.fromEntries(
    (['sqrt', 'abs', 'floor', 'ceil', 'round'] as const).map((own) => [
      own,
      (a: string) => `${own}(${a})`,
    ]),
  ),
  pow: (a, b) => `${functionName('pow')}(${a}, ${b})`,
}

function wordingOf(operation: Operation): Wording | undefined {
  const known = wordings[operation]
  if (known) return known
  if (isInPictures(operation)) return (a) => `${functionName(operation)}(${a})`
  const { sign } = operations[operation]
  if (sign === undefined) return undefined
  return compares(operation)
    ? (a, b) => asNumber(`${a} ${sign} ${b}`)
    : (a, b) => `${a} ${sign} ${b}`
}

/** Whether a shader can do all that a program does. */
export const canShade = (instructions: readonly Instruction[]): boolean =>
  instructions.every(({ operation }) => wordingOf(operation) !== undefined)

/** An instruction as a line. */
export function lineOf(
  { operation, to, args }: Instruction,
  name: (register: number) => string,
): string {
  const [a = '', b = '', c = ''] = args.map(name)
  return `let ${name(to)} = ${wordingOf(operation)?.(a, b, c)};`
}
