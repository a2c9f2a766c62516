// How links say data: data=sine(n=1000,noise=0.1,seed=1), or data=points&points=0:1;2:3
import type { Points } from '../networks/data/kind.ts'
import { exact, parseNumber } from '../number.ts'
import { type Arguments, readCall, valuesOf, writeCall } from './call.ts'
import { type DataSpec, isDataSpec, isOwn, ownId } from './networkData.ts'
import { type InLinks, lastRead, readOr, type Said, Unreadable } from './part.ts'

/**
 * Characters: of more points than these a link says only that there are some, and they are in the file. What is between
 * points takes three in a link that chat programs leave alone.
 */
const longest = 12_000

const numbers = ['n', 'noise', 'seed']

export const dataInLinks: InLinks<unknown, DataSpec> = {
  keys: [
    { name: 'data', words: 'a kind of data with its numbers', example: 'sine(n=200,noise=0.1)' },
    { name: ownId, words: 'points of one’s own, the target last', example: '0:1;2:3' },
  ],
  read(said) {
    const kind = lastRead(keyed(said, 'data'), (one) => readOr(one, readData(one.text, one.object)))
    const points = lastRead(keyed(said, ownId), (one) => readOr(one, readPoints(one.text)))
    if (kind && !isOwn(kind)) {
      for (const one of keyed(said, ownId)) one.object(`belongs to \`data=${ownId}\` alone`)
      return kind
    }
    return points ?? kind
  },
  write(data) {
    if (!isOwn(data)) {
      const { kind, ...given } = data
      return [['data', writeCall(kind, given as Arguments)]]
    }
    const text = pointsText(data)
    return [['data', ownId], ...(text && hasRoom(text, data) ? [[ownId, text] as const] : [])]
  },
  lacks: (data) => (isOwn(data) && !hasRoom(pointsText(data), data) ? 'points' : undefined),
}

const pointsText = ({ inputs, targets }: Points): string =>
  inputs.map((input, i) => [...input, ...(targets[i] ?? [])].map(exact).join(':')).join(';')

/** Whether a link says these points; it knows one target of each. */
const hasRoom = (text: string, { targets }: Points): boolean =>
  text.length + 2 * (targets.length - 1) <= longest && targets.every(({ length }) => length === 1)

const keyed = (said: readonly Said[], name: string) => said.filter(({ key }) => key === name)

function readData(text: string, object: Said['object']): DataSpec | Unreadable | undefined {
  const call = readCall(text, object)
  if (!call) return undefined
  if (call.name === ownId) return { kind: ownId, inputs: [], targets: [] }
  const strange = call.args.find(({ key }) => !numbers.includes(key))
  if (strange) return new Unreadable(`data have ${numbers.join(', ')}, not ${strange.key}`)
  const spec = { kind: call.name, ...valuesOf(call.args) }
  const known = isDataSpec(spec)
  return known ? (spec as DataSpec) : new Unreadable(`${numbers.join(', ')} must be numbers`)
}

function readPoints(text: string): DataSpec | Unreadable {
  const rows = text
    .split(';')
    .filter(Boolean)
    .map((row) => row.split(':').map(parseNumber))
  const odd = rows.findIndex((row) => row.length < 2 || row.some(Number.isNaN))
  if (odd >= 0)
    return new Unreadable(`point ${odd + 1} is not written as its inputs and its target, 2:3`)
  return {
    kind: ownId,
    inputs: rows.map((row) => row.slice(0, -1)),
    targets: rows.map((row) => row.slice(-1)),
  }
}
