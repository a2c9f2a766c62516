// What links write as a call: adam(lr=0.1,betas=0.9:0.999,amsgrad) or sine(n=1000)
import type { HyperArgument } from '../hyper.ts'
import { exact, parseNumber } from '../number.ts'
import { lastOfEach, type Tell } from './part.ts'

/** A name with what stands in its parentheses, as it is written. */
export interface Call {
  readonly name: string
  readonly args: readonly Written[]
}

/** An argument as it is written: without a value it stands alone. */
interface Written {
  readonly key: string
  readonly value: string | undefined
}

export type Arguments = Readonly<Record<string, HyperArgument>>

/**
 * The parts of a call, each argument once; nothing for what is none.
 * @param object says of the text that it …, where an argument is repeated
 */
export function readCall(text: string, object?: Tell): Call | undefined {
  const open = text.indexOf('(')
  const name = open < 0 ? text : text.slice(0, open)
  if (!/^[\w-]+$/.test(name) || (open >= 0 && !text.endsWith(')'))) return undefined
  const list = open < 0 ? '' : text.slice(open + 1, -1)
  const args = list.split(',').filter(Boolean).map(readWritten)
  return { name, args: lastOfEach(args, ({ key }) => key, object) }
}

function readWritten(argument: string): Written {
  const equals = argument.indexOf('=')
  return equals < 0
    ? { key: argument.trim(), value: undefined }
    : { key: argument.slice(0, equals).trim(), value: argument.slice(equals + 1) }
}

/** Values by the names of the arguments. */
export const valuesOf = (args: readonly Written[]): Arguments =>
  // Any name is only a name: `__proto__` too.
  Object.fromEntries(
    args.map(({ key, value }) => [key, value === undefined ? true : readArgument(value)] as const),
  )

const isNone = (text: string) => text === 'none' || text === 'None'

const readItem = (text: string) => (isNone(text) ? null : parseNumber(text))

/** A number, a list of numbers, true, false or nothing, or a name. */
function readArgument(text: string): HyperArgument {
  if (text === 'true' || text === 'false') return text === 'true'
  if (isNone(text)) return null
  if (text.includes(':')) return text.split(':').filter(Boolean).map(readItem)
  return /^[A-Za-z_]/.test(text) && !/^(nan|inf)/i.test(text) ? text : parseNumber(text)
}

/** The text of a call. */
export function writeCall(name: string, given: Arguments): string {
  const args = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === true ? key : `${key}=${argumentText(value)}`))
  return args.length ? `${name}(${args.join()})` : name
}

function argumentText(value: HyperArgument): string {
  if (value === null) return 'none'
  if (typeof value === 'number') return exact(value)
  // A list of one number, or of none, keeps a colon, so that it is read as a list again.
  if (typeof value === 'object')
    return value.map((item) => argumentText(item)).join(':') + (value.length < 2 ? ':' : '')
  return String(value)
}
